// From the parts of all threads to tables: which tables there are, what their columns are called, what the
// whole file's sample says they hold. In: parts and schemas. Out: tables ready to be resolved, and those
// whose rows must be read a second time because a first glance had taken them for something else.

import { classifyTable } from '../recognise/index.ts';
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
import { planOf, tableSampleOf } from './table-entry.ts';
import type { WorkerResult } from './read-job.ts';
import { mergeSamples } from './merge-samples.ts';

interface InputParts {
  input: number;
  name: string;
  parts: TallyPart[];
}

export interface SettledTable {
  input: number;
  /** Inputs whose rows are in it. */
  inputs: number[];
  name: string;
  columns: (string | null)[];
  schema: TableSchema | null;
  plan: TablePlan;
  merged: MergedTable;
  samples: SampledValue[][];
}

export interface TableToRepeat {
  input: number;
  table: string;
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
  schemas: Map<string, TableSchema>,
  inputCount: number,
  today: Date,
): Settled {
  const byTable = gather(first);
  for (const pass of further) {
    const again = gather(pass.results);
    for (const { input, table } of pass.tables) {
      const key = `${input} ${table}`;
      const repeated = again.get(key);
      if (repeated) byTable.set(key, repeated);
    }
  }
  const databases = databasesOf(byTable, schemas, inputCount);
  const groups = Map.groupBy(byTable.values(), ({ input, name }) => `${databases[input]} ${name}`);
  const settled: Settled = { tables: [], repeat: [] };
  for (const group of [...groups.values()].toSorted(
    (a, b) => a[0]!.input - b[0]!.input || compare(a[0]!.name, b[0]!.name),
  )) {
    settleGroup(group, databases[group[0]!.input]!, schemas, inputCount, today, settled);
  }
  return settled;
}

function gather(results: WorkerResult[]): Map<string, InputParts> {
  const byTable = new Map<string, InputParts>();
  for (const { tables } of results) {
    for (const { input, table, part } of tables) {
      if (part.rows === 0 && part.unreadRows === 0) continue;
      const key = `${input} ${table}`;
      const known = byTable.get(key);
      if (known) known.parts.push(part);
      else byTable.set(key, { input, name: table, parts: [part] });
    }
  }
  return byTable;
}

/** Inputs that state the schemas of the rows they hold are databases of their own; all others belong together. */
function databasesOf(
  byTable: Map<string, InputParts>,
  schemas: Map<string, TableSchema>,
  inputCount: number,
): number[] {
  return Array.from({ length: inputCount }, (_, input) => {
    const own = [...byTable.values()].some(
      (table) => table.input === input && schemas.has(`${input} ${table.name}`),
    );
    return own ? input + 1 : 0;
  });
}

/** The schema of the input itself, else that of the first input that states one. */
function schemaFor(
  input: number,
  table: string,
  schemas: Map<string, TableSchema>,
  inputCount: number,
): TableSchema | null {
  for (const from of [input, ...Array.from({ length: inputCount }, (_, i) => i)]) {
    const schema = schemas.get(`${from} ${table}`);
    if (schema) return schema;
  }
  return null;
}

function settleGroup(
  group: InputParts[],
  database: number,
  schemas: Map<string, TableSchema>,
  inputCount: number,
  today: Date,
  settled: Settled,
): void {
  const { input, name } = group[0]!;
  const schema = schemaFor(input, name, schemas, inputCount);
  const parts = group.flatMap((table) => table.parts);
  const columns = columnsOf(parts, schema);
  const mapped = parts.map((part) => ({ part, columnOf: mapColumns(part.columns, columns) }));
  const samples = mergeSamples(mapped, columns.length);
  const filled = new Float64Array(columns.length);
  for (const { part, columnOf } of mapped)
    part.filled.forEach((count, i) => (filled[columnOf[i]!]! += count));
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const sample = tableSampleOf(name, columns, schema, samples, { rows, filled });
  const findings = classifyTable(sample, { today });
  const plan = planOf(sample, schema, findings);
  const isUncovered = (part: TallyPart) =>
    part.spoilt || misnamed(part, schema) || !covers(mapPlan(part, columns), plan);
  if (parts.some(isUncovered)) {
    for (const table of group) settled.repeat.push({ input: table.input, table: table.name, columns, plan });
    return;
  }
  const merged = mergeParts(
    {
      name: schema?.name ?? name,
      database,
      columns: columns.map((column, i) => ({ name: column, type: schema?.columns[i]?.type ?? null })),
      schema,
      keys: tableKeys(columns, schema),
      findings,
      plan,
    },
    mapped,
  );
  settled.tables.push({
    input,
    inputs: group.map((table) => table.input),
    name: merged.name,
    columns,
    schema,
    plan,
    merged,
    samples,
  });
}

/** The table's columns: as the schema has them, then those that only statements name. */
function columnsOf(parts: TallyPart[], schema: TableSchema | null): (string | null)[] {
  const columns: (string | null)[] = schema?.columns.map((column) => column.name) ?? [];
  const known = new Set(columns.map((name) => name?.toLowerCase()));
  const widest = parts.toSorted(
    (a, b) => b.columns.length - a.columns.length || compare(a.columns.join(), b.columns.join()),
  );
  for (const part of widest) {
    part.columns.forEach((name, i) => {
      if (name === null ? i >= columns.length : !known.has(name.toLowerCase())) columns.push(name);
      if (name !== null) known.add(name.toLowerCase());
    });
  }
  return columns;
}

function mapColumns(from: (string | null)[], to: (string | null)[]): Int32Array {
  const positions = new Map(to.map((name, i) => [name?.toLowerCase(), i]));
  return Int32Array.from(from, (name, i) => (name === null ? i : positions.get(name.toLowerCase())!));
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
