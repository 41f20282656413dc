// What becomes of each table, column, statement and file of a source: what is masked and how, what is kept and why. What a
// plan does not name is not released.

import type { MethodName } from '../method.ts';

export const planVersion = 1;

export interface MaskRule {
  mask: MethodName;
  /** The column is unique, alone or with others: two values never become one. */
  isUnique?: boolean;
  /** What was recognised: data class, kind and share, in words. Never a value. */
  found?: string;
  /** Why it is masked where nothing was recognised. */
  reason?: string;
}

export interface KeepRule {
  /** Why it may stay real. */
  keep: string;
  /** What all its values were when the plan was made: whatever else comes stops the run. */
  holds?: 'numbers' | 'dates';
  found?: string;
}

export type ColumnRule = MaskRule | KeepRule;

/**
 * What happens with statements that hold no rows: `text`: what is personal inside is replaced; `drop`: left out; `refuse`:
 * the run stops; or kept for a reason.
 */
export type StatementRule = 'text' | 'drop' | 'refuse' | { keep: string };

/** What happens with files, and parts of files, that are read as text; `drop`: left out of the output. */
export type FileRule = 'text' | 'drop' | 'refuse';

export interface PlanSource {
  file: string;
  format: string;
}

/** A table: its columns in the order of the source. */
export type PlanTable = Map<string, ColumnRule>;

/** A column that holds keys of another table, declared or not. */
export interface PlanLink {
  table: string;
  column: string;
  toTable: string;
  toColumn: string;
}

export interface MaskPlan {
  source: PlanSource[];
  tables: Map<string, PlanTable>;
  /** By the words that the statement begins with, in capitals; `comment` for comments. */
  statements: Map<string, StatementRule>;
  files: {
    /** Of files that `named` does not hold. */
    rest: FileRule;
    /** By path within the input, or by ending: `*.pdf`. */
    named: Map<string, FileRule>;
  };
  links: PlanLink[];
}

export function isMaskRule(rule: ColumnRule): rule is MaskRule {
  return 'mask' in rule;
}
