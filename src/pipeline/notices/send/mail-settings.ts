// What the mails of a plan are composed from. In: an approved plan, the ledger's secret, how bounces come back. Out: texts,
// senders and an order for each send. The address of a sender is part of what was approved.

import { hostname } from 'node:os';
import { TocsinError } from '../../../base/index.ts';
import {
  createNoticeReferences,
  type DkimSigner,
  type MailOrder,
  type MailSender,
  type MailVariant,
  type NoticeText,
  type OutgoingMail,
  type PaceSettings,
  parseServerSettings,
  renderMail,
  usualSender,
} from '../../../notify/index.ts';
import { shownReferenceCode } from '../../../register/index.ts';
import { createSendTokens, type DueSend } from '../../../store/notices/index.ts';
import type { ApprovedPlan } from '../approved-plan.ts';
import { domainOf, senderOfPlan } from '../message-ids.ts';
import type { SendRequest } from './send-types.ts';

export interface MailSettings {
  variants: MailVariant[];
  from: MailSender;
  fromOf: Map<number, MailSender>;
  dkim: DkimSigner | null;
  orderOf: (send: DueSend) => MailOrder;
  mailOf: (send: DueSend, domain: string, bytes: Uint8Array) => OutgoingMail;
}

type Chosen = Pick<SendRequest, 'returnPath' | 'isVerp' | 'dkim'>;

/** Throws USAGE where the domain that signs has to be said. */
export function mailSettings(
  { plan, variants }: ApprovedPlan,
  secret: Buffer,
  { returnPath, isVerp, dkim, now }: Chosen & { now: () => number },
): MailSettings {
  const fromOf = new Map(
    variants.map(({ variant, controller }) => [variant, senderOfPlan(plan, controller)]),
  );
  const references = createNoticeReferences(secret);
  const tokens = createSendTokens(secret);
  const from = (variant: number) => fromOf.get(variant)!.address;
  const usual = fromOf.values().next().value ?? senderOfPlan(plan, null);
  return {
    variants: variants.map(({ variant, texts }) => ({ variant, ...renderMail(texts as NoticeText) })),
    from: usual,
    fromOf,
    dkim: signerOf(dkim, [usual, ...fromOf.values()]),
    orderOf: ({ send, recipient, variant, name, email, salt }) => ({
      id: send,
      variant,
      to: email,
      name,
      reference: shownReferenceCode(references.of(recipient, salt)),
      messageId: `<${tokens.tokenOf(send)}@${domainOf(from(variant))}>`,
      at: now(),
    }),
    mailOf({ send, variant, email }, domain, bytes) {
      const token = tokens.tokenOf(send);
      const back = returnPath ?? from(variant);
      return {
        id: send,
        from: isVerp ? `b+${token}@${domainOf(back)}` : back,
        to: email,
        domain,
        token,
        bytes,
      };
    },
  };
}

function signerOf(key: SendRequest['dkim'], senders: readonly MailSender[]): DkimSigner | null {
  if (key === null) return null;
  if (key.domain !== null) return { ...key, domain: key.domain };
  const domains = [...new Set(senders.map(({ address }) => domainOf(address).toLowerCase()))];
  if (domains.length === 1) return { ...key, domain: domains[0]! };
  throw new TocsinError('USAGE', 'the notices come from several domains, and one signs', {
    hint: '--dkim-domain says which',
  });
}

/** Mails a second to a receiving domain at first, where nobody said otherwise. */
const usualSlowStart = 50;

export function paceSettings({ pace, smtp }: Pick<SendRequest, 'pace' | 'smtp'>): PaceSettings {
  const slowStart = parseServerSettings(smtp).isLocal ? null : usualSlowStart;
  return { all: null, domains: new Map(), slowStart, ramp: 1, ...pace };
}

/** A server elsewhere is given mails from nobody only by mistake. Throws USAGE. */
export function refuseUnsaidSender({ fromOf }: Pick<MailSettings, 'fromOf'>, smtp: string): void {
  if (parseServerSettings(smtp).isLocal) return;
  const unsaid = usualSender(hostname());
  if (![...fromOf.values()].some(({ address }) => address === unsaid)) return;
  throw new TocsinError('USAGE', 'nobody said from which address the notices come', {
    hint: 'name it as sender in the file of --about, and plan again; without one they go only to a mail server on this machine',
  });
}
