// What of real values stands across two stretches of a text, each of which was searched alone. In: the stretches of the
// output, in order. Out: survivors. Rows are never cut, so only texts need it.

import type { SurvivorSearch } from '../../../mask/index.ts';
import type { Survivor } from './mask-job.ts';

/** Longer than any value that is searched for. */
const across = 512;

export class SeamSearch {
  readonly #search: SurvivorSearch;
  readonly #file: string;
  #tail: Uint8Array = new Uint8Array(0);

  constructor(search: SurvivorSearch, file: string) {
    this.#search = search;
    this.#file = file;
  }

  add(bytes: Uint8Array): Survivor[] {
    const seam = this.#tail.length;
    const both = Buffer.concat([this.#tail, bytes.subarray(0, across)]);
    const found: Survivor[] = [];
    if (seam > 0)
      this.#search.search(both, 0, both.length, (sort, start, end, form) => {
        if (start >= seam || end <= seam) return;
        found.push({ file: this.#file, table: null, column: null, sort, form, count: 1 });
      });
    const last = Buffer.concat([this.#tail, bytes.subarray(-across)]);
    this.#tail = Uint8Array.from(last.subarray(-across));
    return found;
  }
}
