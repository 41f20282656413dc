// Columns that are empty where a table begins, planned by their names, so that the table is not read again for them.
// In: what was found in the first rows. Out: the same, and what is to be expected besides.

import { type ClassFinding, expectedFindings } from '../recognise/index.ts';

/** Only where other columns show that the table holds data of people; `filled` by column. */
export function withExpected(
  findings: ClassFinding[][],
  columns: (string | null)[],
  filled: ArrayLike<number>,
): ClassFinding[][] {
  if (findings.every((found) => found.length === 0)) return findings;
  const expected = expectedFindings(columns);
  return findings.map((found, i) =>
    found.length === 0 && filled[i] === 0 && expected[i] ? [expected[i]] : found,
  );
}
