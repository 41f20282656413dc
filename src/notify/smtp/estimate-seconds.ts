// How long a sending will take, before anything is sent. In: people by receiving domain, a pace. Out: seconds, if nothing
// is put off.

import type { PaceSettings } from './pacing-types.ts';
import { fastest, windowMs } from './rate.ts';

/** What a mail server takes where nothing else is known, mails a second. */
const usualServer = 500;

/** `domains`: receiving domain → mails. `perSecond`: what the server takes; where it is not known, 500. */
export function estimateSeconds(
  domains: Iterable<readonly [string, number]>,
  { all, domains: paces, slowStart, ramp }: PaceSettings,
  perSecond = usualServer,
): number {
  let [longest, mails] = [0, 0];
  for (const [domain, count] of domains) {
    mails += count;
    const most = paces.get(domain);
    const paced = most === undefined ? 0 : secondsAt(count, most, ramp);
    longest = Math.max(longest, paced, slowStart === null ? 0 : secondsOfStart(count, slowStart));
  }
  return Math.ceil(Math.max(longest, mails / perSecond, all === null ? 0 : secondsAt(mails, all, ramp)));
}

/** At a rate that is multiplied by `ramp` every hour: the inverse of its integral. */
function secondsAt(mails: number, rate: number, ramp: number): number {
  if (ramp === 1) return mails / rate;
  const growth = Math.log(ramp) / 3600;
  const reached = 1 + (mails * growth) / rate;
  // a rate that shrinks may never get there
  return reached <= 0 ? Infinity : Math.log(reached) / growth;
}

function secondsOfStart(mails: number, first: number): number {
  let [left, seconds] = [mails, 0];
  for (let rate = first; left > 0 && rate <= fastest; rate *= 2) {
    const sent = Math.min(left, (rate * windowMs) / 1000);
    left -= sent;
    seconds += sent / rate;
  }
  return seconds;
}
