// Tells the custody log of events whose entries a killed process could not write. In: a case. Out: the entries, in the
// log. Whoever writes the next event of the case, of whatever kind, calls it.

import { type CaseRecord, type InstanceHome, settlePending, withInstance } from '../store/index.ts';
import { appendCustody } from './append-custody.ts';
import type { CustodyEntry } from './custody-entry.ts';

export function logPending(home: InstanceHome, record: CaseRecord): void {
  // the lock of the instance before that of the case, as everybody takes them
  withInstance(home, () =>
    settlePending(record, (pending, { kind, number }) => {
      const entry = pending as CustodyEntry;
      // where the verb is the event's own kind, the entry names the event; others tell more than one
      const counts = entry.what === kind ? { ...entry.counts, event: number } : entry.counts;
      appendCustody(home, { ...entry, ...(counts ? { counts } : {}) }, record.key);
    }),
  );
}
