// Which rules speak of which table: names in rules against those that the case has. In: rules and the case's parts.
// Out: for each part its rules and the columns that they read. A table or a column that the case does not have is an
// error that names the nearest one, or where the rules are those of earlier deliveries left out.

import { TocsinError } from '../../base/index.ts';
import type { CasePart } from '../deliveries/resolved-case.ts';
import { namePattern, type NameTest, pathPattern } from './name-pattern.ts';
import { nearestName } from './nearest-name.ts';
import type { SplitRule, SplitRules } from './split-rules.ts';

/** A rule as it stands among all of them. */
export interface NumberedRule extends SplitRule {
  /** In the order of the file. */
  number: number;
  /** Number of its controller. */
  controller: number;
}

export interface PlacedRule {
  rule: NumberedRule;
  /** Null where rows of all files are meant. */
  isOfFile: NameTest | null;
  /** Place among the part's columns that are read; -1 where it reads none. */
  column: number;
}

export interface PartRules {
  part: number;
  /** The part's columns that rules read. */
  columns: number[];
  rules: PlacedRule[];
}

export function numberRules({ controllers }: SplitRules): NumberedRule[] {
  return controllers
    .flatMap(({ rules }, controller) => rules.map((rule) => ({ ...rule, controller })))
    .map((rule, number) => ({ ...rule, number }));
}

/** The parts of which some rule speaks. `lenient`: names that are not there are passed over. */
export function placeRules(
  rules: readonly NumberedRule[],
  parts: readonly CasePart[],
  { lenient = false }: { lenient?: boolean } = {},
): PartRules[] {
  const placed = new Map<number, PartRules>();
  for (const rule of rules) {
    const named = partsNamed(rule, parts);
    if (named.length === 0 && !lenient) throw unknownTable(rule, parts);
    const holding = rule.column === null ? named : named.filter((part) => columnOf(part, rule.column!) >= 0);
    if (holding.length === 0 && named.length > 0 && !lenient) throw unknownColumn(rule, named);
    for (const part of holding) {
      const known = placed.get(part.part) ?? { part: part.part, columns: [], rules: [] };
      placed.set(part.part, known);
      known.rules.push({
        rule,
        isOfFile: rule.file === null ? null : pathPattern(rule.file),
        column: rule.column === null ? -1 : placeOf(known.columns, columnOf(part, rule.column)),
      });
    }
  }
  return [...placed.values()].toSorted((a, b) => a.part - b.part);
}

function partsNamed({ table }: SplitRule, parts: readonly CasePart[]): CasePart[] {
  if (table === null) return [...parts];
  const test = namePattern(table);
  return parts.filter(({ delivered }) => namesOf(delivered).some(test));
}

/** A table may be known by its own name or, where several share that, by the one in the report. */
function namesOf({ name, shown }: CasePart['delivered']): string[] {
  return [...new Set([shown, name])];
}

/** Column of the part, as the file or the report calls it, or -1. */
function columnOf({ delivered }: CasePart, name: string): number {
  return shownColumns(delivered).findIndex(namePattern(name));
}

/** A column that nothing names is called by its place. */
function shownColumns({ columns }: CasePart['delivered']): string[] {
  return columns.map((name, i) => name ?? `column ${i + 1}`);
}

function placeOf(columns: number[], column: number): number {
  const known = columns.indexOf(column);
  return known >= 0 ? known : columns.push(column) - 1;
}

function unknownTable({ title, table }: SplitRule, parts: readonly CasePart[]): TocsinError {
  const names = [...new Set(parts.map(({ delivered }) => delivered.shown))];
  const near = nearestName(table!, names);
  return new TocsinError('RULES_WRONG', `${title}: the case has no table ${table}`, {
    hint: near === null ? `it has ${listed(names)}` : `it has ${near}`,
  });
}

function unknownColumn({ title, table, column }: SplitRule, parts: readonly CasePart[]): TocsinError {
  const names = [...new Set(parts.flatMap(({ delivered }) => shownColumns(delivered)))];
  const near = nearestName(column!, names);
  const where = table === null ? 'no table of the case' : `the table ${table}`;
  return new TocsinError(
    'RULES_WRONG',
    `${title}: ${where} ${table === null ? 'has' : 'has no column'} ${table === null ? `a column ${column}` : column}`,
    { hint: near === null ? `it has ${listed(names)}` : `it has ${near}` },
  );
}

const mostListed = 12;

function listed(names: readonly string[]): string {
  return [...names.slice(0, mostListed), ...(names.length > mostListed ? ['…'] : [])].join(', ') || 'none';
}
