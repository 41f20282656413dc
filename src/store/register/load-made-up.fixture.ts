/*
 * Exposures and SHA-1s of a test, loaded as a publication loads them.
 */
import { createHash } from 'node:crypto';
import { bulkLoad, type LoadOptions } from './bulk-load.ts';
import type { LoadPlan } from './load-plan.ts';
import type { RegisterDatabase } from './register-database.ts';

export interface MadeUpExposure {
  key: Buffer;
  set: number;
}

/** In the order of the table. */
export function sortedExposures(exposures: readonly MadeUpExposure[]): MadeUpExposure[] {
  return exposures.toSorted((a, b) => Buffer.compare(a.key, b.key) || a.set - b.set);
}

/** `count` of them, the same for the same salt. */
export function madeUpExposures(count: number, salt: string): MadeUpExposure[] {
  return sortedExposures(
    Array.from({ length: count }, (_, i) => ({
      key: createHash('sha256').update(`${salt} ${i}`).digest().subarray(0, 16),
      set: i % 7,
    })),
  );
}

/** Returns the rows that this call has loaded. */
export async function loadMadeUp(
  register: RegisterDatabase,
  breach: number,
  exposures: readonly MadeUpExposure[],
  options: LoadOptions = {},
): Promise<number> {
  const sorted = sortedExposures(exposures);
  const rows = sorted.map(({ key, set }) => [key, breach, set]);
  const plan = planOf(breach, 'exposure', ['person_key', 'breach', 'exposure_set'], rows);
  return bulkLoad(register, plan, [rows], options);
}

export async function loadMadeUpSha1s(
  register: RegisterDatabase,
  breach: number,
  sha1s: readonly Buffer[],
): Promise<number> {
  const rows = sha1s.toSorted((a, b) => Buffer.compare(a, b)).map((sha1) => [sha1, breach]);
  return bulkLoad(register, planOf(breach, 'sha1_entry', ['sha1', 'breach'], rows), [rows]);
}

function planOf(
  breach: number,
  table: 'exposure' | 'sha1_entry',
  names: readonly string[],
  rows: readonly (readonly (Buffer | number)[])[],
): LoadPlan {
  const hash = createHash('sha256');
  for (const row of rows)
    for (const value of row) hash.update(typeof value === 'number' ? `${value}` : value);
  return {
    breach,
    step: table,
    table,
    columns: names.map((name, i) => ({ name, type: i === 0 ? 'bytes' : 'integer' })),
    digest: hash.digest('hex'),
    rowCount: rows.length,
  };
}
