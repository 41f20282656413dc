// The statements of a source as a plan has them. In: surveys. Out: a rule for each kind, and what to say beside those that
// are refused.

import type { MaskPlan } from '../../../mask/index.ts';
import type { Survey } from './survey.ts';

export interface PlannedStatements {
  statements: MaskPlan['statements'];
  notes: Map<string, string>;
}

export function plannedStatements(surveys: readonly Survey[]): PlannedStatements {
  const quiet = new Map<string, boolean>();
  for (const { statements } of surveys)
    for (const { word, isQuiet } of statements) quiet.set(word, (quiet.get(word) ?? true) && isQuiet);
  const statements: MaskPlan['statements'] = new Map();
  const notes = new Map<string, string>();
  for (const [word, isQuiet] of [...quiet].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    statements.set(word, isQuiet ? 'text' : 'refuse');
    if (!isQuiet) notes.set(word, refusedNote);
  }
  return { statements, notes };
}

const refusedNote = 'may hold or change rows: drop leaves it out, text masks what is found inside';
