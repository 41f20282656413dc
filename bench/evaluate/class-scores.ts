// How often the claims of each class are right, and how often what was planted is found; and whether a stated
// confidence is as often right as it says. In: judged columns. Out: counts and shares.

import type { Claim, JudgedColumns, Missed } from './expected-columns.ts';

export interface ClassScore {
  class: string;
  right: number;
  wrong: number;
  missed: number;
  /** null where nothing was claimed */
  precision: number | null;
  /** null where nothing was planted */
  recall: number | null;
}

export interface Scores {
  columns: number;
  claims: Claim[];
  missed: Missed[];
  classes: ClassScore[];
  macroPrecision: number;
  macroRecall: number;
}

export function scoreClasses(judged: readonly JudgedColumns[]): Scores {
  const claims = judged.flatMap((of) => of.claims);
  const missed = judged.flatMap((of) => of.missed);
  const names = new Set([...claims, ...missed].map((entry) => entry.class));
  const classes = [...names].toSorted().map((name): ClassScore => {
    const claimed = claims.filter((claim) => claim.class === name);
    const right = claimed.filter(({ isRight }) => isRight).length;
    const lost = missed.filter((entry) => entry.class === name).length;
    return {
      class: name,
      right,
      wrong: claimed.length - right,
      missed: lost,
      precision: share(right, claimed.length),
      recall: share(right, right + lost),
    };
  });
  return {
    columns: judged.reduce((sum, of) => sum + of.columns, 0),
    claims,
    missed,
    classes,
    macroPrecision: meanOf(classes.map(({ precision }) => precision)),
    macroRecall: meanOf(classes.map(({ recall }) => recall)),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** 1 where there is nothing to take the mean of: nothing claimed is nothing wrong. */
function meanOf(shares: readonly (number | null)[]): number {
  const known = shares.filter((value) => value !== null);
  return known.length === 0 ? 1 : known.reduce((sum, value) => sum + value, 0) / known.length;
}

export interface ReliabilityBin {
  from: number;
  to: number;
  claims: number;
  /** means over the claims of the bin */
  stated: number;
  right: number;
}

export interface Calibration {
  bins: ReliabilityBin[];
  /** Mean of (confidence - truth)² over the claims, and what was missed as stated at 0 (Brier 1950). */
  brier: number;
}

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

export function calibrate({ claims, missed }: Pick<Scores, 'claims' | 'missed'>): Calibration {
  const bins = edges.slice(1).flatMap((to, i): ReliabilityBin[] => {
    const from = edges[i]!;
    const inside = claims.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence <= 1)),
    );
    if (inside.length === 0) return [];
    const stated = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter(({ isRight }) => isRight).length / inside.length;
    return [{ from, to, claims: inside.length, stated, right }];
  });
  const errors = claims.map(({ confidence, isRight }) => (confidence - (isRight ? 1 : 0)) ** 2);
  const all = errors.length + missed.length;
  return { bins, brier: all === 0 ? 0 : (errors.reduce((a, b) => a + b, 0) + missed.length) / all };
}
