// The samples of a table's columns, put together from the parts: again those of the smallest rank.

import { ColumnSample, type SampledValue, type TallyPart } from '../resolve/index.ts';

export function mergeSamples(
  parts: { part: TallyPart; columnOf: Int32Array }[],
  columns: number,
): SampledValue[][] {
  const merged = Array.from({ length: columns }, () => new ColumnSample());
  for (const { part, columnOf } of parts) {
    part.samples.forEach((values, i) => values.forEach((value) => merged[columnOf[i]!]!.add(value)));
  }
  return merged.map((sample) => sample.values());
}
