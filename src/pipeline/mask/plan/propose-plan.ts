// A plan for a source: every table, column, statement and file, each with what is proposed for it and why. In: the path of a
// file or folder. Out: the plan, and what should be known of it. The source is read twice; no value of it is in the plan.

import { basename, relative } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { endingOf, type MaskPlan, type PlanTable } from '../../../mask/index.ts';
import { writePlan } from '../../../mask/plan/index.ts';
import { findMaskFiles } from '../run/find-mask-files.ts';
import type { MaskFile } from '../run/mask-file.ts';
import { type Refusal, refusal } from '../run/refusal.ts';
import { examineForPlan } from './examine-for-plan.ts';
import { joinRules } from './join-rules.ts';
import { plannedStatements } from './planned-statements.ts';
import { plannedTables } from './planned-tables.ts';
import type { ProposeOptions } from './propose-options.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { surveyFiles } from './survey-files.ts';

export interface ProposedPlan {
  plan: MaskPlan;
  /** The plan as YAML, with notes for who reviews it. */
  text: string;
  /** Rows of each table. */
  rows: Map<string, number>;
  /** Places at which a run of mask would be refused, the first ones of each file. */
  unread: Refusal[];
}

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, NOTHING_READABLE. */
export async function proposePlan(path: string, options: ProposeOptions = {}): Promise<ProposedPlan> {
  const { files, refusals } = await findMaskFiles(path);
  // a folder may hold more that is refused: the plan then says so
  if (files.length === 0 && refusals.length > 0)
    throw new TocsinError('NOTHING_READABLE', `${refusals[0]!.file}: ${refusals[0]!.reason}`);
  const { found, report } = await examineForPlan(files, options);
  const planned = plannedTables(found, report);
  const surveys = await surveyFiles(files, planned.schemas, options.signal);
  const tables = new Map<string, PlanTable>();
  for (const survey of surveys)
    for (const table of survey.tables) planned.addTo(tables, table.table, namesOf(table), true);
  for (const { name, columns } of planned.schemas)
    planned.addTo(
      tables,
      name,
      columns.map((column) => column.name),
      false,
    );
  joinRules(tables, planned.links);
  const { statements, notes } = plannedStatements(surveys);
  const plan: MaskPlan = {
    source: sourceOf(files),
    tables,
    statements,
    files: plannedFiles(
      surveys,
      refusals.map(({ file }) => relative(path, file)),
    ),
    links: [],
  };
  const tableNotes = new Map([...planned.rows].map(([table, rows]) => [table, rowsText(rows)]));
  return {
    plan,
    text: writePlan(plan, { notes: { tables: tableNotes, statements: notes } }),
    rows: planned.rows,
    unread: [...refusals, ...files.flatMap((file, i) => unreadOf(file, surveys[i]!))],
  };
}

function namesOf({ columns, width }: SurveyedTable): string[] {
  return Array.from(
    { length: columns?.length ?? width },
    (_, place) => columns?.[place] ?? String(place + 1),
  );
}

/** Files of rows by name; texts, which may be called after people, only by how many there are. */
function sourceOf(files: readonly MaskFile[]): MaskPlan['source'] {
  const texts = files.filter(isText);
  return [
    ...files
      .filter((file) => !isText(file))
      .map((file) => ({
        file: file.place === '' ? basename(file.path) : file.place,
        format: formatOf(file),
      })),
    ...[...Map.groupBy(texts, formatOf)].map(([format, { length }]) => ({
      file: length === 1 ? '1 file' : `${length.toLocaleString('en')} files`,
      format,
    })),
  ];
}

function isText({ plan }: MaskFile): boolean {
  return plan.kind === 'text' || plan.kind === 'document';
}

function formatOf({ format, packing }: MaskFile): string {
  return packing === null ? format : `${format}, ${packing}`;
}

/** Texts are masked; what cannot be written again stands there by its ending, to be dropped by who reviews the plan. */
function plannedFiles(surveys: readonly Survey[], refused: readonly string[]): MaskPlan['files'] {
  const endings = new Set(refused.filter((place) => place !== '').map(endingOf));
  endings.delete('*');
  return {
    rest: surveys.some(({ hasText }) => hasText) ? 'text' : 'refuse',
    named: new Map([...endings].map((ending) => [ending, 'refuse'])),
  };
}

function unreadOf({ path }: MaskFile, { unread }: Survey): Refusal[] {
  return unread.map(({ offset, reason }) => refusal(path, reason, { offset }));
}

function rowsText(rows: number): string {
  return rows === 0 ? 'no rows' : rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`;
}
