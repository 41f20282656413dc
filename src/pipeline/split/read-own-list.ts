// A controller's own list of its customers: whoever an identifier in it names. In: a file and its columns as the rules
// have them. Out: identifiers as the vault hashes them, sort by sort, and how many values are none; no value. What a
// column holds is told by our own recogniser, or by the rules.

import { basename } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import {
  identifiers,
  identifierOf,
  type ValidatorName,
  validatorIds,
  validators,
} from '../../recognise/index.ts';
import { HashIndex } from '../../resolve/index.ts';
import { examine } from '../examine.ts';
import type { Findings } from '../findings.ts';
import { createIdentifierHasher } from '../identifier-hasher.ts';
import { parseTableKey } from '../read-job.ts';
import { readValues } from '../values/read-values.ts';
import type { SettledTable } from '../settle-tables.ts';
import { namePattern } from './name-pattern.ts';
import { nearestName } from './nearest-name.ts';
import { readPlainList } from './plain-list.ts';
import type { OwnList } from './split-rules.ts';
import { identifierIn, sortOfValues } from './value-sort.ts';

/** By sort of identifier. */
export type ListedIdentifiers = Map<ValidatorName, HashIndex>;

/** Of a column of a list: values that are there, and those of them that are of the sort. */
export interface ReadColumn {
  column: string;
  sort: ValidatorName;
  values: number;
  recognised: number;
}

export interface OwnListRead {
  listed: ListedIdentifiers;
  columns: ReadColumn[];
}

export interface ReadListOptions {
  seed: readonly [number, number];
  now: Date;
  workers?: number;
  signal?: AbortSignal;
}

/** `path`: where the list lies. RULES_WRONG where it has no column that is asked for, or holds no identifier at all. */
export async function readOwnList(
  path: string,
  list: OwnList,
  options: ReadListOptions,
): Promise<OwnListRead> {
  const plain = takePlain(path, list, options);
  if (plain !== null) return plain;
  const listed: ListedIdentifiers = new Map();
  const read: ReadColumn[] = [];
  const toHash: { table: SettledTable; columns: number[]; sorts: ValidatorName[] }[] = [];
  let found: Findings | null = null;
  await examine([path], {
    seed: [...options.seed],
    now: options.now,
    ...(options.workers ? { workers: options.workers } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    keep: (_examined, findings) => {
      found = findings;
      const names = findings.settled.tables.flatMap(({ merged }) => shownColumns(merged.columns));
      for (const { name } of list.columns)
        if (!names.some(namePattern(name))) throw noColumn(list, name, names);
      findings.settled.tables.forEach((table, i) => {
        const further = takeRecognised(table, findings.judged[i]!.plan.gathered, list, listed);
        if (further.columns.length > 0) toHash.push({ table, ...further });
      });
    },
  });
  for (const { table, columns, sorts } of toHash)
    read.push(...(await takeValues(found!, table, columns, sorts, listed, options)));
  const empty = list.columns.find(({ name, sort }) => sort === null && !listedColumns(found!, name));
  if (empty || listed.size === 0) throw nothingListed(list, empty?.name ?? null);
  return { listed, columns: read };
}

/** Values that are looked at to tell what a list is of. */
const sampled = 1000;

/** One value a line, if that is what the file is and what it holds is told; else null. */
function takePlain(path: string, list: OwnList, { seed, signal }: ReadListOptions): OwnListRead | null {
  const plain = list.columns.length > 1 ? null : readPlainList(path);
  if (plain === null) return null;
  const [asked] = list.columns;
  const isHeader = asked !== undefined && namePattern(asked.name)(plain.first);
  const sample = plain.rest().take(sampled).toArray();
  if (asked !== undefined && !isHeader && !namePattern(asked.name)('column 1')) {
    const found = sortOfValues(sample, plain.first);
    // a first line that is a value is not told
    if (found === null || identifierIn(found, plain.first) !== null) return null;
    throw noColumn(list, asked.name, [plain.first]);
  }
  const sort = asked?.sort
    ? sortNamed(asked.sort, list)
    : sortOfValues(sample.length === 0 ? [plain.first] : sample, plain.first);
  if (sort === null) return null;
  const hash = createIdentifierHasher(seed);
  const index = new HashIndex();
  const isValue = !isHeader && identifierIn(sort, plain.first) !== null;
  const counts = { values: 0, recognised: 0 };
  const take = (value: string) => {
    counts.values++;
    const words = hashOf(hash, sort, value);
    if (words === null) return;
    counts.recognised++;
    index.add(...words);
  };
  if (isValue) take(plain.first);
  for (const value of plain.rest()) {
    if (counts.values % sampled === 0) signal?.throwIfAborted();
    take(value);
  }
  if (index.size === 0) throw nothingListed(list, asked?.name ?? null);
  const column = isValue ? 'column 1' : plain.first;
  return { listed: new Map([[sort, index]]), columns: [{ column, sort, ...counts }] };
}

function hashOf(
  hash: ReturnType<typeof createIdentifierHasher>,
  sort: ValidatorName,
  value: string,
): [low: number, high: number] | null {
  const identifier = identifierIn(sort, value);
  return identifier === null ? null : hash(sort, identifier);
}

function shownColumns(columns: readonly { name: string | null }[]): string[] {
  return columns.map(({ name }, i) => name ?? `column ${i + 1}`);
}

/** Takes what was recognised; tells the columns whose values are to be read, and of which sort these are. */
function takeRecognised(
  { merged }: SettledTable,
  gathered: readonly { column: number; validator: number; normal: string }[],
  list: OwnList,
  listed: ListedIdentifiers,
): { columns: number[]; sorts: ValidatorName[] } {
  const further: { columns: number[]; sorts: ValidatorName[] } = { columns: [], sorts: [] };
  shownColumns(merged.columns).forEach((name, column) => {
    const asked = list.columns.find((entry) => namePattern(entry.name)(name));
    if (list.columns.length > 0 && !asked) return;
    const at = gathered.findIndex((entry) => entry.column === column && entry.validator !== -1);
    const sort = at < 0 ? null : singlesOut(gathered[at]!.validator, asked !== undefined);
    const told = asked?.sort ? sortNamed(asked.sort, list) : null;
    const wanted = told ?? sort;
    if (wanted === null) return;
    further.columns.push(column);
    further.sorts.push(wanted);
    const held = merged.records.columns[at];
    if (sort !== wanted || !held?.high) return;
    const index = indexOf(listed, sort);
    for (let record = 0; record < merged.records.count; record++)
      if (held.low[record] !== 0 || held.high[record] !== 0) index.add(held.low[record]!, held.high[record]!);
  });
  return further;
}

/** A telephone may be a household's: it names somebody only where the rules ask for its column. */
function singlesOut(validator: number, isAsked: boolean): ValidatorName | null {
  const { name, id } = validators[validator]!;
  if (name === 'email' || name === 'username') return name;
  if (name === 'phone') return isAsked ? name : null;
  const subject = identifierOf(id)?.subject;
  return subject === undefined || subject === 'organisation' ? null : name;
}

/** Hashes the values of columns of which it is known what they are, and counts those that are none; texts have none. */
async function takeValues(
  { inputs, unpack }: Findings,
  { keys, merged }: SettledTable,
  columns: number[],
  sorts: ValidatorName[],
  listed: ListedIdentifiers,
  { seed, now, workers = 1, signal }: ReadListOptions,
): Promise<ReadColumn[]> {
  const hash = createIdentifierHasher(seed);
  const names = shownColumns(merged.columns);
  const read = columns.map((column, i): ReadColumn => ({
    column: names[column]!,
    sort: sorts[i]!,
    values: 0,
    recognised: 0,
  }));
  const asked = {
    names: keys.map(parseTableKey),
    columns: merged.columns.map(({ name }) => name),
    plan: { gathered: [], width: 2, merging: false, isEmail: [] },
    wanted: columns,
    slots: null,
  };
  const take = ({ ends, bytes }: { ends: Uint32Array; bytes: Uint8Array }) => {
    for (let i = 0; i < ends.length; i++) {
      const column = read[i % columns.length]!;
      const text = Buffer.from(bytes.subarray(i === 0 ? 0 : ends[i - 1]!, ends[i])).toString();
      if (text.trim() === '') continue;
      column.values++;
      const words = hashOf(hash, column.sort, text);
      if (words === null) continue;
      column.recognised++;
      indexOf(listed, column.sort).add(...words);
    }
  };
  await readValues(inputs, [asked], take, {
    workers,
    today: now.toISOString(),
    seed: [...seed],
    unpack,
    schemas: [],
    ...(signal ? { signal } : {}),
  });
  return read.filter(({ values }) => values > 0);
}

function indexOf(listed: ListedIdentifiers, sort: ValidatorName): HashIndex {
  let index = listed.get(sort);
  if (!index) listed.set(sort, (index = new HashIndex()));
  return index;
}

const plainSorts: readonly ValidatorName[] = ['email', 'phone', 'username'];

function sortNames(): ValidatorName[] {
  return [
    ...plainSorts,
    ...identifiers.filter(({ subject }) => subject !== 'organisation').map(({ name }) => name),
  ];
}

function sortNamed(text: string, { title }: OwnList): ValidatorName {
  const wanted = text.toLowerCase();
  const names = sortNames();
  const found = names.find(
    (name) =>
      name.toLowerCase() === wanted || identifierOf(validatorIds[name])?.label.toLowerCase() === wanted,
  );
  if (found) return found;
  const near = nearestName(text, names);
  throw new TocsinError('RULES_WRONG', `${title}: "is" names no identifier that is known`, {
    hint: near === null ? `it may be ${names.join(', ')}` : `it may be meant as ${near}`,
  });
}

/** Whether an identifier was recognised in the column. */
function listedColumns({ settled, judged }: Findings, name: string): boolean {
  const test = namePattern(name);
  return settled.tables.some(({ merged }, i) =>
    shownColumns(merged.columns).some(
      (shown, column) =>
        test(shown) &&
        judged[i]!.plan.gathered.some(
          (entry) =>
            entry.column === column && entry.validator !== -1 && singlesOut(entry.validator, true) !== null,
        ),
    ),
  );
}

function noColumn({ title, file }: OwnList, name: string, names: readonly string[]): TocsinError {
  const near = nearestName(name, names);
  return new TocsinError('RULES_WRONG', `${title}: ${basename(file)} has no column ${name}`, {
    hint: near === null ? `it has ${names.slice(0, 12).join(', ') || 'none'}` : `it has ${near}`,
  });
}

function nothingListed({ title, file }: OwnList, column: string | null): TocsinError {
  const where = column === null ? basename(file) : `the column ${column} of ${basename(file)}`;
  return new TocsinError('RULES_WRONG', `${title}: ${where} holds no identifier that is recognised`, {
    hint: 'say what its column is: "columns": [ { "name": "…", "is": "iban" } ]',
  });
}
