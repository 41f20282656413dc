// Opens cases with their facts, and writes down what changes in them: facts, notes, contacts, closing. In: a case, what
// is new, who says so. Out: events and entries of the custody log, on the disk. What was before stays in the events.

import { logPending } from '../../custody/index.ts';
import {
  type CaseContact,
  type CaseFacts,
  type CaseState,
  caseState,
  type FactChanges,
  noFacts,
  prepareEvents,
  recordEvents,
  registerIncident,
} from '../../register/index.ts';
import {
  type CaseRecord,
  type InstanceHome,
  type NewEvent,
  openCase,
  readEvents,
  renameCase,
  withInstance,
} from '../../store/index.ts';
import { followFacts, type Written } from './clock-events.ts';

export interface ChangedBy {
  who: string;
  now: Date;
}

/** The facts are in the case from its first moment, and the clocks that they start. */
export function openCaseOf(
  home: InstanceHome,
  name: string | null,
  facts: FactChanges,
  { who, now }: ChangedBy,
): CaseRecord {
  const by = { who, at: now.toISOString() };
  const opened: CaseFacts = { ...noFacts, ...facts };
  const events = [
    { kind: 'case.open', ...by, body: { to: facts } },
    ...followFacts(opened, [], opened.aware?.why ?? null, by),
  ];
  const record = openCase(home, name, now, (beside) => void prepareEvents(beside, events));
  logPending(home, record);
  return record;
}

/** The names of the facts that are others now; none where all were so already. */
export function changeFacts(
  home: InstanceHome,
  record: CaseRecord,
  changesOf: (facts: CaseFacts) => FactChanges,
  why: string | null,
  { who, now }: ChangedBy,
): string[] {
  return changing(home, record, { who, at: now.toISOString() }, ({ facts, clocks }, by) => {
    const given = Object.entries(changesOf(facts)) as [keyof CaseFacts, CaseFacts[keyof CaseFacts]][];
    const changes = given.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(facts[name]));
    if (changes.length === 0) return { events: [], result: [] };
    const to = Object.fromEntries(changes) as FactChanges;
    const from = Object.fromEntries(changes.map(([name]) => [name, facts[name]]));
    const changed: CaseFacts = { ...facts, ...to };
    const set: NewEvent = { kind: 'case.set', ...by, body: { from, to, why } };
    return {
      events: [set, ...followFacts(changed, clocks, why ?? changed.aware?.why ?? null, by)],
      result: changes.map(([name]) => name),
    };
  });
}

/** False where that is its name already. Throws CASE_EXISTS where another case has the name. */
export function renameTo(
  home: InstanceHome,
  record: CaseRecord,
  name: string,
  why: string | null,
  { who, now }: ChangedBy,
): boolean {
  if (record.name === name) return false;
  return withInstance(home, () => {
    renameCase(home, record, name);
    const body = { from: record.name, to: name, why };
    recordEvents(home, record, [{ kind: 'case.name', who, at: now.toISOString(), body }]);
    return true;
  });
}

export function addNote(home: InstanceHome, record: CaseRecord, text: string, by: ChangedBy): void {
  write(home, record, 'case.note', { text }, by);
}

/** In the place of one of the same name. */
export function setContact(
  home: InstanceHome,
  record: CaseRecord,
  contact: CaseContact,
  by: ChangedBy,
): void {
  write(home, record, 'case.contact', { contact }, by);
}

/** False where nobody of that name is listed. */
export function removeContact(home: InstanceHome, record: CaseRecord, name: string, by: ChangedBy): boolean {
  const contact = caseState(readEvents(record)).contacts.find((listed) => listed.name === name);
  if (contact) write(home, record, 'case.contact', { contact, isGone: true }, by);
  return contact !== undefined;
}

/** False where it was closed already, or for `case.reopen` open. The register of incidents has it then as it is. */
export function closeOrReopen(
  home: InstanceHome,
  record: CaseRecord,
  kind: 'case.close' | 'case.reopen',
  why: string,
  { who, now }: ChangedBy,
): boolean {
  const isChanged = changing(home, record, { who, at: now.toISOString() }, ({ closed }, by) => {
    const isChange = (closed === null) === (kind === 'case.close');
    return { events: isChange ? [{ kind, ...by, body: { why } }] : [], result: isChange };
  });
  registerIncident(home, record);
  return isChanged;
}

/** Reads the case, and writes what `change` makes of it, before anybody else writes into it. */
export function changing<T>(
  home: InstanceHome,
  record: CaseRecord,
  by: Written,
  change: (state: CaseState, by: Written) => { events: NewEvent[]; result: T },
): T {
  return withInstance(home, () => {
    const { events, result } = change(caseState(readEvents(record)), by);
    if (events.length > 0) recordEvents(home, record, events);
    return result;
  });
}

function write(
  home: InstanceHome,
  record: CaseRecord,
  kind: string,
  body: object,
  { who, now }: ChangedBy,
): void {
  recordEvents(home, record, [{ kind, who, at: now.toISOString(), body }]);
}
