/*
 * Deliveries of a case that come one after the other, each planned and partly sent, with what the people behind the rows
 * really got to read: what a plan after the first has to be measured by.
 */
import { storedHash } from '../../../store/index.ts';
import type { Vault } from '../../../store/index.ts';
import {
  changeSends,
  currentPlan,
  insertPlan,
  insertVariant,
  keepLastEvent,
  listPlans,
  type Notices,
  removePlan,
  setPlanState,
  writeEarlierLinks,
  writeKnownBy,
  writeRecipients,
} from '../../../store/notices/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { earlierTold } from './earlier-told.ts';
import { refuseStalePlan, replaceEarlier } from './replace-earlier.ts';
import { isMore } from './told-classes.ts';

export interface WrittenRow {
  human: number;
  emails: number[];
  hasPhone: boolean;
  classes: string[];
}

export type History = {
  rows: WrittenRow[];
  isPhoneOwn: boolean;
  outcomes: string[];
  order: number;
}[];

interface ModelPerson {
  humans: Set<number>;
  emails: Set<string>;
  phones: Set<string>;
  classes: Set<string>;
}

interface Known {
  humans: Map<number, Set<string>>;
  emails: Map<string, Set<string>>;
}

const emailOf = (human: number, which: number) => `human${human}.${which}@mail.example.org`;
/** Two share each. */
const phoneOf = (human: number) => `+3363998${String(1000 + (human >> 1))}`;

/** People who were never told something that they lost, and notices that told nothing new; both should be none. */
export function noticeHistory(
  db: Notices['db'],
  vault: Vault,
  history: History,
): { missed: string[]; repeated: string[] } {
  for (const { plan } of listPlans(db)) removePlan(db, plan);
  const rows: WrittenRow[] = [];
  /** Classes by human, and by address. */
  const known: Known = { humans: new Map(), emails: new Map() };
  const repeated: string[] = [];
  const last = { rows: [], isPhoneOwn: false, outcomes: ['handed'], order: 1 };
  let people: ModelPerson[] = [];
  // whatever is open or came back in the end is told by the last two
  for (const { rows: added, isPhoneOwn, outcomes, order } of [...history, last, last]) {
    rows.push(...added);
    people = peopleOf(rows, isPhoneOwn).toSorted(
      (a, b) => shuffled([...a.humans][0]!, order) - shuffled([...b.humans][0]!, order),
    );
    fillVault(vault, people);
    repeated.push(...plan(db, vault, people, { outcomes, known }));
  }
  const missed = people.flatMap(({ humans, classes }) =>
    [...humans].flatMap((human) =>
      [...classes].filter((name) => !known.humans.get(human)?.has(name)).map((name) => `${human}: ${name}`),
    ),
  );
  return { missed, repeated };
}

const shuffled = (human: number, order: number) => Math.imul(human + 1, order * 2 + 2_654_435) % 1009;

function peopleOf(rows: readonly WrittenRow[], isPhoneOwn: boolean): ModelPerson[] {
  let people: ModelPerson[] = [];
  for (const { human, emails, hasPhone, classes } of rows) {
    const row: ModelPerson = {
      humans: new Set([human]),
      emails: new Set(emails.map((which) => emailOf(human, which))),
      phones: new Set(hasPhone || emails.length === 0 ? [phoneOf(human)] : []),
      classes: new Set(classes),
    };
    const isSame = (other: ModelPerson) =>
      !row.emails.isDisjointFrom(other.emails) ||
      (isPhoneOwn && !row.phones.isDisjointFrom(other.phones)) ||
      // rows without an address are one person of that name
      (row.emails.size === 0 && other.emails.size === 0 && other.humans.has(human));
    const same = people.filter(isSame);
    people = people.filter((other) => !same.includes(other));
    people.push(same.reduce(joined, row));
  }
  return people;
}

function joined(a: ModelPerson, b: ModelPerson): ModelPerson {
  return {
    humans: a.humans.union(b.humans),
    emails: a.emails.union(b.emails),
    phones: a.phones.union(b.phones),
    classes: a.classes.union(b.classes),
  };
}

function hashesOf(
  vault: Vault,
  { emails, phones }: ModelPerson,
): { sort: number; words: [high: number, low: number] }[] {
  const hash = createIdentifierHasher(vault.seed, { few: true });
  return [
    ...[...emails].map((text) => ({ sort: 1, words: hash('email', text)! })),
    ...[...phones].map((text) => ({ sort: 2, words: hash('phone', text)! })),
  ];
}

function fillVault(vault: Vault, people: readonly ModelPerson[]): void {
  const { db } = vault;
  db.exec(`DELETE FROM identifier; DELETE FROM person; DELETE FROM sort;
    INSERT INTO sort VALUES (1, 'email'), (2, 'phone')`);
  const identifier = db.prepare('INSERT INTO identifier VALUES (?, ?, ?)');
  for (const [number, person] of people.entries()) {
    db.prepare('INSERT INTO person VALUES (?, 0, 0)').run(number);
    for (const { sort, words } of hashesOf(vault, person)) identifier.run(sort, storedHash(...words), number);
  }
}

let now = Date.parse('2026-11-23T10:00:00Z');

/** Notices that told somebody nothing new. */
function plan(
  db: Notices['db'],
  vault: Vault,
  people: readonly ModelPerson[],
  { outcomes, known }: { outcomes: readonly string[]; known: Known },
): string[] {
  const repeated: string[] = [];
  const lossesOf = (person: number) =>
    [...people[person]!.classes].map((name) => ({ class: name, kinds: [] }));
  const earlier = earlierTold(db, vault, { isPerson: () => true, lossesOf });
  const before = currentPlan(db)?.plan;
  const head = { at: '', who: 'test', kind: 'first', basis: '', settings: {}, counts: {}, textsHash: null };
  const number = insertPlan(db, { ...head, state: 'planned' });
  keepLastEvent(db, number, earlier?.lastEvent ?? 0);
  const writer = writeRecipients(db, number, now);
  const links = writeEarlierLinks(db);
  const hashes: { sort: string; words: [number, number]; recipient: number }[] = [];
  const told: { person: ModelPerson; recipient: number }[] = [];
  for (const [at, person] of people.entries()) {
    const lost = lossesOf(at);
    const was = earlier?.of(at, null) ?? null;
    if (was !== null && !isMore(lost, was.classes)) continue;
    const variant = insertVariant(db, {
      plan: number,
      controller: null,
      language: 'en',
      audience: 'person',
      people: 1,
      texts: {},
      sha256: '',
      content: { kind: 'first', classes: lost },
    });
    const [email, phone] = [[...person.emails][0] ?? null, [...person.phones][0] ?? null];
    const contact = { name: null, addressee: null, email, phone, lines: [], country: null, customer: null };
    const channels = email === null ? 's' : 'e';
    const recipient = writer.add(
      { person: at, variant, channels, why: null, ...contact, state: 'open' },
      now,
    );
    links.add(recipient, was?.recipients ?? []);
    for (const { sort, words } of hashesOf(vault, person))
      hashes.push({ sort: ['', 'email', 'phone'][sort]!, words, recipient });
    told.push({ person, recipient });
  }
  writer.end();
  links.end();
  const knownBy = writeKnownBy(db);
  for (const { sort, words, recipient } of hashes) knownBy.add(sort, storedHash(...words), recipient);
  knownBy.end();
  refuseStalePlan(db, { case: 'test' }, number);
  replaceEarlier(db, number, (now += 1000));
  setPlanState(db, number, 'approved');
  if (before !== undefined) settleLater(db);
  for (const [i, { person, recipient }] of told.entries()) {
    const outcome = outcomes[i % outcomes.length]!;
    const send = db.prepare('SELECT send FROM send WHERE recipient = ?').pluck().get(recipient) as number;
    if (outcome === 'open') continue;
    changeSends(db, ({ move }) => {
      move({ send, what: 'leased', at: (now += 1000) });
      move({ send, what: 'handed', at: (now += 1000) });
      if (outcome === 'bounced') move({ send, what: 'bounced', at: (now += 1000) });
    });
    if (outcome === 'bounced') continue;
    if (outcome === 'bounced later') {
      late.add(send);
      continue;
    }
    const { humans, emails, classes } = person;
    const heard = new Set([...emails].flatMap((email) => [...(known.emails.get(email) ?? [])]));
    if (humans.size === 1 && [...classes].every((name) => heard.has(name)))
      repeated.push(`${[...emails].join()}: ${[...classes].join()}`);
    const [email] = emails;
    const reader = readerOf(person);
    known.humans.set(reader, classes.union(known.humans.get(reader) ?? new Set()));
    if (email !== undefined) known.emails.set(email, classes.union(known.emails.get(email) ?? new Set()));
  }
  return repeated;
}

/** Whose the address is; a telephone that several share is picked up by the first of them. */
function readerOf({ emails, humans }: ModelPerson): number {
  const [email] = emails;
  return email === undefined ? [...humans][0]! : Number(/\d+/u.exec(email)![0]);
}

/** Handed over, and they came back once the next plan was approved. */
const late = new Set<number>();

function settleLater(db: Notices['db']): void {
  changeSends(db, ({ move }) => {
    for (const send of late) move({ send, what: 'bounced', at: (now += 1000) });
  });
  late.clear();
}
