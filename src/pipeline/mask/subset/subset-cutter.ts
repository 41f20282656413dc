// Takes the rows that do not stay out of stretches, before they are masked. In: a stretch and which of its rows stay. Out: the
// stretch without the others, and where rows stand that cannot be taken out.

import type { Stretch } from '../../../mask/index.ts';
import type { ReaderPlan } from '../../../read/index.ts';
import { cutStretch } from './cut-stretch.ts';
import { type CutForm, findCuts } from './find-cuts.ts';
import type { StretchRows } from './settle-subset.ts';

export interface CutResult {
  stretch: Stretch;
  /** File offsets. */
  refused: number[];
}

export const cannotLeaveOut = 'rows in a form of which none can be left out';

/** `plan`: how the file is read. */
export function cutRows(stretch: Stretch, rows: StretchRows, plan: ReaderPlan): CutResult {
  if (rows.kept === null && rows.isListContinued) return { stretch, refused: [] };
  const form = formOf(plan);
  if (rows.kept === null && form.kind !== 'json') return { stretch, refused: [] };
  const cuts = findCuts(stretch, rows, form);
  return { stretch: cutStretch(stretch, cuts), refused: cuts.refused };
}

function formOf(plan: ReaderPlan): CutForm {
  if (plan.kind === 'sql' || plan.kind === 'json') return { kind: plan.kind, rowEnd: lineEnd };
  return { kind: 'lines', rowEnd: plan.kind === 'csv' ? (plan.rowEnd.at(-1) ?? lineEnd) : lineEnd };
}

const lineEnd = 0x0a;
