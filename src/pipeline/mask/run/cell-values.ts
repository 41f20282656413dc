// The values of some columns of a stretch, as UTF-8 without quotes and escapes, one behind the other. In: a stretch. Out:
// where the value of each of their cells lies; nothing where it is NULL or empty. Used again for each stretch.

import { ByteSink, type CellDecoder, type Stretch } from '../../../mask/index.ts';

export class CellValues {
  readonly #sink = new ByteSink(1 << 20);
  starts: Uint32Array = new Uint32Array(0);
  ends: Uint32Array = new Uint32Array(0);

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#sink.bytes;
  }

  /** `columns`: those whose values are needed all at once. */
  decode(decoder: CellDecoder, stretch: Stretch, columns: readonly boolean[]): void {
    const { count, columns: columnOf } = stretch.cells;
    const sink = this.#sink;
    if (this.starts.length < count) {
      this.starts = new Uint32Array(count * 2);
      this.ends = new Uint32Array(count * 2);
    }
    sink.clear();
    for (let cell = 0; cell < count; cell++) {
      this.starts[cell] = sink.length;
      if (columns[columnOf[cell]!]! && decoder.decode(stretch, cell))
        sink.copy(decoder.bytes, decoder.start, decoder.end);
      this.ends[cell] = sink.length;
    }
  }
}
