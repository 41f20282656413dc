/*
 * Damaged files in every format, the same ones in every run: reading them ends, in bounded memory, and loses and
 * invents nothing. A longer run by hand: `node test/fuzz/run.ts --minutes 20`.
 */
import { expect, test } from 'vitest';
import { allFormats } from './fuzz-job.ts';
import { maxResidentBytes, runFuzz } from './run-fuzz.ts';
import { slowFormats } from './slow-formats.ts';

/** Some 20 seconds on one of two cores. */
const casesPerFormat = 100;

test('no damaged file crashes, hangs, takes much memory, or is passed over in silence', async () => {
  const run = await runFuzz({ seed: 3, format: allFormats, from: 0, to: casesPerFormat, every: slowFormats });
  const found = run.findings.map(
    ({ seed, format, number, fault }) => `--seed ${seed} --format '${format}' --case ${number}: ${fault}`,
  );
  expect(found).toEqual([]);
  expect(run.cases.size).toBeGreaterThan(40);
  expect([...run.cases.values()].every((cases) => cases >= casesPerFormat / 6)).toBe(true);
  expect(run.residentBytes).toBeLessThan(maxResidentBytes);
});
