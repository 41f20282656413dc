// Who wants to be told of breaches with their address in them. In: an address that somebody typed, tokens from mails.
// Out: a subscriber, or one less. Nothing is kept of an address before its owner has confirmed it by a link, and asking
// again, or for an address that is a subscriber's, does the same as asking for the first time.

import { randomBytes } from 'node:crypto';
import {
  deleteSubscriber,
  hasSubscriber,
  insertSubscriber,
  openJson,
  type RegisterDatabase,
  sealJson,
} from '../../store/register/index.ts';
import { linkValidMs, type MailLanguage, orderMail } from '../mail-orders/mail-order.ts';
import { normalForm } from '../normal-form.ts';
import { isToken, type LinkAnswer, takeLink, tokenHash } from '../one-time-links/one-time-links.ts';
import { createPersonKeys } from '../person-key.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

/** What the link of the mail is about. */
export interface AskedSubscription {
  /** In its normal form. */
  address: string;
  language: MailLanguage;
}

/** A text that is no address does nothing. */
export async function requestSubscription(
  register: Register,
  { address, language, now }: { address: string; language: MailLanguage; now: number },
): Promise<void> {
  const normal = normalForm('email', address);
  if (normal === null) return;
  const body: AskedSubscription = { address: normal, language };
  const link = { purpose: 'subscribe', body, validMs: linkValidMs.answer } as const;
  await orderMail(register, { mail: 'subscribe', to: normal, language, link }, now);
}

export async function confirmSubscription(
  register: Register,
  { token, now }: { token: string; now: number },
): Promise<LinkAnswer<AskedSubscription>> {
  return register.rows.transaction().execute(async (db) => {
    const link = await takeLink<AskedSubscription>(register, { purpose: 'subscribe', token, now }, db);
    if (link.state !== 'open') return link;
    const { address, language } = link.body;
    const unsubscribe = randomBytes(32).toString('base64url');
    const kept: KeptSubscriber = { address, unsubscribe };
    const row = {
      person_key: createPersonKeys(register.secrets('person-key'))('email', address),
      token_hash: tokenHash(register, unsubscribe),
      sealed: sealJson(register.secrets, 'subscriber', kept),
      language,
      confirmed_at: now,
    };
    await insertSubscriber(row, db);
    return link;
  });
}

export interface KeptSubscriber {
  address: string;
  unsubscribe: string;
}

export function openSubscriber({ secrets }: Pick<Register, 'secrets'>, sealed: Buffer): KeptSubscriber {
  return openJson(secrets, 'subscriber', sealed);
}

/** At any time, as often as one likes. Whether there was a subscriber: pages say the same either way. */
export async function unsubscribe(register: Register, token: string): Promise<boolean> {
  return isToken(token) && deleteSubscriber(register, tokenHash(register, token));
}

/** Whether it still holds, by its token. */
export async function hasSubscription(register: Register, token: string): Promise<boolean> {
  return hasSubscriber(register, tokenHash(register, token));
}
