// A column as it is masked: by its method, within what its schema allows. In: a value. Out: its replacement, valid for the
// type of the column; by the shape of the value where the method does not know the value, or gives what does not fit.

import type { ByteSink, Replacer, ValueSpans } from '../../../mask/index.ts';
import type { ColumnFacts } from './column-facts.ts';

export interface MaskingColumn {
  /** How many values became another. */
  count: number;
  prepare?: (values: ValueSpans) => void;
  /** What comes to nothing is written as NULL. */
  isNull: boolean;
  /** `cellRoom`: characters that the cell takes. False, with nothing written, where nothing fits. */
  replace(bytes: Uint8Array, start: number, end: number, out: ByteSink, cellRoom: number): boolean;
}

/** `facts`: null where no schema says anything of the column. */
export function maskingColumn(
  usual: Replacer,
  shape: Replacer,
  method: string,
  facts: ColumnFacts | null,
): MaskingColumn {
  const columnRoom = facts?.room ?? Infinity;
  const fits = facts === null ? anything : fitOf(facts);
  const column: MaskingColumn = {
    count: 0,
    isNull: method === 'empty' && facts !== null && facts.nothing === null,
    replace(bytes, start, end, out, cellRoom) {
      const before = out.length;
      const isDone = put(bytes, start, end, out, cellRoom);
      const isItself =
        out.length - before === end - start && isEqual(bytes, start, out.bytes, before, end - start);
      if (!isItself) column.count++;
      return isDone;
    },
  };
  const put: MaskingColumn['replace'] = (bytes, start, end, out, cellRoom) => {
    if (method === 'empty') {
      out.write(facts?.nothing ?? '');
      return true;
    }
    const room = Math.min(cellRoom, columnRoom);
    const before = out.length;
    if (usual.replace(bytes, start, end, out, room) && fits(out.bytes, before, out.length)) return true;
    out.length = before;
    return walkShapes(shape, fits, bytes, start, end, out, room);
  };
  if (usual.prepare) column.prepare = (values) => usual.prepare!(values);
  return column;
}

/**
 * Of a value that fits, the shapes of its shape come to one that fits: no two values to the same, as shapes are a
 * permutation.
 */
const mostSteps = 256;

function walkShapes(
  shape: Replacer,
  fits: Fits,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ByteSink,
  room: number,
): boolean {
  const before = out.length;
  let from = bytes;
  let [at, until] = [start, end];
  for (let step = 0; step < mostSteps; step++) {
    out.length = before;
    if (!shape.replace(from, at, until, out, room)) break;
    const isItself =
      out.length - before === end - start && isEqual(bytes, start, out.bytes, before, end - start);
    if (!isItself && fits(out.bytes, before, out.length)) return true;
    from = out.take(before);
    [at, until] = [0, from.length];
  }
  out.length = before;
  return false;
}

function isEqual(one: Uint8Array, at: number, other: Uint8Array, otherAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (one[at + i] !== other[otherAt + i]) return false;
  return true;
}

type Fits = (bytes: Uint8Array, start: number, end: number) => boolean;

const anything: Fits = () => true;

function fitOf({ type, most }: ColumnFacts): Fits {
  if (type === 'integer' && most < Infinity)
    return (bytes, start, end) => {
      const number = wholeNumber(bytes, start, end);
      return number !== null && number <= most;
    };
  if (type === 'integer') return (bytes, start, end) => wholeNumber(bytes, start, end) !== null;
  return anything;
}

/** Without its sign. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  if (bytes[at] === minus) at++;
  if (at === end) return null;
  let number = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}

const minus = 0x2d;
const zero = 0x30;
