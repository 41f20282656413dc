// What several runs of the same thing came to: the middle one, the least and the most.
// In: figures of one unit. Out: three of the same unit, and how they are written in a line.

export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** Throws where there is nothing to take the middle of. */
export function spread(figures: readonly number[]): Spread {
  if (figures.length === 0) throw new RangeError('no figures');
  const sorted = figures.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}

export function formatSpread({ median, min, max }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}
