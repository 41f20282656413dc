// Is this letter real? In: the reference of a notice as typed, where it comes from. Out: of which notices it is, nothing
// where it is of none, or that too many were asked. The same is read and written for each of them; what is asked is
// neither kept nor logged.

import { createCodeKeys, parseReferenceCode } from '../../register/index.ts';
import { noticesOfReference, openJson, type RegisterDatabase } from '../../store/register/index.ts';
import { isWithinLimits, noticeLimits } from './asking-limits.ts';

/** What the register seals of a notice, for whoever has one. */
export interface KnownNotice {
  /** As people know it; null where nobody is named. */
  organisation: string | null;
  /** The address that its mails come from. */
  sender: string;
  /** The day (yyyy-mm-dd) on which its texts were approved: none was sent before. */
  since: string;
  /** Letters of the channels over which it is sent, as the ledger has them. */
  channels: string;
  kind: 'first' | 'more' | 'correction';
}

/** For which what is sealed opens. */
export const noticePurpose = 'notice';

export interface NoticeQuestion {
  reference: string;
  network: string;
  now: number;
}

export type NoticeAnswer =
  | { state: 'known'; notices: KnownNotice[] }
  | { state: 'unknown' }
  /** Nothing is said of the reference. */
  | { state: 'too many' };

/** What is looked for where nothing can be. */
const nobodysReference = '0000000000000';

export async function noticeByReference(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  { reference, network, now }: NoticeQuestion,
): Promise<NoticeAnswer> {
  const isWithin = await isWithinLimits(register, { count: [noticeLimits.network(network)], now });
  const failures = [noticeLimits.failures()];
  const isOpen = await isWithinLimits(register, { count: [], see: failures, now });
  const keys = createCodeKeys(register.secrets('notice-reference'));
  const parsed = parseReferenceCode(reference);
  const found = await noticesOfReference(register.rows, keys.codeKey(parsed ?? nobodysReference));
  const notices = found.map(({ sealed }) => openJson<KnownNotice>(register.secrets, noticePurpose, sealed));
  const isKnown = parsed !== null && notices.length > 0;
  // what a network asks beyond its own limit is not taken from what all may get wrong
  const counted = isWithin && !isKnown ? { count: failures } : { count: [], see: failures };
  await isWithinLimits(register, { ...counted, now });
  if (!isWithin || !isOpen) return { state: 'too many' };
  return isKnown ? { state: 'known', notices } : { state: 'unknown' };
}
