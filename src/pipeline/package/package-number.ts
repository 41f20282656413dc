// The number of a case's next package. In: the case, who makes it and for whom. Out: a number that only grows, whatever
// becomes of the custody log: receivers refuse one that is not above those they had. One that fails uses its up.

import { appendEvent, type CaseRecord, readEvents } from '../../store/index.ts';

/** On the disk when it returns; of two processes at once each gets its own. */
export function nextPackageNumber(
  record: CaseRecord,
  { who, controller }: { who: string; controller: string },
): number {
  const at = new Date().toISOString();
  const event = appendEvent(record, { kind, who, at, body: { controller } });
  return readEvents(record).filter((earlier) => earlier.kind === kind && earlier.number <= event).length;
}

const kind = 'package';
