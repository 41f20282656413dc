// Which tables a subset cuts, and by which keys their rows belong together. In: rules, the schemas of the source, links that a
// plan names. Out: plain data for the threads. A table is cut if it is named, or holds a key of one that is cut; all others
// stay whole.

import { TocsinError } from '../../../base/index.ts';
import type { PlanLink } from '../../../mask/index.ts';
import type { TableSchema } from '../../../read/index.ts';
import type { SubsetRule } from './subset-rule.ts';

export interface SubsetTable {
  name: string;
  /** Those that any key of it has. */
  columns: string[];
  /** Each key as places in `columns`; the first is what rows are chosen by, where the table is named. */
  keys: number[][];
  rule: SubsetRule | null;
}

/** Rows of `child` refer by one key to rows of `parent`. Numbers of tables and of their keys. */
export interface SubsetLink {
  child: number;
  childKey: number;
  parent: number;
  parentKey: number;
}

export interface SubsetPlan {
  /** Those that are cut. */
  tables: SubsetTable[];
  links: SubsetLink[];
}

export interface SubsetSource {
  schemas: readonly TableSchema[];
  /** Every table with rows, and its columns as they were met. */
  columns: ReadonlyMap<string, readonly string[]>;
  /** Of the plan. */
  links: readonly PlanLink[];
}

interface NamedLink {
  child: string;
  childColumns: readonly string[];
  parent: string;
  parentColumns: readonly string[];
}

/** Throws MASK_SUBSET where a rule or a link names what the source does not have. */
export function planSubset(rules: readonly SubsetRule[], source: SubsetSource): SubsetPlan {
  const schemas = new Map(source.schemas.map((schema) => [schema.name.toLowerCase(), schema]));
  const findTable = tableFinder(source);
  const ruleOf = new Map<string, SubsetRule>();
  for (const rule of rules) {
    const table = findTable(rule.table);
    if (table === null) throw unknown(`the source has no table ${rule.table}`);
    if (ruleOf.has(table)) throw unknown(`two rules are given for the table ${table}`);
    ruleOf.set(table, rule);
  }
  const links = namedLinks(source, schemas, findTable);
  const cut = new Set(ruleOf.keys());
  // a table is looked at once, when it is cut
  for (const table of cut) for (const { child, parent } of links) if (parent === table) cut.add(child);
  const tables = [...cut].map((name): SubsetTable => ({
    name,
    columns: [],
    keys: [],
    rule: ruleOf.get(name) ?? null,
  }));
  const numbers = new Map(tables.map(({ name }, number) => [name, number]));
  for (const table of tables) if (table.rule) keyOf(table, choosingColumns(table.name, source, schemas));
  return {
    tables,
    links: links
      .filter(({ parent }) => cut.has(parent))
      .map(({ child, childColumns, parent, parentColumns }) => ({
        child: numbers.get(child)!,
        childKey: keyOf(tables[numbers.get(child)!]!, childColumns),
        parent: numbers.get(parent)!,
        parentKey: keyOf(tables[numbers.get(parent)!]!, parentColumns),
      })),
  };
}

function unknown(what: string): TocsinError {
  return new TocsinError('MASK_SUBSET', what);
}

/** By its name as it is, then in any letter case, then without the schema before it, where one table is meant. */
function tableFinder({ schemas, columns }: SubsetSource): (name: string) => string | null {
  const names = [...new Set([...columns.keys(), ...schemas.map(({ name }) => name)])];
  const folded = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  for (const name of names) {
    note(folded, name.toLowerCase(), name);
    note(bare, name.slice(name.lastIndexOf('.') + 1).toLowerCase(), name);
  }
  const exact = new Set(names);
  return (name) => {
    if (columns.has(name)) return name;
    const known = folded.get(name.toLowerCase());
    if (known?.length === 1) return known[0]!;
    if (exact.has(name)) return name;
    const meant = bare.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
    return meant?.length === 1 ? meant[0]! : null;
  };
}

function note(index: Map<string, string[]>, key: string, name: string): void {
  const known = index.get(key);
  if (!known) index.set(key, [name]);
  else if (known.every((other) => other.toLowerCase() !== name.toLowerCase())) known.push(name);
}

/** Those of the schemas whose tables the source has, and those of the plan. */
function namedLinks(
  { links }: SubsetSource,
  schemas: ReadonlyMap<string, TableSchema>,
  findTable: (name: string) => string | null,
): NamedLink[] {
  const found: NamedLink[] = [];
  for (const { name, foreignKeys, compositeKeys = [] } of schemas.values()) {
    const single = foreignKeys.map(({ column, table, toColumn }) => ({
      columns: [column],
      table,
      toColumns: toColumn === '' ? [] : [toColumn],
    }));
    for (const { columns, table, toColumns } of [...single, ...compositeKeys]) {
      const [child, parent] = [findTable(name), findTable(table)];
      if (child === null || parent === null) continue;
      const parentColumns =
        toColumns.length > 0 ? toColumns : (schemas.get(parent.toLowerCase())?.primaryKey ?? []);
      if (parentColumns.length === columns.length)
        found.push({ child, childColumns: columns, parent, parentColumns });
    }
  }
  for (const { table, column, toTable, toColumn } of links) {
    const [child, parent] = [findTable(table), findTable(toTable)];
    if (child === null || parent === null)
      throw unknown(
        `a link of the plan names a table that the source does not have: ${child === null ? table : toTable}`,
      );
    found.push({ child, childColumns: [column], parent, parentColumns: [toColumn] });
  }
  return found;
}

/** The primary key, else a unique column, else all columns. */
function choosingColumns(
  table: string,
  { columns }: SubsetSource,
  schemas: ReadonlyMap<string, TableSchema>,
): readonly string[] {
  const schema = schemas.get(table.toLowerCase());
  if (schema && schema.primaryKey.length > 0) return schema.primaryKey;
  const [unique] = schema?.unique ?? [];
  if (unique !== undefined) return [unique];
  return schema?.columns.map(({ name }) => name) ?? columns.get(table) ?? [];
}

/** The number of the key of these columns. */
function keyOf(table: SubsetTable, names: readonly string[]): number {
  const places = names.map((name) => {
    const at = table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
    return at >= 0 ? at : table.columns.push(name) - 1;
  });
  const known = table.keys.findIndex(
    (key) => key.length === places.length && key.every((at, i) => at === places[i]),
  );
  return known >= 0 ? known : table.keys.push(places) - 1;
}
