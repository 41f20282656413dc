// The tables of a source as a plan has them, each column with its proposed rule. In: what an examination found and its
// report, and the schemas, also of tables without rows. Out: rules by table. No value of the source.

import {
  type ColumnRule,
  type PlanLink,
  type PlannedColumn,
  type PlanTable,
  proposeColumn,
} from '../../../mask/index.ts';
import type { TableSchema } from '../../../read/index.ts';
import { type ClassFinding, flagSpecial, specialCategories } from '../../../recognise/index.ts';
import type { ExposureReport, ReportTable } from '../../../report/index.ts';
import { isNestedColumn, nestedColumnName, type SampledValue } from '../../../resolve/index.ts';
import type { Findings } from '../../findings.ts';
import { keyValueColumns } from '../../key-value-columns.ts';
import { collectSchemas } from '../../read-inputs.ts';
import type { SettledTable } from '../../settle-tables.ts';
import { sampledText, tableSampleOf } from '../../table-entry.ts';
import { knownPeople, type SampledColumn } from './known-people.ts';
import { stricter } from './stricter.ts';

export interface PlannedTables {
  /** Rows of each table, by the names that `addTo` gave them. */
  rows: Map<string, number>;
  schemas: TableSchema[];
  /** Which column holds keys of which, stated or seen. */
  links: PlanLink[];
  /**
   * Adds columns to a table of the plan, each with its rule. Letter case tells no two tables apart. `hasRows`: they have
   * values, whether or not the examination has seen them.
   */
  addTo(tables: Map<string, PlanTable>, table: string, columns: readonly string[], hasRows: boolean): void;
}

/** What an examination knows of the columns of one table, and its rows. */
interface Known {
  rules: Map<string, ColumnRule>;
  rows: number;
}

export function plannedTables(found: Findings, report: ExposureReport): PlannedTables {
  const known = new Map<string, Known>();
  const largestTable = report.tables.reduce((most, table) => Math.max(most, table.rows), 0);
  const proposed = found.settled.tables.map((settled, index) =>
    columnsOf(settled, report.tables[index]!, found.judged[index]!.findings, largestTable),
  );
  const namesSomebody = knownPeople(proposed.flat());
  found.settled.tables.forEach((settled, index) => {
    const { rules, rows } = knownOf(known, settled.name);
    for (const { column, rule, values } of proposed[index]!) {
      const isNamed = 'keep' in rule && rule.found === undefined && namesSomebody(values);
      addRule(rules, column.toLowerCase(), isNamed ? namesPeople : rule);
    }
    known.set(settled.name.toLowerCase(), { rules, rows: rows + settled.merged.rows });
  });
  const schemas = [...collectSchemas(found.read.results).values()].flatMap(({ schema }) =>
    // made of documents, which are masked as texts
    schema.holds || schema.shared ? [] : [schema],
  );
  const schemaOf = new Map(schemas.map((schema) => [schema.name.toLowerCase(), schema]));
  const names = new Map<string, string>();
  const rows = new Map<string, number>();
  return {
    rows,
    schemas,
    links: [...schemas.flatMap(declaredLinks), ...found.settled.tables.flatMap(impliedLinks(report))],
    addTo(tables, table, columns, hasRows) {
      const folded = table.toLowerCase();
      const name = names.get(folded) ?? table;
      names.set(folded, name);
      const { rules, rows: count } = knownOf(known, table);
      rows.set(name, count);
      const planned = tables.get(name) ?? new Map<string, ColumnRule>();
      tables.set(name, planned);
      for (const column of columns)
        if (!planned.has(column)) {
          const unseen = (): ColumnRule =>
            hasRows
              ? notExamined
              : proposeColumn(unseenColumn(table, schemaOf.get(folded), column, largestTable));
          planned.set(column, rules.get(column.toLowerCase()) ?? unseen());
        }
    },
  };
}

const namesPeople: ColumnRule = { mask: 'text', reason: 'names of people whom other columns hold' };

const notExamined: ColumnRule = { mask: 'shape', reason: 'its values were not examined' };

function knownOf(known: ReadonlyMap<string, Known>, table: string): Known {
  return known.get(table.toLowerCase()) ?? { rules: new Map(), rows: 0 };
}

function addRule(rules: Map<string, ColumnRule>, column: string, rule: ColumnRule): void {
  const before = rules.get(column);
  rules.set(column, before ? stricter(before, rule) : rule);
}

function declaredLinks({ name, foreignKeys }: TableSchema): PlanLink[] {
  return foreignKeys.map(({ column, table, toColumn }) => ({
    table: name,
    column,
    toTable: table,
    toColumn,
  }));
}

/** As the report has them; it may call tables otherwise where two have one name. */
function impliedLinks(report: ExposureReport): (settled: SettledTable, index: number) => PlanLink[] {
  return ({ name }, index) =>
    report.tables[index]!.links
      // of declared ones it has the key of the row in the place of the column that is referred to
      .filter(({ basis }) => basis === 'implied')
      .map(({ column, table, toColumn }) => ({ table: name, column, toTable: table, toColumn }));
}

function columnsOf(
  { merged, samples, notes }: SettledTable,
  shown: ReportTable,
  judged: ClassFinding[][],
  largestTable: number,
): SampledColumn[] {
  const names = merged.columns.map(({ name }) => name);
  const special = specialOf(merged.name, names, merged, samples);
  const { values: valuesByKey } = keyValueColumns(names);
  return merged.columns.flatMap(({ name, type }, index): SampledColumn[] => {
    if (isNestedColumn(name)) return [];
    const column = name ?? String(index + 1);
    const keys = keysOf(merged.schema, column);
    const finding = findingOf(merged.findings[index]?.[0], judged[index]?.[0]);
    const planned: PlannedColumn = {
      table: merged.name,
      name: column,
      type,
      rows: merged.rows,
      filled: merged.filled[index]!,
      values: samples[index]!.map(({ bytes }) => sampledText(bytes)),
      finding,
      found: foundText(shown, index, merged.filled[index]!) ?? finding?.class ?? null,
      hasMentions: shown.columns[index]!.classes.length > 0,
      isTellingByKey: index === valuesByKey && insideOf(shown, index).some((name) => !patterns.has(name)),
      note: notes[index] ?? null,
      special: special.get(index) ?? null,
      isPrimary: keys.isPrimary || merged.keys.primary === index,
      isUnique: keys.isUnique,
      pointsAt: keys.pointsAt ?? linkOf(shown, column),
      isAboutPeople: shown.about !== 'nobody',
      isPeople: shown.about === 'people',
      largestTable,
    };
    return [{ column, rule: proposeColumn(planned), values: planned.values }];
  });
}

/** What was taken back because the table is about nobody is taken back here only where it could not tell who. */
function findingOf(finding: ClassFinding | undefined, judged: ClassFinding | undefined): ClassFinding | null {
  if (finding) return finding;
  return judged && tellingClasses.has(judged.class) ? judged : null;
}

const tellingClasses: ReadonlySet<string> = new Set([
  'Email addresses',
  'Phone numbers',
  'Names',
  'Usernames',
  'Passwords',
  'Auth tokens',
  'IP addresses',
  'Physical addresses',
  'Social media profiles',
  "Family members' names",
]);

function foundText(shown: ReportTable, index: number, filled: number): string | null {
  const own = shown.columns[index]!.classes.slice(0, mostNamed).map(({ class: name, kind, values }) => {
    const share = filled === 0 ? '' : `, ${percent(values / filled)}`;
    return kind === null || kind === undefined ? `${name}${share}` : `${name}: ${kind}${share}`;
  });
  const inside = insideOf(shown, index);
  if (inside.length > 0) own.push(`packed inside: ${inside.slice(0, mostNamed).join(', ')}`);
  return own.length === 0 ? null : own.join('; ');
}

/** Classes of what lies packed in a column. */
function insideOf(shown: ReportTable, index: number): string[] {
  const prefix = nestedColumnName(shown.columns[index]!.name, '');
  const classes = shown.columns
    .filter(({ name }) => name.startsWith(prefix))
    .flatMap((column) => column.classes.map((one) => one.class));
  return [...new Set(classes)];
}

/** What is found wherever it stands, by its form alone. */
const patterns: ReadonlySet<string> = new Set(['Email addresses', 'Phone numbers', 'IP addresses']);

const mostNamed = 3;

function percent(share: number): string {
  const rounded = Math.round(Math.min(1, share) * 100);
  return rounded === 0 ? 'less than 1 %' : `${rounded} %`;
}

function linkOf(shown: ReportTable, column: string): string | null {
  return shown.links.find((link) => link.column === column)?.table ?? null;
}

function keysOf(
  schema: Pick<TableSchema, 'primaryKey' | 'unique' | 'foreignKeys'> | null,
  column: string,
): Pick<PlannedColumn, 'isPrimary' | 'isUnique' | 'pointsAt'> {
  const is = (name: string): boolean => name.toLowerCase() === column.toLowerCase();
  return {
    isPrimary: schema?.primaryKey.some(is) ?? false,
    isUnique: schema?.unique.some(is) ?? false,
    pointsAt: schema?.foreignKeys.find((key) => is(key.column))?.table ?? null,
  };
}

function specialOf(
  table: string,
  names: (string | null)[],
  merged: SettledTable['merged'],
  samples: SampledValue[][],
): Map<number, string> {
  const sample = tableSampleOf(table, names, merged.schema, samples, merged);
  const labels = new Map<number, string>();
  for (const { column, category } of flagSpecial(sample)) {
    const { label } = specialCategories[category];
    labels.set(column, labels.has(column) ? `${labels.get(column)!}, ${label}` : label);
  }
  return labels;
}

function unseenColumn(
  table: string,
  schema: TableSchema | undefined,
  column: string,
  largestTable: number,
): PlannedColumn {
  return {
    table,
    name: column,
    type: schema?.columns.find(({ name }) => name === column)?.type.toLowerCase() ?? null,
    rows: 0,
    filled: 0,
    values: [],
    finding: null,
    found: null,
    hasMentions: false,
    isTellingByKey: false,
    note: null,
    special: null,
    ...keysOf(schema ?? null, column),
    // nobody has looked: as if it were
    isAboutPeople: true,
    isPeople: true,
    largestTable,
  };
}
