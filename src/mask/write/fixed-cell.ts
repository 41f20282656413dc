// A value in a field of fixed width: padded on the side on which the cell was, cut where it is longer.

import type { ByteSink } from '../byte-sink.ts';
import type { WriteCell } from './write-cell.ts';

const SPACE = 0x20;

export function createFixedCell({ inCharacters }: { inCharacters: boolean }): {
  write: WriteCell;
  roomOf: (raw: Uint8Array, start: number, end: number) => number;
} {
  const widthOf = (bytes: Uint8Array, from: number, to: number): number => {
    if (!inCharacters) return to - from;
    let count = 0;
    for (let p = from; p < to; p++) if ((bytes[p]! & 0xc0) !== 0x80) count++;
    return count;
  };
  /** One past the last byte of the first `width` characters. */
  const endOf = (value: Uint8Array, length: number, width: number): number => {
    if (!inCharacters) return Math.min(length, width);
    let count = 0;
    for (let p = 0; p < length; p++) if ((value[p]! & 0xc0) !== 0x80 && ++count > width) return p;
    return length;
  };

  return {
    roomOf: widthOf,
    write(raw, start, end, value, length, out) {
      const width = widthOf(raw, start, end);
      const to = endOf(value, length, width);
      const isRight = raw[start]! <= SPACE && raw[end - 1]! > SPACE;
      const padding = isRight ? raw[start]! : raw[end - 1]! <= SPACE ? raw[end - 1]! : SPACE;
      const missing = width - widthOf(value, 0, to);
      if (isRight) pad(missing, padding, out);
      out.copy(value, 0, to);
      if (!isRight) pad(missing, padding, out);
    },
  };
}

function pad(count: number, byte: number, out: ByteSink): void {
  for (let i = 0; i < count; i++) out.put(byte);
}
