// Who was found, person by person, for whoever keeps or checks it: the identifiers of each, and what his rows held.
// In: what resolving came to. Out: numbers and keyed hashes, never a value. Nothing is computed before it is asked
// for; each walk goes once over the records. Only what was joined exactly is one person here.

import {
  identifierOf,
  type ValidatorId,
  type ValidatorName,
  validatorIds,
  validators,
} from '../recognise/index.ts';
import type { MergedTable } from './merged-table.ts';
import { nameHash } from './name-hash.ts';
import { PersonNumbers, type ResolvedNodes } from './person-numbers.ts';
import { RowPatterns, type RowPattern } from './row-patterns.ts';
import type { RecordColumn } from './table-records.ts';

/** What a person can be found by; `nameAndBirth`: see `nameHash`, and the date of birth as yyyymmdd. */
export type IdentifierSort = ValidatorName | 'nameAndBirth';

export interface PeopleIndex {
  /** People are numbered from 0. */
  count: number;
  /** Bits of `personFlags`. */
  flags(person: number): number;
  /** What a row of a table held: index of the merged table, and its columns with a recognised value. */
  patterns: readonly RowPattern[];
  /** The hash is that of the value's normal form. One identifier may be several people's; a pair may come again. */
  forEachIdentifier(visit: (person: number, sort: IdentifierSort, low: number, high: number) => void): void;
  /**
   * For each row that is the person's or belongs to it; where a table's rows differ too much, for each of its values.
   */
  forEachExposure(visit: (person: number, pattern: number) => void): void;
  /** Identifiers in rows that are nobody's, and addresses in rows about somebody that do not stand for him. */
  forEachFurtherIdentifier(visit: VisitFurther): void;
  /** The person whose row a record is, or belongs to; -1 where it is nobody's. */
  personOf(table: number, record: number): number;
  /** What the record of a table held; for rows that differ too much each of its columns. Nothing for tables of nobody. */
  forEachPatternOf(table: number, record: number, visit: (pattern: number) => void): void;
}

/** `record`: of the table, in which it stands. */
export type VisitFurther = (
  table: number,
  column: number,
  sort: IdentifierSort,
  low: number,
  high: number,
  record: number,
) => void;

export function createPeopleIndex(resolved: ResolvedNodes): PeopleIndex {
  let numbers: PersonNumbers | null = null;
  let patterns: RowPatterns | null = null;
  const numbered = () => (numbers ??= new PersonNumbers(resolved));
  const patterned = () => (patterns ??= new RowPatterns(resolved.tables, (i) => holdsPeople(resolved, i)));
  return {
    get count() {
      return numbered().count;
    },
    flags: (person) => numbered().flags[person]!,
    get patterns() {
      return patterned().list;
    },
    forEachIdentifier(visit) {
      resolved.tables.forEach((table, i) => {
        if (holdsPeople(resolved, i)) visitIdentifiers(table, i, resolved, numbered(), visit);
      });
    },
    forEachExposure(visit) {
      resolved.tables.forEach((table, i) => {
        if (!holdsPeople(resolved, i)) return;
        const patternsOf = patterned().ofTable(i);
        for (let record = 0; record < table.records.count; record++) {
          const person = numbered().ofRecord(i, record);
          if (person >= 0) patternsOf(record, (pattern) => visit(person, pattern));
        }
      });
    },
    forEachFurtherIdentifier(visit) {
      resolved.tables.forEach((table, i) => visitFurther(table, i, resolved, numbered(), visit));
    },
    personOf: (table, record) => (holdsPeople(resolved, table) ? numbered().ofRecord(table, record) : -1),
    forEachPatternOf(table, record, visit) {
      if (holdsPeople(resolved, table)) patterned().ofTable(table)(record, visit);
    },
  };
}

function holdsPeople({ nodes, attached }: ResolvedNodes, table: number): boolean {
  return nodes.base[table]! >= 0 || attached.has(table);
}

interface Field {
  column: RecordColumn;
  /** Number of the table's column. */
  at: number;
  sort: ValidatorName;
}

function visitIdentifiers(
  table: MergedTable,
  index: number,
  { nodes }: ResolvedNodes,
  numbers: PersonNumbers,
  visit: (person: number, sort: IdentifierSort, low: number, high: number) => void,
): void {
  const isOwn = nodes.base[index]! >= 0;
  const { emails, others, names, births } = fieldsOf(table);
  // an address in a row that only belongs to somebody may be another's
  const addresses = isOwn ? emails : [];
  for (let record = 0; record < table.records.count; record++) {
    const person = numbers.ofRecord(index, record);
    if (person < 0) continue;
    for (const { column, sort } of addresses) {
      if (!isThere(column, record)) continue;
      visit(person, sort, column.low[record]!, column.high![record]!);
      break; // the first one stands for the person, a second may be anybody's
    }
    for (const { column, sort } of others)
      if (isThere(column, record)) visit(person, sort, column.low[record]!, column.high![record]!);
    if (!isOwn) continue;
    for (const birth of births) {
      const date = birth[record]!;
      if (date === 0) continue;
      for (const { first, last } of names) {
        const name = nameHash(first[record]!, last[record]!);
        if (name !== 0) visit(person, 'nameAndBirth', name, date);
      }
    }
  }
}

function isThere({ low, high }: RecordColumn, record: number): boolean {
  return low[record] !== 0 || high![record] !== 0;
}

function visitFurther(
  table: MergedTable,
  index: number,
  { nodes }: ResolvedNodes,
  numbers: PersonNumbers,
  visit: VisitFurther,
): void {
  const { emails, others } = fieldsOf(table);
  if (emails.length + others.length === 0) return;
  const isOwn = nodes.base[index]! >= 0;
  for (let record = 0; record < table.records.count; record++) {
    const isSomebodys = numbers.ofRecord(index, record) >= 0;
    let own: RecordColumn | null = null;
    for (const { column, at, sort } of emails) {
      if (!isThere(column, record)) continue;
      if (own === null && isOwn && isSomebodys) own = column;
      else if (!isSame(column, own, record))
        visit(index, at, sort, column.low[record]!, column.high![record]!, record);
    }
    if (isSomebodys) continue;
    for (const { column, at, sort } of others)
      if (isThere(column, record)) visit(index, at, sort, column.low[record]!, column.high![record]!, record);
  }
}

function isSame(a: RecordColumn, b: RecordColumn | null, record: number): boolean {
  return b !== null && a.low[record] === b.low[record] && a.high![record] === b.high![record];
}

/** A table's gathered columns by what they say of whose a row is. */
function fieldsOf({ plan, records }: MergedTable) {
  const emails: Field[] = [];
  const others: Field[] = [];
  const firsts: Uint32Array[] = [];
  const lasts: Uint32Array[] = [];
  const names: { first: Uint32Array; last: Uint32Array }[] = [];
  const births: Uint32Array[] = [];
  plan.gathered.forEach(({ column: at, validator, normal }, gathered) => {
    if (validator === -1 || normal === 'nested') return;
    const column = records.columns[gathered]!;
    const { name: sort } = validators[validator]!;
    if (normal === 'email') emails.push({ column, at, sort });
    else if (normal === 'first name') firsts.push(column.low);
    else if (normal === 'last name') lasts.push(column.low);
    else if (normal === 'full name') names.push({ first: column.low, last: column.high! });
    else if (normal === 'birth date') births.push(column.low);
    else if (normal === 'phone' || validator === validatorIds.username || isHolders(validator))
      others.push({ column, at, sort });
  });
  for (const first of firsts) for (const last of lasts) names.push({ first, last });
  return { emails, others, names, births };
}

/** An identifier of a person or of his account: an organisation's number is shared by all who work there. */
function isHolders(validator: ValidatorId): boolean {
  const identifier = identifierOf(validator);
  return identifier !== null && identifier.subject !== 'organisation';
}
