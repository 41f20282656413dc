// Until when cases are kept. In: the instance and the time now. Out: the cases that have a last day, the first to go
// first, and whether it is over.

import { isTocsinError, wallTimeOf } from '../base/index.ts';
import { type CaseRecord, type InstanceHome, listAllCases, readEvents } from '../store/index.ts';
import { type CaseFacts, caseState, caseZone } from './case-facts.ts';

export interface RetainedCase {
  record: CaseRecord;
  /** The last day (yyyy-mm-dd) on which the case is kept, where it is. */
  destroyAfter: string;
  isDue: boolean;
}

export function retainedCases(home: InstanceHome, now: Date): RetainedCase[] {
  return listAllCases(home)
    .records.flatMap((record) => retainedCase(record, now))
    .toSorted((a, b) => a.destroyAfter.localeCompare(b.destroyAfter));
}

/** Of a case whose events cannot be read nobody knows the day: it is not due. */
function retainedCase(record: CaseRecord, now: Date): RetainedCase[] {
  try {
    const { facts } = caseState(readEvents(record));
    const { destroyAfter } = facts;
    if (destroyAfter === null) return [];
    return [{ record, destroyAfter, isDue: isPastLastDay(facts, now) }];
  } catch (error) {
    if (isTocsinError(error)) return [];
    throw error;
  }
}

/** Whether the last day of a case, in its zone, is over. */
export function isPastLastDay(facts: CaseFacts, now: Date): boolean {
  return facts.destroyAfter !== null && dayOf(now, caseZone(facts)) > facts.destroyAfter;
}

function dayOf(now: Date, zone: string): string {
  const { year, month, day } = wallTimeOf(now.getTime(), zone);
  return [String(year).padStart(4, '0'), ...[month, day].map((count) => String(count).padStart(2, '0'))].join(
    '-',
  );
}
