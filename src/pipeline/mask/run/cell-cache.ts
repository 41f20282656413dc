// What came of cells that are met again and again: names, telephones, texts of a few sorts. In: a cell as the file writes it,
// and its column. Out: bytes that were kept for just this cell. It forgets at any time, so nothing may depend on what it
// holds; bounded, whatever the cells are.

import type { CellForm } from '../../../mask/index.ts';

/** The column of what cells of one row are together. */
export const ofRow = -1;

/** Longer cells are rarely twice the same. */
const longestCell = 2048;
const slotBits = 15;
const slotCount = 1 << slotBits;
const arenaBytes = 4 << 20;
/** A column of which fewer than 1 in 16 cells are found is left alone for a while. */
const watched = 1 << 15;
const fewestFound = watched / 16;
const restingCells = 1 << 17;

/**
 * Two slots side by side may hold a cell. Of a slot: the hash, the column, where in the arena its entry begins, bytes of the cell (-1: it was met once, and nothing is
 * kept for it yet), of what is kept, its mark, nothing.
 */
const words = 8;

export class CellCache {
  readonly #slots = new Int32Array(slotCount * words);
  #arena = Buffer.alloc(0);
  #filled = 0;
  #owner: object | null = null;
  #notation: CellForm['notation'] | null = null;
  /** By column, behind `ofRow`: cells asked for since it was last judged, and found; below zero while it rests. */
  #asked: number[] = [];
  #found: number[] = [];
  #hash = 0;
  #turn = 0;
  /** What was found last, at `start`..`end`, until the next is kept, and the mark it was kept with. */
  start = 0;
  end = 0;
  mark = 0;

  get bytes(): Uint8Array {
    return this.#arena;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#filled = 0;
  }

  /**
   * Cells of a stretch follow, which `owner` reads or writes: what another one made of a cell is forgotten. False where the
   * stretch has cells in more than one form.
   */
  begin(owner: object, forms: readonly CellForm[]): boolean {
    if (forms.length !== 1) return false;
    const { notation } = forms[0]!;
    if (owner !== this.#owner || notation !== this.#notation) {
      this.#owner = owner;
      this.#notation = notation;
      this.clear();
    }
    return true;
  }

  /** Whether the cell is worth being asked for. */
  takes(column: number, length: number): boolean {
    if (length > longestCell) return false;
    const place = column - ofRow;
    const asked = (this.#asked[place] ?? 0) + 1;
    this.#asked[place] = asked;
    if (asked < watched) return asked > 0;
    this.#asked[place] = (this.#found[place] ?? 0) < fewestFound ? -restingCells : 0;
    this.#found[place] = 0;
    return true;
  }

  find(column: number, cell: Uint8Array, start: number, end: number): boolean {
    const hash = hashOf(column, cell, start, end);
    this.#hash = hash;
    const slots = this.#slots;
    const first = placeOf(hash);
    const slot = slots[first] === hash ? first : first ^ words;
    const length = end - start;
    if (slots[slot] !== hash || slots[slot + 1] !== column || slots[slot + 3] !== length) return false;
    const from = slots[slot + 2]!;
    if (!isSame(this.#arena, from, length, cell, start)) return false;
    this.start = from + length;
    this.end = this.start + slots[slot + 4]!;
    this.mark = slots[slot + 5]!;
    const place = column - ofRow;
    this.#found[place] = (this.#found[place] ?? 0) + 1;
    return true;
  }

  /** Keeps `value` at `from`..`to` for the cell that was just asked for in vain, if that was not the first time. */
  keep(
    column: number,
    cell: Uint8Array,
    start: number,
    end: number,
    value: Uint8Array,
    from: number,
    to: number,
    mark: number,
  ): void {
    const needed = end - start + to - from;
    if (needed > 4 * longestCell) return;
    const slots = this.#slots;
    const hash = this.#hash;
    const first = placeOf(hash);
    let slot = slots[first] === hash ? first : first ^ words;
    if (slots[slot] !== hash || slots[slot + 1] !== column) {
      // what was met once gives way to what is new; what is kept, now and then
      const other = first ^ words;
      if (slots[first + 3]! > 0 && slots[other + 3]! > 0 && (this.#turn++ & 15) !== 0) return;
      slot = slots[first + 3]! > 0 ? other : first;
      slots[slot] = hash;
      slots[slot + 1] = column;
      slots[slot + 3] = -1;
      return;
    }
    if (this.#arena.length === 0) this.#arena = Buffer.alloc(arenaBytes);
    if (this.#filled + needed > arenaBytes) {
      this.clear();
      return;
    }
    const arena = this.#arena;
    let filled = this.#filled;
    slots[slot + 2] = filled;
    slots[slot + 3] = end - start;
    slots[slot + 4] = to - from;
    slots[slot + 5] = mark;
    for (let at = start; at < end; at++) arena[filled++] = cell[at]!;
    for (let at = from; at < to; at++) arena[filled++] = value[at]!;
    this.#filled = filled;
  }
}

function isSame(arena: Buffer, from: number, length: number, cell: Uint8Array, start: number): boolean {
  if (length > shortCell) return arena.compare(cell, start, start + length, from, from + length) === 0;
  for (let at = 0; at < length; at++) if (arena[from + at] !== cell[start + at]) return false;
  return true;
}

/** Below this a loop is faster than a call. */
const shortCell = 96;

/** Never zero: that stands in slots of nothing. */
function hashOf(column: number, cell: Uint8Array, start: number, end: number): number {
  let hash = Math.imul(column + 1, 0x9e37_79b1) ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const four = cell[at]! | (cell[at + 1]! << 8) | (cell[at + 2]! << 16) | (cell[at + 3]! << 24);
    hash = Math.imul(hash ^ four, 0x85eb_ca6b);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ cell[at]!, 0x85eb_ca6b);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

function placeOf(hash: number): number {
  return (Math.imul(hash, 0x9e37_79b1) >>> (32 - slotBits)) * words;
}
