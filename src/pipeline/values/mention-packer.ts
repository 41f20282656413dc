// Packs identifiers that stand in texts, each by its sort. In: spans, as whoever searched the text found them. Out: batches
// of one column, given once the stretch is confirmed. Whether anybody knows the identifier is not asked here.

import { validatorIds, type ValidatorId } from '../../recognise/index.ts';
import { PackedRows } from './packed-rows.ts';
import type { ValueOutlet } from './value-outlet.ts';

/** Most validators there are. */
const mostValidators = 256;

export class MentionPacker {
  #outlet: ValueOutlet;
  /** By validator: its place among the sorts that are asked for, or -1. */
  #placeOf = new Int16Array(mostValidators).fill(-1);
  #packed: (PackedRows | null)[];

  constructor(outlet: ValueOutlet) {
    this.#outlet = outlet;
    const sorts = outlet.job.mentions?.sorts ?? [];
    this.#packed = sorts.map(() => null);
    sorts.forEach((sort, place) => (this.#placeOf[validatorIds[sort]] = place));
  }

  add(validator: ValidatorId, bytes: Uint8Array, start: number, end: number): void {
    const place = this.#placeOf[validator]!;
    if (place < 0) return;
    const packed = (this.#packed[place] ??= new PackedRows(1));
    packed.begin(0, -1);
    packed.add(bytes, start, end);
  }

  give(file: string): void {
    const { tables } = this.#outlet.job;
    this.#packed.forEach((packed, place) => {
      if (packed !== null) this.#outlet.give(packed.pack(tables.length + place, file));
    });
  }
}
