// Writes down what happens in a case: as events, and in the custody log. In: the case, who acts, the events. Out: their
// numbers, once both are on the disk. An event whose entry a killed process could not write gets it with the next one.

import { checkDetails, type CustodyEntry, logPending } from '../custody/index.ts';
import {
  appendEvents,
  type CaseRecord,
  type InstanceHome,
  type NewEvent,
  refuseGone,
  withInstance,
} from '../store/index.ts';

/** The kind of an event is also the verb of its entry; what it says is sealed there under the case's key. */
export function recordEvents(home: InstanceHome, record: CaseRecord, events: readonly NewEvent[]): number[] {
  const write = () => {
    refuseGone(home, record);
    const numbers = prepareEvents(record, events);
    logPending(home, record);
    return numbers;
  };
  // nothing is written into the database of the instance itself
  return withInstance(home, write, { durable: false });
}

/** Only the events; `logPending` tells the log of them. Throws USAGE where that could not be told of one: none is there. */
export function prepareEvents(record: CaseRecord, events: readonly NewEvent[]): number[] {
  return appendEvents(record, events, (event) => entryOf(record, event));
}

function entryOf(record: CaseRecord, { kind, who, at, body }: NewEvent): CustodyEntry {
  const on = kind.startsWith('clock.') ? { on: (body as { id: string }).id } : {};
  const details = { ...body };
  checkDetails(details);
  return { at, who, case: record.case, what: kind, ...on, result: 'done', details };
}
