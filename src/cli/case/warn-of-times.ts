// Times of a case that are perhaps a typing error. In: what was said, the facts as they are then. Out: notes on stderr.
// Nothing is refused: perhaps the clock of this machine is wrong, or the case is an old one.

import { offsetMsAt } from '../../base/index.ts';
import { type CaseFacts, caseZone, isPastLastDay } from '../../register/index.ts';
import type { CaseFlags } from './case-flags.ts';

const yearMs = 365 * 86_400_000;

export function warnOfTimes(given: CaseFlags, facts: CaseFacts, now: Date): void {
  const { aware, happened } = facts;
  if (given.aware !== undefined && aware !== null) {
    const ms = Date.parse(aware.at);
    if (ms > now.getTime()) say('the time of awareness lies in the future; check the date and the zone');
    else if (now.getTime() - ms > yearMs)
      say('the time of awareness lies more than a year back; check that the year is right');
  }
  if ((given.aware ?? given.happened) !== undefined && aware && happened)
    if (isBefore(aware.at, happened.from, caseZone(facts)))
      say('the time of awareness lies before it happened; check --aware and --happened');
  if (given.destroyAfter !== undefined && isPastLastDay(facts, now))
    say('the day of --destroy-after has passed: tocsin destroy --due would take the case at once');
}

/** A day is compared with the day that the moment falls on in the zone. */
function isBefore(moment: string, dayOrTime: string, zone: string): boolean {
  if (dayOrTime.length > 'yyyy-mm-dd'.length) return Date.parse(moment) < Date.parse(dayOrTime);
  const ms = Date.parse(moment);
  return new Date(ms + offsetMsAt(ms, zone)).toISOString().slice(0, dayOrTime.length) < dayOrTime;
}

function say(text: string): void {
  process.stderr.write(`note: ${text}\n`);
}
