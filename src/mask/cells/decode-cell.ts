// What a cell stands for: its bytes in UTF-8, without quotes and escapes. In: a stretch and the number of a cell. Out: the
// value, or that there is none. Whatever length a value has, all of it is decoded.

import {
  type Decoded,
  decodeExpression,
  escapedSqlNotation,
  isUtf8,
  type Notation,
  plainNotation,
  transcodingTable,
} from '../../read/index.ts';
import { isKeyword, isNothing } from './is-nothing.ts';
import { createPlainCells, type PlainCells } from './plain-cell.ts';
import type { Stretch } from './stretch.ts';

export interface CellDecoder {
  /** The value of the cell decoded last, at `start`..`end`, until the next is decoded or read. */
  bytes: Uint8Array;
  start: number;
  end: number;
  /** False where the cell holds nothing: NULL, DEFAULT, TRUE, an absent value. It stays as it is. */
  decode(stretch: Stretch, cell: number): boolean;
}

/** A value that needs rewriting is copied here, and what comes of it behind; longer ones get room of their own. */
const usualRoom = 256 << 10;

/** `charset`: MySQL's name of the set the file is in where it is not UTF-8. */
export function createCellDecoder(charset: string): CellDecoder {
  const table = transcodingTable(charset);
  const decoded: Decoded = { start: 0, end: 0, wide: false };
  let room = new Uint8Array(usualRoom);
  let form = 0;
  let notation: Notation = plainNotation;
  let plain: PlainCells = createPlainCells(notation);

  function takeForm({ forms }: Stretch, cell: number): void {
    if (form >= forms.length || forms[form]!.from > cell) form = 0;
    while (form + 1 < forms.length && forms[form + 1]!.from <= cell) form++;
    if (forms[form]!.notation === notation) return;
    notation = forms[form]!.notation;
    plain = createPlainCells(notation);
  }

  function toUtf8(bytes: Uint8Array, from: number, to: number): void {
    const text = new Uint8Array((to - from) * 3);
    let out = 0;
    for (let p = from; p < to; p++) {
      const packed = table[bytes[p]!]!;
      for (let i = 0; i < packed >>> 24; i++) text[out++] = (packed >>> (i * 8)) & 0xff;
    }
    decoder.bytes = text;
    decoder.start = 0;
    decoder.end = out;
  }

  function take(bytes: Uint8Array): void {
    decoder.bytes = bytes;
    decoder.start = decoded.start;
    decoder.end = decoded.end;
    if (decoded.wide && !isUtf8(bytes, decoded.start, decoded.end)) toUtf8(bytes, decoded.start, decoded.end);
  }

  const decoder: CellDecoder = {
    bytes: room,
    start: 0,
    end: 0,
    decode(stretch, cell) {
      const from = stretch.cells.starts[cell]!;
      const to = stretch.cells.ends[cell]!;
      const length = to - from;
      if (length === 0) return false;
      takeForm(stretch, cell);
      if (plain.find(stretch.bytes, from, to, decoded)) {
        take(stretch.bytes);
        return true;
      }
      // decoding writes behind the value: never into the stretch
      const needed = length * 2 + slack;
      if (room.length < needed) room = new Uint8Array(needed);
      else if (room.length > usualRoom && needed <= usualRoom) room = new Uint8Array(usualRoom);
      copy(stretch.bytes, from, length, room);
      const isValue =
        notation === escapedSqlNotation && isCall(room, length)
          ? decodeCall(room, length, decoded)
          : notation.decode(room, 0, length, length, room.length - length, decoded);
      if (!isValue || decoded.start === decoded.end || isKeyword(room, length)) {
        if (isNothing(room, length)) return false;
        // a reader takes it for nothing, and somebody may have written something
        decoded.start = 0;
        decoded.end = length;
        decoded.wide = true;
      }
      take(room);
      return true;
    },
  };
  return decoder;
}

/** Escapes of one character may be looked at past the end of the room. */
const slack = 64;

/** Below this a loop is faster than a view and a call. */
const shortCopy = 64;

function copy(from: Uint8Array, start: number, length: number, to: Uint8Array): void {
  if (length < shortCopy) for (let i = 0; i < length; i++) to[i] = from[start + i]!;
  else to.set(from.subarray(start, start + length));
}

/** MySQL's dumps hold no functions, and what reads them leaves one as it stands; what people write by hand may. */
function isCall(bytes: Uint8Array, length: number): boolean {
  const first = bytes[0]!;
  return bytes[length - 1] === 0x29 && ((first | 0x20) >= 0x61 || first === 0x28);
}

function decodeCall(room: Uint8Array, length: number, decoded: Decoded): boolean {
  const came = decodeExpression(room, 0, length, mysqlStyle, length, room.length - length, decoded);
  if (came !== 'unknown') return came === 'text';
  decoded.start = 0;
  decoded.end = length;
  decoded.wide = true;
  return true;
}

const mysqlStyle = { escapes: true, oddStrings: 'none' } as const;
