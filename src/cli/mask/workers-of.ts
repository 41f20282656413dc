// How many threads `--workers` asks for. In: the option's text. Out: a number, or undefined where it was not given.

import { TocsinError } from '../../base/index.ts';

const most = 64;

/** Throws USAGE. */
export function workersOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const workers = /^\d{1,3}$/u.test(given) ? Number(given) : 0;
  if (workers >= 1 && workers <= most) return workers;
  throw new TocsinError('USAGE', `--workers is a number from 1 to ${most}`);
}
