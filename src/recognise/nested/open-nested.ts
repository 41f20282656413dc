/*
 * Packed data in a value, opened: PHP's serialize, its sessions, JSON, either in base64, one in the other up to four
 * deep. In: a span whose escapes are off, and scratch in the same memory. Out: leaves (key, value, whether a list is
 * above), to the visitor; spans may lie in scratch and hold until the next call. What breaks off is told from there on as
 * a leaf without a key. Linear in the length, bounded in depth.
 */

import { type NestedSort, base64Value, jsonValue, nestedSort, notNested, phpSession } from './nested-sort.ts';
import { deepest, type Nesting, type VisitLeaf } from './nesting.ts';
import { openJson } from './open-json.ts';
import { openPhp, openSession } from './open-php.ts';

/** False where nothing of the value could be read as packed data, and nothing of it was told. */
export function openNested(
  bytes: Uint8Array,
  start: number,
  end: number,
  scratch: number,
  scratchEnd: number,
  visit: VisitLeaf,
): boolean {
  const nesting: Nesting = {
    bytes,
    visit,
    scratch,
    scratchEnd,
    told: start,
    depth: 0,
    open(from, to, isListed) {
      const sort = nestedSort(bytes, from, to);
      if (sort === notNested || nesting.depth >= deepest) return false;
      nesting.depth++;
      const isOpened = openAs(nesting, sort, from, to, isListed);
      nesting.depth--;
      return isOpened;
    },
  };
  return nesting.open(start, end, false);
}

function openAs(nesting: Nesting, sort: NestedSort, start: number, end: number, isListed: boolean): boolean {
  if (sort === base64Value) return openBase64(nesting, start, end, isListed);
  nesting.told = start;
  const stop = readAs(nesting, sort, start, end, isListed);
  if (stop === end) return true;
  const rest = stop < 0 ? nesting.told : stop;
  if (rest === start) return false;
  nesting.visit(0, 0, rest, end, true);
  return true;
}

/** Where the value ends; -1 where it breaks off. */
function readAs(nesting: Nesting, sort: NestedSort, start: number, end: number, isListed: boolean): number {
  if (sort === jsonValue) return openJson(nesting, start, end, 0, 0, isListed);
  if (sort === phpSession) return openSession(nesting, start, end);
  return openPhp(nesting, start, end, 0, 0, isListed);
}

/** Up to the dot: the parts of a JWT are each in base64. */
function openBase64(nesting: Nesting, start: number, end: number, isListed: boolean): boolean {
  const { bytes } = nesting;
  let at = start;
  let isOpened = false;
  while (at < end) {
    let stop = at;
    while (stop < end && valueOf[bytes[stop]!]! >= 0) stop++;
    if (stop - at < 8 || nesting.scratch + (stop - at) > nesting.scratchEnd) return isOpened;
    const from = nesting.scratch;
    nesting.scratch = decodeBase64(bytes, at, stop, from);
    const sort = nestedSort(bytes, from, nesting.scratch);
    if (sort !== notNested && sort !== base64Value) {
      isOpened = openAs(nesting, sort, from, nesting.scratch, isListed) || isOpened;
    }
    if (bytes[stop] !== 46) return isOpened;
    at = stop + 1;
  }
  return isOpened;
}

function decodeBase64(bytes: Uint8Array, start: number, end: number, out: number): number {
  let to = out;
  let bits = 0;
  let held = 0;
  for (let at = start; at < end; at++) {
    held = (held << 6) | valueOf[bytes[at]!]!;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[to++] = (held >> bits) & 0xff;
    }
  }
  return to;
}

/** By byte: its six bits in base64, also of the kind for URLs; -1 for others. */
const valueOf = createAlphabet();

function createAlphabet(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let index = 0; index < alphabet.length; index++) table[alphabet.charCodeAt(index)] = index;
  table[45] = 62;
  table[95] = 63;
  return table;
}
