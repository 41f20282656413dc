// Opens cases and changes what is said of them, as the command line asks. In: options. Out: the id of an opened case on
// stdout; what was written down, on stderr.

import { text as readText } from 'node:stream/consumers';
import { TocsinError } from '../../base/index.ts';
import { acting, type ChangedBy, cases } from '../../pipeline/index.ts';
import { caseState, noFacts } from '../../register/index.ts';
import { caseJson, renderNext, visibleText } from '../../report/index.ts';
import { type CaseRecord, type InstanceHome, openHome, readEvents } from '../../store/index.ts';
import type { CaseChange, ContactFlags, NamedCase } from './case-flags.ts';
import { caseOf } from '../case-for.ts';
import { factsOf } from './case-options.ts';
import { jsonText } from '../json-text.ts';
import { warnOfTimes } from './warn-of-times.ts';

export function openNamed({ name, json, ...flags }: NamedCase): void {
  const home = openHome();
  const by = changedBy(home);
  const facts = factsOf(flags, null);
  const record = cases.openCaseOf(home, name ?? null, facts, by);
  warnOfTimes(flags, { ...noFacts, ...facts }, by.now);
  const head = cases.caseHead(record, by.now);
  const { next, deadlines } = caseJson(head) as { next: object | null; deadlines: object[] };
  const about = { case: record.case, name: record.name, openedAt: record.openedAt, next, deadlines };
  process.stdout.write(json ? jsonText(about) : `${record.case}\n`);
  if (!json) process.stderr.write(renderNext(head, { language: 'en', colour: false, width: 80 }));
}

export async function setFacts(id: string, { name, why, json, ...flags }: CaseChange): Promise<void> {
  const home = openHome();
  const by = changedBy(home);
  const record = await caseOf(id, home);
  const reason = why?.trim() || null;
  // whatever is wrong is told before anything is written
  factsOf(flags, caseState(readEvents(record)).facts);
  const isRenamed = name !== undefined && cases.renameTo(home, record, name, reason, by);
  const facts = cases.changeFacts(home, record, (known) => factsOf(flags, known), reason, by);
  const changed = [...(isRenamed ? ['name'] : []), ...facts];
  const head = cases.caseHead(record, by.now);
  warnOfTimes(flags, head, by.now);
  if (json) process.stdout.write(jsonText({ case: record.case, changed }));
  else if (changed.length === 0) process.stderr.write('nothing is changed by this: it was so already\n');
  else process.stderr.write(renderNext(head, { language: 'en', colour: false, width: 80 }));
}

export async function note(id: string, given: string): Promise<void> {
  const home = openHome();
  const by = changedBy(home);
  const record = await caseOf(id, home);
  const text = (given === '-' ? await readText(process.stdin) : given).trim();
  if (text === '' || text.length > longestNote)
    throw new TocsinError('USAGE', `a note is 1 to ${longestNote} characters`);
  cases.addNote(home, record, text, by);
}

/** The custody log takes half a megabyte with an entry; letters take up to four bytes. */
const longestNote = 100_000;

const longestContact = 1000;

export async function contact(id: string, name: string, flags: ContactFlags): Promise<void> {
  const home = openHome();
  const by = changedBy(home);
  const record = await caseOf(id, home);
  if (flags.remove) {
    if (!cases.removeContact(home, record, name, by)) {
      const listed = caseState(readEvents(record)).contacts.map((one) => one.name);
      throw new TocsinError('USAGE', 'no contact of the case has this name', {
        hint: listed.length === 0 ? 'the case lists none' : `it lists ${visibleText(listed.join(', '))}`,
      });
    }
    return;
  }
  const { role = null, organisation = null, email = null, phone = null } = flags;
  if (name.trim() === '') throw new TocsinError('USAGE', 'a contact has a name');
  for (const text of [name, role, organisation, email, phone])
    if (text !== null && text.length > longestContact)
      throw new TocsinError(
        'USAGE',
        `what is said of a contact is at most ${longestContact} characters each`,
      );
  cases.setContact(home, record, { name: name.trim(), role, organisation, email, phone }, by);
}

export async function closeOrReopenCase(id: string, kind: 'close' | 'reopen', why: string): Promise<void> {
  const home = openHome();
  const by = changedBy(home);
  const record = await caseOf(id, home);
  if (why.trim() === '') throw new TocsinError('USAGE', '--why is empty');
  if (!cases.closeOrReopen(home, record, `case.${kind}`, why.trim(), by)) {
    process.stderr.write(`the case is ${kind === 'close' ? 'closed' : 'open'} already\n`);
    return;
  }
  tellOpenDuties(record, by.now);
}

/** Closing a case ends no duty. */
function tellOpenDuties(record: CaseRecord, now: Date): void {
  const head = cases.caseHead(record, now);
  if (head.closed && head.next)
    process.stderr.write(
      `note: a clock still runs\n${renderNext(head, { language: 'en', colour: false, width: 80 })}`,
    );
}

function changedBy(home: InstanceHome): ChangedBy {
  return { who: acting(home, 'case.write').who, now: new Date() };
}
