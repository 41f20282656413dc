// An opt-out, asked for and confirmed by a link in a mail. In: an address that somebody typed, a token. Out: the opt-out,
// and what it takes out of the register, in one transaction. Notices to a subscriber go on: who wants them stopped
// unsubscribes.

import { createHash } from 'node:crypto';
import {
  deletePerson,
  type RegisterDatabase,
  type RegisterRows,
  sealJson,
  writeOptOut,
} from '../../store/register/index.ts';
import { linkValidMs, type MailLanguage, orderMail } from '../mail-orders/mail-order.ts';
import { normalForm } from '../normal-form.ts';
import { type LinkAnswer, takeLink } from '../one-time-links/one-time-links.ts';
import { createPersonKeys } from '../person-key.ts';
import type { OptOutKind } from './opt-out-kinds.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

/** What the link of the mail is about. */
export interface AskedOptOut {
  /** In its normal form. */
  address: string;
  kind: OptOutKind;
  language: MailLanguage;
}

/** A text that is no address does nothing. */
export async function requestOptOut(
  register: Register,
  {
    address,
    kind,
    language,
    now,
  }: { address: string; kind: OptOutKind; language: MailLanguage; now: number },
): Promise<void> {
  const normal = normalForm('email', address);
  if (normal === null) return;
  const body: AskedOptOut = { address: normal, kind, language };
  const link = { purpose: 'opt-out', body, validMs: linkValidMs.answer } as const;
  await orderMail(register, { mail: 'opt-out', to: normal, language, kind, link }, now);
}

export async function confirmOptOut(
  register: Register,
  { token, now }: { token: string; now: number },
): Promise<LinkAnswer<AskedOptOut>> {
  return register.rows.transaction().execute(async (db) => {
    const link = await takeLink<AskedOptOut>(register, { purpose: 'opt-out', token, now }, db);
    if (link.state === 'open') await optOut(register, { ...link.body, now }, db);
    return link;
  });
}

/** `address` in its normal form; whoever calls knows that it is their own. `db`: a transaction. */
export async function optOut(
  register: Register,
  { address, kind, now }: { address: string; kind: OptOutKind; now: number },
  db: RegisterRows,
): Promise<void> {
  const person_key = createPersonKeys(register.secrets('person-key'))('email', address);
  const sha1 = createHash('sha1').update(address.trim().toLowerCase()).digest();
  const sealed = sealJson(register.secrets, 'opt-out', sha1.toString('hex'));
  await writeOptOut(db, { person_key, sealed, kind, made_at: now });
  if (kind === 'hide') return;
  await deletePerson(db, { person_key, sha1 });
}
