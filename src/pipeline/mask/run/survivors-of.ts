// What is real in the output of a stretch, and where it stands. In: the search, the output, what tells places. Out: survivors
// by table and column: of places, never a value.

import type { SurvivorSearch } from '../../../mask/index.ts';
import type { Survivor } from './mask-job.ts';
import type { TablePlace } from './place-of.ts';

export function survivorsOf(
  search: SurvivorSearch,
  bytes: Uint8Array,
  file: string,
  placeOf: (at: number) => TablePlace,
): Survivor[] {
  const found = new Map<string, Survivor>();
  search.search(bytes, 0, bytes.length, (sort, start, _end, form) => {
    const { table, column } = placeOf(start);
    const key = `${sort}\0${form}\0${table}\0${column}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { file, table, column, sort, form, count: 1 });
  });
  return [...found.values()];
}
