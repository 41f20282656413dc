// What the columns of a leak hold in truth, and how a report's claims are held against it.
// In: a report and the labels. Out: every claim with whether it is right, and every planted class that was missed.

import type { ExposureReport } from '../../src/report/index.ts';

/** One class, or several of which any is right; `open`: whatever is said of it is judged neither way. */
export type Label = string | readonly string[];
export const open: Label = [];

/** table -> column -> what it holds. A column that is not named here holds nothing of a person. */
export type ExpectedTables = Readonly<Record<string, Readonly<Record<string, Label>>>>;

export interface Claim {
  where: string;
  class: string;
  confidence: number;
  isRight: boolean;
}

export interface Missed {
  where: string;
  class: string;
}

export interface JudgedColumns {
  claims: Claim[];
  missed: Missed[];
  columns: number;
}

/** What stands in the texts of a column is judged apart. */
function isOfTexts(kind: string | null): boolean {
  return kind !== null && /\bin text\b/u.test(kind);
}

export function judgeColumns(
  leak: string,
  report: ExposureReport,
  expected: ExpectedTables,
  /** The label's name for a column of the report, where it is another. */
  nameOf: (table: string, column: ExposureReport['tables'][number]['columns'][number]) => string = (
    _,
    { name },
  ) => name,
): JudgedColumns {
  const claims: Claim[] = [];
  const missed: Missed[] = [];
  const met = new Set<string>();
  let columns = 0;
  for (const table of report.tables) {
    for (const column of table.columns) {
      columns++;
      const name = nameOf(table.name, column);
      const label = expected[table.name]?.[name];
      const where = `${leak}: ${table.name}.${name}`;
      met.add(`${table.name}.${name}`);
      const wanted = typeof label === 'string' ? [label] : (label ?? []);
      if (label !== undefined && wanted.length === 0) continue;
      const said = column.classes.filter(({ kind }) => !isOfTexts(kind));
      const different = new Map(said.map((entry) => [entry.class, entry]));
      for (const { class: dataClass, confidence } of different.values())
        claims.push({ where, class: dataClass, confidence, isRight: wanted.includes(dataClass) });
      if (wanted.length > 0 && !wanted.some((dataClass) => different.has(dataClass)))
        missed.push({ where, class: wanted[0]! });
    }
  }
  for (const [table, labels] of Object.entries(expected)) {
    for (const [column, label] of Object.entries(labels)) {
      if (label.length === 0 || met.has(`${table}.${column}`)) continue;
      missed.push({
        where: `${leak}: ${table}.${column}, not there`,
        class: typeof label === 'string' ? label : label[0]!,
      });
    }
  }
  return { claims, missed, columns };
}
