// What the second pass comes to, added up. In: what came of each stretch, and of each file. Out: counts.

import type { Masked, Survivor } from './mask-job.ts';
import type { MaskedFile, MaskedOutput } from './mask-outcome.ts';
import type { Refusal } from './refusal.ts';

export class MaskTally {
  readonly #output: MaskedFile[] = [];
  readonly #values = new Map<string, number>();
  readonly #survivors = new Map<string, Survivor>();
  readonly #refusals: Refusal[] = [];
  #finds = 0;
  #stoodAside = 0;

  add({ values, finds, stoodAside, survivors, refusals }: Masked): void {
    for (const [method, count] of values) this.#values.set(method, (this.#values.get(method) ?? 0) + count);
    this.#finds += finds;
    this.#stoodAside += stoodAside;
    for (const refusal of refusals) this.#refusals.push(refusal);
    for (const survivor of survivors) this.addSurvivor(survivor);
  }

  addSurvivor(survivor: Survivor): void {
    const { count, ...place } = survivor;
    const key = JSON.stringify(place);
    const known = this.#survivors.get(key);
    if (known) known.count += count;
    else this.#survivors.set(key, { ...survivor });
  }

  written(file: MaskedFile): void {
    this.#output.push(file);
  }

  told(): MaskedOutput {
    const survivors = [...this.#survivors.values()];
    return {
      output: this.#output,
      values: this.#values,
      finds: this.#finds,
      stoodAside: this.#stoodAside,
      survivors: survivors.toSorted((a, b) => b.count - a.count),
      refusals: this.#refusals,
    };
  }
}
