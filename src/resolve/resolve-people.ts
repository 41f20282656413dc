// People, not rows: who is the same person by exact identifiers and keys, and what each one lost.
// In: merged tables. Out: the number of people with its bounds, and for each class and table how many.
// Merging two people is the worst error (it would tell one what the other lost), so that only a shared
// address or a shared key makes one person of two rows, and not even these against the names.

import type { DataClass } from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import { forEachRecord, type MergedTable } from './merged-table.ts';
import { addToMask, classNames, layPersonNodes, type PersonNodes, recordMask } from './person-nodes.ts';
import { findLinks, indexKeys, type KeyIndex, type TableLink } from './table-links.ts';
import { UnionFind } from './union-find.ts';

export type LinkMeaning = 'same person' | 'belongs to' | 'relation';

export interface ResolvedLink extends TableLink {
  meaning: LinkMeaning;
}

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

/** Rows whose addresses agree with those they point to, at least: below, the key means something else than "the same". */
const sameShare = 0.3;

export function resolvePeople(tables: MergedTable[], textEmails: HashIndex): ResolvedPeople {
  const names = classNames(tables);
  const keyIndexes = tables.map(indexKeys);
  const links: ResolvedLink[] = findLinks(tables, keyIndexes).map((link) => ({ ...link, meaning: 'relation' }));
  const isAboutPeople = tables.map((table, i) => namesPeople(table, links.some((link) => link.from === i)));
  const nodes = layPersonNodes(tables, isAboutPeople, names);
  const sets = new UnionFind(nodes.count);
  const doubts: Doubts = { couldBeMore: 0, joins: [], floating: new Uint8Array(nodes.count), sharedMailboxes: 0 };

  for (const link of links) link.meaning = meaningOf(link, tables, nodes, keyIndexes);
  chooseOwners(links, tables, isAboutPeople);
  for (const link of links) if (link.meaning === 'same person') joinByKey(link, tables, nodes, keyIndexes, sets, doubts);
  joinSameKeys(tables, nodes, keyIndexes, sets);
  joinByAddress(nodes, sets, doubts);
  joinByPhone(nodes, sets);

  const attached = attachRows(links, tables, nodes, keyIndexes, names);
  return count(tables, nodes, sets, doubts, attached, links, textEmails, isAboutPeople);
}

/** Whether a table's rows are people: they have addresses, names or accounts of their own. */
function namesPeople(table: MergedTable, pointsElsewhere: boolean): boolean {
  const found = table.findings.map((findings) => findings[0]);
  const has = (dataClass: DataClass) => found.some((finding) => finding?.class === dataClass);
  if (has('Email addresses') || has('Usernames')) return true;
  if (found.some((finding) => finding?.class === 'Names' && (finding.standing === 'own' || has('Phone numbers') || has('Dates of birth')))) return true;
  return !pointsElsewhere && (has('Phone numbers') || has('Dates of birth')) && has('Names');
}

interface Doubts {
  /** People that may be more than were counted. */
  couldBeMore: number;
  /** Pairs of nodes that may be one person. */
  joins: [number, number][];
  /** Nodes that are one of several people, nobody can say of whom: not counted by themselves. */
  floating: Uint8Array;
  sharedMailboxes: number;
}

/** Calls `visit` with the node of each row of the pointing table and the node it points to. */
function forEachPair(
  link: TableLink,
  tables: MergedTable[],
  nodes: PersonNodes,
  keyIndexes: (KeyIndex | null)[],
  visit: (node: number, target: number) => void,
): void {
  const { keys, records } = keyIndexes[link.to]!;
  const base = nodes.base[link.to]!;
  const own = nodes.base[link.from]!;
  forEachRecord(tables[link.from]!, (record, words, from, wordOf) => {
    const at = from + wordOf[link.gathered]!;
    if (words[at] === 0 && words[at + 1] === 0) return;
    const key = keys.find(words[at]!, words[at + 1]!);
    if (key >= 0) visit(own + record, base + records[key]!);
  });
}

/** What a key between two tables about people means, by whether the rows it joins agree on address and name. */
function meaningOf(link: ResolvedLink, tables: MergedTable[], nodes: PersonNodes, keyIndexes: (KeyIndex | null)[]): LinkMeaning {
  if (nodes.base[link.from]! < 0 || nodes.base[link.to]! < 0) return 'belongs to';
  if (link.from === link.to) return 'relation';
  let compared = 0;
  let agreeing = 0;
  forEachPair(link, tables, nodes, keyIndexes, (node, target) => {
    const byEmail = nodes.email[node]! >= 0 && nodes.email[target]! >= 0;
    const byName = nodes.first[node] !== 0 && nodes.first[target] !== 0;
    if (!byEmail && !byName) return;
    compared++;
    if ((byEmail && nodes.email[node] === nodes.email[target]) || (byName && haveSameName(nodes, node, target))) agreeing++;
  });
  if (compared > 0) return agreeing >= compared * sameShare ? 'same person' : 'relation';
  return link.distinct >= link.filled * 0.95 ? 'same person' : 'relation';
}

function haveSameName(nodes: PersonNodes, a: number, b: number): boolean {
  return nodes.first[a] === nodes.first[b] && (nodes.last[a] === nodes.last[b] || nodes.last[a] === 0 || nodes.last[b] === 0);
}

/** A row that belongs to people by several keys (a payment: to customer and clerk) is the one's whom fewest share. */
function chooseOwners(links: ResolvedLink[], tables: MergedTable[], isAboutPeople: boolean[]): void {
  tables.forEach((_, from) => {
    const owners = links.filter((link) => link.from === from && link.meaning === 'belongs to' && !isAboutPeople[from] && isAboutPeople[link.to]);
    const owner = owners.toSorted((a, b) => b.distinct - a.distinct || a.column - b.column)[0];
    for (const link of owners) if (link !== owner) link.meaning = 'relation';
  });
}

function joinByKey(link: ResolvedLink, tables: MergedTable[], nodes: PersonNodes, keyIndexes: (KeyIndex | null)[], sets: UnionFind, doubts: Doubts): void {
  forEachPair(link, tables, nodes, keyIndexes, (node, target) => {
    const { first, last } = nodes;
    const conflict = first[node] !== 0 && first[target] !== 0 && first[node] !== first[target] && last[node] !== last[target];
    if (conflict) doubts.joins.push([node, target]);
    else sets.join(node, target);
  });
}

/** Rows of one table with the same primary key are one row, written twice. */
function joinSameKeys(tables: MergedTable[], nodes: PersonNodes, keyIndexes: (KeyIndex | null)[], sets: UnionFind): void {
  tables.forEach((table, i) => {
    const index = keyIndexes[i];
    const base = nodes.base[i]!;
    if (!index || base < 0 || countOf(table) === index.keys.size) return;
    const gathered = table.plan.gathered.findIndex((entry) => entry.normal === 'key' && entry.column === table.keys.primary);
    forEachRecord(table, (record, words, from, wordOf) => {
      const at = from + wordOf[gathered]!;
      const key = index.keys.find(words[at]!, words[at + 1]!);
      if (key >= 0 && index.records[key] !== record) sets.join(base + record, base + index.records[key]!);
    });
  });
}

function countOf(table: MergedTable): number {
  return table.parts.reduce((sum, part) => sum + part.count, 0);
}

/** Nodes by address, as linked lists: the first node of each address and the next one of each node. */
function chainByEmail(nodes: PersonNodes): { head: Int32Array; next: Int32Array } {
  const head = new Int32Array(nodes.emails.size).fill(-1);
  const next = new Int32Array(nodes.count).fill(-1);
  for (let node = nodes.count - 1; node >= 0; node--) {
    const email = nodes.email[node]!;
    if (email < 0) continue;
    next[node] = head[email]!;
    head[email] = node;
  }
  return { head, next };
}

/** The same address is the same person, unless the names say that several share it. */
function joinByAddress(nodes: PersonNodes, sets: UnionFind, doubts: Doubts): void {
  const { head, next } = chainByEmail(nodes);
  for (let email = 0; email < head.length; email++) {
    const start = head[email]!;
    if (next[start]! < 0) continue;
    const clusters = new Map<number, number>();
    const isRole = nodes.isRole[email] === 1;
    let unnamed = -1;
    let lastNames = 0;
    for (let node = start; node >= 0; node = next[node]!) {
      const name = isRole ? Math.imul(nodes.first[node]!, 31) ^ nodes.last[node]! : nodes.first[node]!;
      if (name === 0) {
        // rows without a name, such as accounts, are the same person as one another
        if (unnamed >= 0) {
          if (isRole && sets.find(unnamed) !== sets.find(node)) doubts.couldBeMore++;
          sets.join(unnamed, node);
        }
        unnamed = node;
        continue;
      }
      const known = clusters.get(name);
      if (known === undefined) clusters.set(name, node);
      else {
        if (nodes.last[known] !== nodes.last[node] && nodes.last[known] !== 0 && nodes.last[node] !== 0) lastNames++;
        sets.join(known, node);
      }
    }
    doubts.couldBeMore += lastNames;
    const named = [...clusters.values()];
    if (named.length > 1 && new Set(named.map((node) => sets.find(node))).size > 1) {
      doubts.sharedMailboxes++;
      if (!isRole) for (const node of named.slice(1)) doubts.joins.push([named[0]!, node]);
    }
    if (unnamed < 0) continue;
    if (named.length === 1) sets.join(unnamed, named[0]!);
    else if (named.length > 1) markFloating(nodes, next, start, named, sets, doubts);
  }
}

/** Unnamed rows of an address that several people share: theirs, but whose cannot be told. */
function markFloating(nodes: PersonNodes, next: Int32Array, start: number, named: number[], sets: UnionFind, doubts: Doubts): void {
  const roots = new Set(named.map((node) => sets.find(node)));
  let some = false;
  for (let node = start; node >= 0; node = next[node]!) {
    if (nodes.first[node] !== 0 || nodes.last[node] !== 0 || roots.has(sets.find(node))) continue;
    doubts.floating[node] = 1;
    some = true;
  }
  if (some) doubts.couldBeMore++;
}

/** Rows that have nothing but a telephone number are told apart by it. */
function joinByPhone(nodes: PersonNodes, sets: UnionFind): void {
  const known = new Map<number, number>();
  for (let node = 0; node < nodes.count; node++) {
    const phone = nodes.phone[node]!;
    if (phone === 0 || nodes.email[node]! >= 0 || nodes.first[node] !== 0 || nodes.last[node] !== 0) continue;
    const other = known.get(phone);
    if (other === undefined) known.set(phone, node);
    else sets.join(other, node);
  }
}

/** For each table that only attaches something to people, the node of each of its records, or -1. */
function attachRows(links: ResolvedLink[], tables: MergedTable[], nodes: PersonNodes, keyIndexes: (KeyIndex | null)[], names: DataClass[]): Map<number, Int32Array> {
  const attached = new Map<number, Int32Array>();
  for (const link of links) {
    if (link.meaning !== 'belongs to') continue;
    const isOwned = nodes.base[link.to]! >= 0;
    if (isOwned === nodes.base[link.from]! >= 0) continue;
    const { keys, records } = keyIndexes[link.to]!;
    const held = isOwned ? link.from : link.to;
    const table = tables[held]!;
    if (!table.findings.some((found) => found.length > 0)) continue;
    const owners = attached.get(held) ?? new Int32Array(countOf(table)).fill(-1);
    attached.set(held, owners);
    const masks = masksOf(table, names);
    forEachRecord(tables[link.from]!, (record, words, from, wordOf) => {
      const at = from + wordOf[link.gathered]!;
      if (words[at] === 0 && words[at + 1] === 0) return;
      const key = keys.find(words[at]!, words[at + 1]!);
      if (key < 0) return;
      const target = records[key]!;
      const node = isOwned ? nodes.base[link.to]! + target : nodes.base[link.from]! + record;
      const row = isOwned ? record : target;
      owners[row] = node;
      addToMask(nodes.classes, node, masks.low[row]!, masks.high[row]!);
    });
  }
  return attached;
}

function masksOf(table: MergedTable, names: DataClass[]): { low: Uint32Array; high: Uint32Array } {
  const size = countOf(table);
  const masks = { low: new Uint32Array(size), high: new Uint32Array(size) };
  const maskOf = recordMask(table, names);
  forEachRecord(table, (record, words, from, wordOf) => {
    [masks.low[record], masks.high[record]] = maskOf(words, from, wordOf);
  });
  return masks;
}

function count(
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
    if (nodes.isSomebody[node] !== 1 || doubts.floating[node] === 1) continue;
    isPerson[root] = 1;
    const speaks = nodes.email[node]! >= 0 || nodes.first[node] !== 0 || nodes.last[node] !== 0;
    if (speaks) said[root]! |= SPEAKS;
    if (nodes.isTest[node] !== 1) said[root]! |= speaks ? REAL : REAL_ACCOUNT;
  }
  const byClass = new Float64Array(names.length);
  let people = 0;
  let tests = 0;
  for (let root = 0; root < nodes.count; root++) {
    if (isPerson[root] !== 1) continue;
    if (!isReal(said[root]!)) {
      tests++;
      isPerson[root] = 2;
      continue;
    }
    people++;
    for (let bit = 0; bit < names.length; bit++) {
      const word = bit < 31 ? low[root]! : high[root]!;
      if (word & (1 << (bit < 31 ? bit : bit - 31))) byClass[bit]!++;
    }
  }
  const unread = tables.reduce((sum, table, i) => sum + (isAboutPeople[i] ? table.unreadRows : 0), 0);
  return {
    count: people,
    min: countAtLeast(nodes, sets, doubts, isPerson),
    max: people + tests + doubts.couldBeMore + unread,
    testAccounts: tests,
    sharedMailboxes: doubts.sharedMailboxes,
    mentioned: countMentioned(tables, nodes, textEmails),
    tables: tables.map((table, i) => resolvedTable(table, i, nodes, sets, isPerson, attached, isAboutPeople)),
    links,
    classes: names.map((name, bit) => ({ class: name, people: byClass[bit]! })),
  };
}

/** What the rows of a person say: an address or a name, one that is no test identity's, an account that is not. */
const SPEAKS = 1;
const REAL = 2;
const REAL_ACCOUNT = 4;

/** A person is a test identity when every row that names him is one's; accounts count where nothing names him. */
function isReal(said: number): boolean {
  return said & SPEAKS ? (said & REAL) !== 0 : (said & REAL_ACCOUNT) !== 0;
}

/** Fewest people that the rows allow: those who agree on full name and on telephone, birth date or address may be one. */
function countAtLeast(nodes: PersonNodes, sets: UnionFind, doubts: Doubts, isPerson: Uint8Array): number {
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
  let fewest = 0;
  for (let root = 0; root < nodes.count; root++) {
    if (isPerson[root] !== 1) continue;
    const wide = wider.find(root);
    if (seen[wide] === 0) fewest++;
    seen[wide] = 1;
  }
  return fewest;
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
): ResolvedTable {
  const owners = attached.get(index);
  const base = nodes.base[index]!;
  const members = isAboutPeople[index] ? countOf(table) : (owners?.length ?? 0);
  const seen = new Uint8Array(members > 0 ? nodes.count : 0);
  let people = 0;
  for (let record = 0; record < members; record++) {
    const node = isAboutPeople[index] ? base + record : owners![record]!;
    if (node < 0) continue;
    const root = sets.find(node);
    if (isPerson[root] !== 1 || seen[root] === 1) continue;
    seen[root] = 1;
    people++;
  }
  if (isAboutPeople[index]) return { about: 'people', people };
  const holds = table.findings.some((found) => found.length > 0) || table.mentions.size > 0;
  return { about: people > 0 && holds ? 'linked' : 'nobody', people: holds ? people : 0 };
}
