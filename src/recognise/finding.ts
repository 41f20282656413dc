/*
 * The result of classifying a column, and how the parts of its evidence add up to a confidence. In: log-odds and
 * counts. Out: a finding.
 */

import type { DataClass } from './data-class.ts';
import { confidenceOf } from './likelihood.ts';
import { validatorIds, validators, type ValidatorId, type ValidatorName } from './validators.ts';

export interface FindingEvidence {
  /** The phrase of the lexicon that the column's name holds, or null. */
  name: string | null;
  sampled: number;
  passed: number;
  /** Share of other values that would pass the same test. */
  chance: number;
  note?: string;
}

export interface ClassFinding {
  class: DataClass;
  kind: string | null;
  /** 0 to 1. */
  confidence: number;
  validator: ValidatorId;
  /** 'own': stands alone; 'context': true only if the table is about people, which the caller decides. */
  standing: 'own' | 'context';
  /** Identifiers that the values fit equally well, best first, where it stays open which they are; else absent. */
  candidates?: readonly ValidatorName[];
  evidence: FindingEvidence;
}

export interface FindingParts {
  validator: ValidatorName;
  kind: string | null;
  logOdds: number;
  standing: 'own' | 'context';
  evidence: FindingEvidence;
}

export function finding({ validator, kind, logOdds, standing, evidence }: FindingParts): ClassFinding {
  const id = validatorIds[validator];
  return {
    class: validators[id]!.class,
    kind,
    confidence: confidenceOf(logOdds, evidence.sampled),
    validator: id,
    standing,
    evidence,
  };
}
