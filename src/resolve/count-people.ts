// From joined rows to numbers: how many people, between which bounds, and how many for each class and table.

import type { DataClass } from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import type { Doubts } from './join-nodes.ts';
import type { ResolvedLink } from './link-meaning.ts';
import { type MergedTable, recordCount } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import { UnionFind } from './union-find.ts';

export interface ResolvedTable {
  about: 'people' | 'linked' | 'nobody';
  people: number;
}

export interface ResolvedPeople {
  count: number;
  min: number;
  max: number;
  testAccounts: number;
  sharedMailboxes: number;
  /** Addresses that stand only in texts. */
  mentioned: number;
  tables: ResolvedTable[];
  links: ResolvedLink[];
  /** People by class. */
  classes: { class: DataClass; people: number }[];
}

export function countPeople(
  tables: MergedTable[],
  nodes: PersonNodes,
  sets: UnionFind,
  doubts: Doubts,
  attached: Map<number, Int32Array>,
  links: ResolvedLink[],
  textEmails: HashIndex,
  isAboutPeople: boolean[],
): ResolvedPeople {
  const { low, high, names } = nodes.classes;
  const isPerson = new Uint8Array(nodes.count);
  const said = new Uint8Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) {
    const root = sets.find(node);
    if (root !== node) {
      low[root]! |= low[node]!;
      high[root]! |= high[node]!;
    }
    if (nodes.isSomebody[node] === 0 || doubts.floating[node] === 1) continue;
    isPerson[root] = 1;
    if (nodes.isSomebody[node] === 1) said[root]! |= SOMEBODY;
    const speaks = nodes.email[node]! >= 0 || nodes.first[node] !== 0 || nodes.last[node] !== 0;
    if (speaks) said[root]! |= SPEAKS;
    if (nodes.isTest[node] !== 1) said[root]! |= speaks ? REAL : REAL_ACCOUNT;
  }
  const byClass = new Float64Array(names.length);
  let people = 0;
  let tests = 0;
  let offices = 0;
  for (let root = 0; root < nodes.count; root++) {
    if (isPerson[root] !== 1) continue;
    if (!isReal(said[root]!)) {
      if (said[root]! & SOMEBODY) tests++;
      else offices++;
      isPerson[root] = 2;
      continue;
    }
    people++;
    for (let bit = 0; bit < names.length; bit++) {
      const word = bit < 31 ? low[root]! : high[root]!;
      if (word & (1 << (bit < 31 ? bit : bit - 31))) byClass[bit]!++;
    }
  }
  const seenIn = new Int32Array(nodes.count).fill(-1);
  const unread = tables.reduce((sum, table, i) => sum + (isAboutPeople[i] ? table.unreadRows : 0), 0);
  return {
    count: people,
    min: countAtLeast(tables, nodes, sets, doubts, isPerson),
    max: people + tests + offices + doubts.couldBeMore + unread,
    testAccounts: tests,
    sharedMailboxes: doubts.sharedMailboxes,
    mentioned: countMentioned(tables, nodes, textEmails),
    tables: tables.map((table, i) =>
      resolvedTable(table, i, nodes, sets, isPerson, attached, isAboutPeople, seenIn),
    ),
    links,
    classes: names.map((name, bit) => ({ class: name, people: byClass[bit]! })),
  };
}

/**
 * What the rows of a person say: an address or a name, one that is no test identity's, an account that is not, and
 * more than the mailbox of an office.
 */
const SPEAKS = 1;
const REAL = 2;
const REAL_ACCOUNT = 4;
const SOMEBODY = 8;

/**
 * The mailbox of an office is nobody by itself. A person is a test identity when every row that names him is one's;
 * accounts count where nothing names him.
 */
function isReal(said: number): boolean {
  if ((said & SOMEBODY) === 0) return false;
  return said & SPEAKS ? (said & REAL) !== 0 : (said & REAL_ACCOUNT) !== 0;
}

/** Fewest people that the rows allow: those who agree on full name and on telephone, birth date or address may be one. */
function countAtLeast(
  tables: MergedTable[],
  nodes: PersonNodes,
  sets: UnionFind,
  doubts: Doubts,
  isPerson: Uint8Array,
): number {
  const wider = new UnionFind(sets);
  for (const [a, b] of doubts.joins) wider.join(a, b);
  const traits = new HashIndex();
  const firstWith: number[] = [];
  const join = (node: number, kind: number, trait: number) => {
    if (trait === 0) return;
    const name = Math.imul(nodes.first[node]!, 0x85ebca6b) ^ nodes.last[node]!;
    const id = traits.add(name >>> 0, (Math.imul(trait, 0xc2b2ae35) + kind) >>> 0);
    if (id === firstWith.length) firstWith.push(node);
    else wider.join(firstWith[id]!, node);
  };
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.first[node] === 0 || nodes.last[node] === 0) continue;
    join(node, 1, nodes.phone[node]!);
    join(node, 2, nodes.birth[node]!);
    join(node, 3, nodes.address[node]!);
  }
  const seen = new Uint8Array(nodes.count);
  const unnamed = withoutNames(tables, nodes, wider);
  let fewest = 0;
  let fewestUnnamed = 0;
  for (let root = 0; root < nodes.count; root++) {
    if (isPerson[root] !== 1) continue;
    const wide = wider.find(root);
    if (seen[wide] === 1) continue;
    seen[wide] = 1;
    fewest++;
    if (unnamed[wide] === 1) fewestUnnamed++;
  }
  return fewest - Math.min(fewestUnnamed, fewest - fewestUnnamed);
}

/**
 * Sets of rows that name nobody, all of tables whose keys neither a schema nor a name of a column tells: an account
 * under another address may be anybody's who is named elsewhere, and nothing would show it.
 */
function withoutNames(tables: MergedTable[], nodes: PersonNodes, sets: UnionFind): Uint8Array {
  const isKeyless = tables.map(({ schema, columns }) => schema === null && !columns.some(isNamed));
  const unnamed = new Uint8Array(nodes.count).fill(1);
  for (let node = 0; node < nodes.count; node++) {
    const hasName = nodes.first[node] !== 0 || nodes.last[node] !== 0;
    if (hasName || !isKeyless[nodes.table[node]!]!) unnamed[sets.find(node)] = 0;
  }
  return unnamed;
}

/** Readers number the columns that nobody named. */
function isNamed({ name }: MergedTable['columns'][number]): boolean {
  return name !== null && !/^column \d+$/u.test(name);
}

function countMentioned(tables: MergedTable[], nodes: PersonNodes, textEmails: HashIndex): number {
  const mentioned = new HashIndex();
  const add = (hashes: Uint32Array) => {
    for (let i = 0; i < hashes.length; i += 2) {
      if (nodes.emails.find(hashes[i]!, hashes[i + 1]!) < 0) mentioned.add(hashes[i]!, hashes[i + 1]!);
    }
  };
  for (const table of tables) for (const { hashes } of table.mentions.values()) add(hashes.toWords());
  add(textEmails.toWords());
  return mentioned.size;
}

function resolvedTable(
  table: MergedTable,
  index: number,
  nodes: PersonNodes,
  sets: UnionFind,
  isPerson: Uint8Array,
  attached: Map<number, Int32Array>,
  isAboutPeople: boolean[],
  /** By person: the table looked at last that he was seen in. */
  seenIn: Int32Array,
): ResolvedTable {
  const owners = attached.get(index);
  const base = nodes.base[index]!;
  const members = isAboutPeople[index] ? recordCount(table) : (owners?.length ?? 0);
  let people = 0;
  for (let record = 0; record < members; record++) {
    const node = isAboutPeople[index] ? base + record : owners![record]!;
    if (node < 0) continue;
    const root = sets.find(node);
    if (isPerson[root] !== 1 || seenIn[root] === index) continue;
    seenIn[root] = index;
    people++;
  }
  if (isAboutPeople[index]) return { about: 'people', people };
  const holds = table.findings.some((found) => found.length > 0) || table.mentions.size > 0;
  return { about: people > 0 && holds ? 'linked' : 'nobody', people: holds ? people : 0 };
}
