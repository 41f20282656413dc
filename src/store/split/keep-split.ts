// Puts a split into a vault, in the place of an earlier one, inside a transaction that its caller commits. In: walks
// over people and what rows of theirs each controller has. Out: rows in the tables, and how many people each controller
// has, by class. Twelve bytes a row while it works.

import type Database from 'better-sqlite3-multiple-ciphers';
import { TocsinError } from '../../base/index.ts';
import { BulkInsert } from '../bulk-insert.ts';
import { ProfileList } from '../person-profiles.ts';
import { createPairs, storedHash, visitSorted } from '../sorted-hashes.ts';
import { classesByProfile } from './read-split.ts';
import { splitNumberedTables } from './split-schema.ts';

export interface SplitSource {
  /** ISO 8601. */
  at: string;
  /** Kept as JSON. */
  rules: unknown;
  /** Names; walks give their places here. */
  controllers: readonly string[];
  /** People are numbered from 0; those who stand for nobody are not counted. */
  people: number;
  isCounted: (person: number) => boolean;
  controllersOf: (person: number) => readonly number[];
  /** For each row: who gets it, and its pattern in the vault. The walk is gone twice. */
  forEachHeld: (visit: (person: number, controller: number, pattern: number) => void) => void;
  /** Patterns of the vault, at most: all are below it. */
  patterns: number;
}

export interface ControllerCounts {
  people: number;
  classes: { class: string; people: number }[];
}

export interface KeptSplit {
  controllers: ControllerCounts[];
  /** People of no controller, and of more than one. */
  unassigned: number;
  several: number;
}

export interface KeepSplitOptions {
  signal?: AbortSignal;
  /** `done` of 0 to 1. */
  onProgress?: (done: number) => void;
}

const peopleBetweenPauses = 1 << 16;

export async function keepSplit(
  db: Database.Database,
  source: SplitSource,
  { signal, onProgress }: KeepSplitOptions = {},
): Promise<KeptSplit> {
  for (const table of [...splitNumberedTables, 'split']) db.exec(`DELETE FROM ${table}`);
  db.prepare('INSERT INTO split VALUES (?, ?)').run(source.at, JSON.stringify(source.rules));
  const numbers = keepControllers(db, source.controllers);
  const { ends, codes } = layCodes(source);
  const profiles = new BulkInsert(db, 'member_profile', 3);
  const list = new ProfileList((profile, pattern, rows) => profiles.add(profile, pattern, rows));
  const members = new BulkInsert(db, 'member', 3);
  const counts = source.controllers.map(() => new Map<number, number>());
  let unassigned = 0;
  let several = 0;
  for (let person = 0; person < source.people; person++) {
    const held = codes.subarray(person === 0 ? 0 : ends[person - 1]!, ends[person]);
    if (held.length > 1) held.sort();
    const controllers = source.controllersOf(person);
    const isCounted = source.isCounted(person);
    let from = 0;
    for (const controller of controllers) {
      const first = controller * source.patterns;
      while (from < held.length && held[from]! < first) from++;
      let to = from;
      while (to < held.length && held[to]! < first + source.patterns) held[to++]! -= first;
      const profile = list.of(held.subarray(from, to));
      from = to;
      members.add(numbers[controller]!, person, profile);
      if (isCounted) counts[controller]!.set(profile, (counts[controller]!.get(profile) ?? 0) + 1);
    }
    if (isCounted && controllers.length === 0) unassigned++;
    if (isCounted && controllers.length > 1) several++;
    if (person % peopleBetweenPauses !== 0) continue;
    onProgress?.(person / source.people);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    signal?.throwIfAborted();
  }
  profiles.end();
  members.end();
  const classesOf = profileClasses(db);
  return { controllers: counts.map((byProfile) => countClasses(byProfile, classesOf)), unassigned, several };
}

/** Rows of each person by controller and pattern, as one number each; where those of a person end. */
function layCodes({ people, controllers, patterns, forEachHeld }: SplitSource): {
  ends: Uint32Array;
  codes: Uint32Array;
} {
  if (controllers.length * patterns >= 2 ** 32)
    throw new TocsinError('RULES_WRONG', 'too many controllers for a case with so many different rows');
  const ends = new Uint32Array(people + 1);
  forEachHeld((person) => void ends[person]!++);
  let sum = 0;
  for (let person = 0; person <= people; person++) {
    const count = ends[person]!;
    ends[person] = sum;
    sum += count;
  }
  const codes = new Uint32Array(sum);
  forEachHeld(
    (person, controller, pattern) => void (codes[ends[person]!++] = controller * patterns + pattern),
  );
  // `ends[person]` was the beginning and has moved to the end
  return { ends, codes };
}

/** Numbers by place. A controller keeps its number; those that are named nowhere any more go. */
function keepControllers(db: Database.Database, names: readonly string[]): number[] {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO controller SELECT coalesce(max(controller), 0) + 1, ? FROM controller',
  );
  for (const name of names) insert.run(name);
  db.prepare(
    `DELETE FROM controller WHERE name NOT IN (SELECT value FROM json_each(?))
     AND name NOT IN (SELECT controller FROM directory)`,
  ).run(JSON.stringify(names));
  const number = db.prepare('SELECT controller FROM controller WHERE name = ?').pluck();
  return names.map((name) => number.get(name) as number);
}

function profileClasses(db: Database.Database): Map<number, string[]> {
  const rows = db
    .prepare(
      `SELECT DISTINCT profile, class FROM member_profile JOIN pattern USING (pattern) JOIN place USING (place)
       WHERE class <> '' ORDER BY profile`,
    )
    .raw()
    .iterate() as IterableIterator<[number, string]>;
  return classesByProfile(rows);
}

function countClasses(
  byProfile: ReadonlyMap<number, number>,
  classesOf: ReadonlyMap<number, string[]>,
): ControllerCounts {
  const byClass = new Map<string, number>();
  let people = 0;
  for (const [profile, count] of byProfile) {
    people += count;
    for (const dataClass of classesOf.get(profile) ?? [])
      byClass.set(dataClass, (byClass.get(dataClass) ?? 0) + count);
  }
  const classes = [...byClass].map(([dataClass, count]) => ({ class: dataClass, people: count }));
  return { people, classes: classes.toSorted((a, b) => b.people - a.people || (a.class < b.class ? -1 : 1)) };
}

/** What shows of a split without looking at its people; JSON. */
export function keepSplitResult(db: Database.Database, result: unknown): void {
  db.exec('DELETE FROM split_result');
  db.prepare('INSERT INTO split_result VALUES (?)').run(JSON.stringify(result));
}

/** What one of the own lists names people by, of one sort. */
export interface ListTokens {
  /** Place of the list among those of the rules. */
  list: number;
  sort: string;
  /** Hashes, low and high words in turn, each once. */
  words: Uint32Array;
}

/** Puts what own lists name people by in the place of earlier ones. */
export function keepListTokens(db: Database.Database, tokens: readonly ListTokens[]): void {
  db.exec('DELETE FROM split_list');
  const insert = new BulkInsert(db, 'split_list', 3);
  const ordered = tokens.toSorted((a, b) => a.list - b.list || (a.sort < b.sort ? -1 : 1));
  for (const { list, sort, words } of ordered) {
    const count = words.length / 2;
    const pairs = createPairs(count);
    for (let i = 0; i < count; i++) {
      pairs.top[i] = words[i * 2]!;
      pairs.bottom[i] = words[i * 2 + 1]!;
    }
    visitSorted(pairs, count, (top, bottom) => insert.add(list, sort, storedHash(top, bottom)));
  }
  insert.end();
}
