// From the parts of all threads to tables: which tables there are, what their columns are called, what the
// whole file's sample says they hold. In: parts and schemas. Out: tables ready to be resolved, and those
// whose rows must be read a second time because a first glance had taken them for something else.

import { readTable } from '../recognise/index.ts';
import type { TableSchema } from '../read/index.ts';
import {
  covers,
  mergeParts,
  type MergedTable,
  type SampledValue,
  type TallyPart,
  tableKeys,
  type TablePlan,
} from '../resolve/index.ts';
import { presetFindings } from './document-tables.ts';
import { type KnownTables, nothingKnown, withKnown } from './deliveries/known-tables.ts';
import { folderOf } from './file-table.ts';
import { judgedByKey } from './key-value-columns.ts';
import { columnsOf, mapColumns } from './table-columns.ts';
import { planOf, tableSampleOf } from './table-entry.ts';
import { type InputSchema, tableKey, type TableName, type WorkerResult } from './read-job.ts';
import { mergeSamples } from './merge-samples.ts';

interface TableParts extends TableName {
  source: string;
  parts: TallyPart[];
}

type SchemaFor = (name: TableName) => TableSchema | null;
type Schemas = Map<string, InputSchema & { schema: TableSchema }>;

export interface SettledTable {
  /** The first leaf that has rows of it, and the database in use there. */
  source: string;
  database: string;
  name: string;
  /** The leaf whose own database it is in, or '' where leaves share one; that database or folder. */
  ownLeaf: string;
  folder: string;
  /** Under which the threads know its parts, as `tableKey` makes them. */
  keys: string[];
  merged: MergedTable;
  /** By column, what recognise noted that is nobody's personal data. */
  notes: (string | null)[];
  samples: SampledValue[][];
}

export interface TableToRepeat extends TableName {
  columns: (string | null)[];
  plan: TablePlan;
}

export interface Settled {
  tables: SettledTable[];
  repeat: TableToRepeat[];
}

/** A further reading of some tables. */
export interface FurtherPass {
  tables: TableToRepeat[];
  results: WorkerResult[];
}

/**
 * What a further pass tallied of its tables stands in for what the passes before had of them. Tables that must be
 * read once more are under `repeat`, not under `tables`.
 */
export function settleTables(
  first: WorkerResult[],
  further: FurtherPass[],
  schemas: Schemas,
  today: Date,
  known: KnownTables = nothingKnown,
): Settled {
  const byTable = gather(first);
  for (const pass of further) {
    const again = gather(pass.results);
    for (const name of pass.tables) {
      const repeated = again.get(tableKey(name));
      if (repeated) byTable.set(tableKey(name), repeated);
    }
  }
  const tables = [...byTable.values()];
  const ownLeaves = new Set(
    tables.filter((table) => schemas.has(tableKey(table))).map((table) => table.leaf),
  );
  const databases = new Map<string, number>();
  const settled: Settled = { tables: [], repeat: [] };
  const schemaFor = schemaFinder(schemas);
  const groups = Map.groupBy(tables, (table) => JSON.stringify([keyOf(table), table.table]));
  for (const group of [...groups.values()].toSorted((a, b) => compareNames(a[0]!, b[0]!))) {
    const home = homeOf(group[0]!);
    const database = databases.get(keyOf(group[0]!)) ?? databases.size;
    databases.set(keyOf(group[0]!), database);
    settleGroup(group, { ...home, database }, { schemaFor, known, today }, settled);
  }
  return settled;

  /** Leaves that state the schemas of the rows they hold are databases of their own; all others belong together. */
  function homeOf({ leaf, database }: TableName): Pick<TableHome, 'ownLeaf' | 'folder'> {
    return { ownLeaf: ownLeaves.has(leaf) ? leaf : '', folder: folderOf(database) };
  }

  function keyOf(table: TableName): string {
    return JSON.stringify(homeOf(table));
  }
}

/** The database that a table is in. */
interface TableHome {
  /** The leaf whose own it is, or ''. */
  ownLeaf: string;
  folder: string;
  /** Numbers databases. */
  database: number;
}

interface SettleBy {
  schemaFor: SchemaFor;
  known: KnownTables;
  today: Date;
}

function gather(results: WorkerResult[]): Map<string, TableParts> {
  const byTable = new Map<string, TableParts>();
  for (const { tables } of results) {
    for (const { leaf, database, table, source, part } of tables) {
      if (part.rows === 0 && part.unreadRows === 0) continue;
      const key = tableKey({ leaf, database, table });
      const known = byTable.get(key);
      if (known) {
        known.parts.push(part);
        if (source < known.source) known.source = source;
      } else byTable.set(key, { leaf, database, table, source, parts: [part] });
    }
  }
  return byTable;
}

/** The schema stated in the same input and database, else in the same database, else under the same name anywhere. */
function schemaFinder(schemas: Schemas): SchemaFor {
  const namesakes = Map.groupBy([...schemas.values()].toSorted(compareNames), (entry) => entry.table);
  return (name) => {
    const same = namesakes.get(name.table) ?? [];
    const found =
      schemas.get(tableKey(name)) ?? same.find((entry) => entry.database === name.database) ?? same[0];
    return found?.schema ?? null;
  };
}

function settleGroup(
  group: TableParts[],
  home: TableHome,
  { schemaFor, known, today }: SettleBy,
  settled: Settled,
): void {
  const name = group[0]!;
  const schema = schemaFor(name);
  const parts = group.flatMap((table) => table.parts);
  const columns = columnsOf(parts, schema);
  const mapped = parts.map((part) => ({ part, columnOf: mapColumns(part.columns, columns) }));
  const samples = mergeSamples(mapped, columns.length);
  const filled = new Float64Array(columns.length);
  for (const { part, columnOf } of mapped)
    part.filled.forEach((count, i) => (filled[columnOf[i]!]! += count));
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const sample = tableSampleOf(name.table, columns, schema, samples, { rows, filled });
  const { findings: found, notes } = schema?.holds
    ? { findings: presetFindings(schema.holds), notes: [] }
    : readTable(sample, { today });
  const earlier = home.ownLeaf === '' ? known.tableOf(home.folder, name.table) : null;
  const findings = withKnown(judgedByKey(columns, found), columns, filled, earlier);
  const plan = planOf(schema, findings, columns);
  const isUncovered = (part: TallyPart) =>
    part.spoilt || misnamed(part, schema) || !covers(mapPlan(part, columns), plan);
  if (parts.some(isUncovered)) {
    for (const { leaf, database: used, table } of group) {
      settled.repeat.push({ leaf, database: used, table, columns, plan });
    }
    return;
  }
  const merged = mergeParts(
    {
      name: schema?.name || name.table,
      database: home.database,
      columns: columns.map((column, i) => ({ name: column, type: schema?.columns[i]?.type ?? null })),
      schema,
      keys: tableKeys(columns, schema),
      findings,
      plan,
    },
    mapped,
  );
  const [source] = group.map((table) => table.source).toSorted(compare);
  const keys = group.map(tableKey);
  settled.tables.push({
    source: source!,
    database: name.database,
    name: merged.name,
    ownLeaf: home.ownLeaf,
    folder: home.folder,
    keys,
    merged,
    notes,
    samples,
  });
}

/** A part's plan as if it had been made over the table's columns. */
function mapPlan(part: TallyPart, columns: (string | null)[]): TablePlan {
  const columnOf = mapColumns(part.columns, columns);
  const isEmail: boolean[] = [];
  part.plan.isEmail.forEach((is, i) => (isEmail[columnOf[i]!] = is));
  return {
    ...part.plan,
    isEmail,
    gathered: part.plan.gathered.map((entry) => ({ ...entry, column: columnOf[entry.column]! })),
  };
}

/** Rows read before the schema was known were told apart by position only: keys need the names. */
function misnamed(part: TallyPart, schema: TableSchema | null): boolean {
  return schema !== null && part.columns.some((name) => name === null);
}

export function compareNames(a: TableName, b: TableName): number {
  return compare(a.leaf, b.leaf) || compare(a.database, b.database) || compare(a.table, b.table);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
