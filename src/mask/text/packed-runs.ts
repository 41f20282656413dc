// Long runs of letters and digits in a text that are base64 or hexadecimal of a text: unpacked, masked, packed again as
// they were. In: a span. Out: edits, and the places of what was packed as done. What unpacks to no text is left as it is.
// Linear: of each run four alignments are tried, and what is compressed is unpacked up to a bound.

import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';

import { hexDigit } from '../ascii.ts';
import { base64Value } from '../base64-alphabet.ts';
import { readBase64, writeBase64 } from './base64.ts';
import type { Edits } from './edits.ts';
import { escapeSorts } from './escaped-view.ts';
import type { Ranges } from './ranges.ts';
import { collectView } from './read-view.ts';
import { deepestText, type TextWork } from './text-work.ts';
import { deflated, gzipped, nothing, plainText, unpackedSort, wideBig, wideLittle } from './unpacked-sort.ts';

const shortestRun = 12;
const shortestBase64 = 12;
const shortestHex = 12;
/** What is compressed is opened up to this size. */
const mostUnpacked = 1 << 22;

export function collectRuns(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
  done: Ranges,
): void {
  if (depth >= deepestText) return;
  let floor = start;
  for (let at = start + shortestRun - 1; at < end; at += shortestRun) {
    if (base64Value[bytes[at]!]! < 0) continue;
    let from = at;
    while (from > floor && base64Value[bytes[from - 1]!]! >= 0) from--;
    const to = runEnd(bytes, at, end);
    floor = to;
    at = to;
    if (to - from < shortestRun || done.touches(from, to)) continue;
    const first = edits.count;
    if (isWord(bytes, from, to)) continue;
    collectHex(work, bytes, from, to, edits, depth);
    if (edits.count === first) collectBase64(work, bytes, from, to, edits, depth);
    if (edits.count > first) done.add(from, to);
  }
}

/** Words of small letters, of capitals or with one in front, joined by hyphens and the like: no text packs to such. */
function isWord(bytes: Uint8Array, from: number, to: number): boolean {
  let small = 0;
  let big = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 97) small++;
    else if (byte >= 65 && byte <= 90) {
      // a capital after a small letter
      if (at > from && bytes[at - 1]! >= 97) return false;
      big++;
    } else if (byte >= 48 && byte <= 57) return false;
    else {
      if (small > 0 && big > 1) return false;
      small = 0;
      big = 0;
    }
  }
  return small === 0 || big <= 1;
}

/** Over line ends too, where full lines of one length stand over each other, and the padding. */
function runEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at;
  let lineStart = -1;
  let width = 0;
  for (;;) {
    while (to < end && base64Value[bytes[to]!]! >= 0) to++;
    let next = to;
    if (next < end && bytes[next] === 13) next++;
    if (next >= end || bytes[next] !== 10) break;
    next++;
    const length = lineStart < 0 ? lineBack(bytes, to, at) : to - lineStart;
    if (length < shortestLine || (width > 0 && length !== width)) break;
    width = length;
    let after = next;
    while (after < end && after - next <= width && base64Value[bytes[after]!]! >= 0) after++;
    if (after === next || after - next > width) break;
    lineStart = next;
    to = after;
  }
  while (to < end && bytes[to] === 61) to++;
  return to;
}

/** Lines of base64 are 60, 64 or 76 long. */
const shortestLine = 56;

function lineBack(bytes: Uint8Array, to: number, at: number): number {
  let from = Math.min(at, to);
  while (from > 0 && to - from < 100 && base64Value[bytes[from - 1]!]! >= 0) from--;
  return to - from;
}

/** Hexadecimal from the first digit after a mark such as `0x` on. */
function collectHex(
  work: TextWork,
  bytes: Uint8Array,
  from: number,
  to: number,
  edits: Edits,
  depth: number,
): void {
  let start = to;
  while (start > from && hexDigit(bytes[start - 1]!) >= 0) start--;
  if ((to - start) % 2 === 1) start++;
  if (to - start < shortestHex || start - from > 3) return;
  const { unpacked } = work.levels[depth]!;
  unpacked.clear();
  for (let at = start; at < Math.min(to, start + looked); at += 2)
    unpacked.put(hexDigit(bytes[at]!) * 16 + hexDigit(bytes[at + 1]!));
  const sort = unpackedSort(unpacked.bytes, 0, unpacked.length);
  if (sort === nothing) return;
  if (sort === plainText || sort === wideLittle || sort === wideBig) {
    collectView(work, escapeSorts.hex, '', bytes, start, to, edits, depth, null);
    return;
  }
  for (let at = start + looked; at < to; at += 2)
    unpacked.put(hexDigit(bytes[at]!) * 16 + hexDigit(bytes[at + 1]!));
  if (!maskUnpacked(work, 0, sort, depth)) return;
  const { packed } = work.levels[depth]!;
  const text = edits.texts.length;
  const isSmall = !bytes.subarray(start, to).some((byte) => byte >= 65 && byte <= 70);
  const written = Buffer.from(packed.bytes.subarray(0, packed.length)).toString('hex');
  edits.texts.write(isSmall ? written : written.toUpperCase());
  edits.add(start, to, text);
}

const looked = 512;

function collectBase64(
  work: TextWork,
  bytes: Uint8Array,
  from: number,
  to: number,
  edits: Edits,
  depth: number,
): void {
  const { unpacked, packed } = work.levels[depth]!;
  for (let shift = 0; shift < 4 && to - from - shift >= shortestBase64; shift++) {
    unpacked.clear();
    const writing = readBase64(bytes, from + shift, to, unpacked);
    const sort = unpackedSort(unpacked.bytes, 0, unpacked.length);
    if (sort === nothing || !maskUnpacked(work, 0, sort, depth)) continue;
    const text = edits.texts.length;
    writeBase64(packed.bytes, 0, packed.length, writing, edits.texts);
    edits.add(from + shift, to, text);
    return;
  }
}

/** Masks what is in `unpacked` into `packed`; false where nothing is found in it. */
function maskUnpacked(work: TextWork, start: number, sort: number, depth: number): boolean {
  const { unpacked, packed, edits: inner } = work.levels[depth]!;
  packed.clear();
  if (sort === gzipped || sort === deflated) {
    const compressed = unpacked.bytes.subarray(start, unpacked.length);
    const opened = inflate(compressed, sort);
    if (opened === null) return false;
    inner.clear();
    work.collect(opened, 0, opened.length, inner, depth + 1);
    if (inner.count === 0) return false;
    inner.settle();
    inner.write(opened, 0, opened.length, packed);
    const masked = packed.bytes.subarray(0, packed.length);
    const again = sort === gzipped ? gzipSync(masked) : deflateSync(masked);
    packed.clear();
    packed.copy(again, 0, again.length);
    return true;
  }
  inner.clear();
  work.collect(unpacked.bytes, start, unpacked.length, inner, depth + 1);
  if (inner.count === 0) return false;
  inner.settle();
  inner.write(unpacked.bytes, start, unpacked.length, packed);
  return true;
}

function inflate(bytes: Uint8Array, sort: number): Uint8Array | null {
  try {
    const options = { maxOutputLength: mostUnpacked };
    return sort === gzipped ? gunzipSync(bytes, options) : inflateSync(bytes, options);
  } catch {
    return null;
  }
}
