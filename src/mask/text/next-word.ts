// The word behind another one, where only a blank or the like and little words such as `de la` are between: it may be the
// next of a name. In: a span. Out: where it begins and ends; -1 where none is near.

import { particles } from '../../recognise/index.ts';

const widestGap = 4;
const mostParticles = 3;

export const nextWord = { start: nextStart, end: wordEnd };

function nextStart(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  for (let count = 0; count <= mostParticles; count++) {
    let next = from;
    while (next < end && next - from < widestGap && isGap(bytes[next]!)) next++;
    if (next === from || next >= end) return -1;
    const stop = wordEnd(bytes, next, end);
    if (stop === next) return -1;
    if (isBigAt(bytes, next)) return next;
    if (stop - next > 4 || !particles.has(Buffer.from(bytes.subarray(next, stop)).toString('latin1')))
      return -1;
    from = stop;
  }
  return -1;
}

/** Letters, and all beyond ASCII but dashes, quotes and no-break blanks. */
function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    const lower = byte | 32;
    if ((byte < 0x80 && (lower < 97 || lower > 122)) || byte === 0xe2 || byte === 0xc2) break;
    at++;
  }
  return at;
}

/** Blank, hyphen, dot, apostrophe, and the bytes of ’ and of the no-break blank. */
function isGap(byte: number): boolean {
  if (byte === 32 || byte === 45 || byte === 46 || byte === 39) return true;
  return byte === 0xe2 || byte === 0x80 || byte === 0x99 || byte === 0xc2 || byte === 0xa0;
}

/** Capitals of ASCII, Latin-1 and Latin Extended-A, Greek and Cyrillic, as far as a rule tells them. */
export function isBigAt(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at]!;
  if (lead < 0x80) return lead >= 65 && lead <= 90;
  const next = bytes[at + 1]! & 0x3f;
  if (lead === 0xc3) return next < 0x1f;
  if (lead === 0xc4 || lead === 0xc5) return (next & 1) === 0;
  if (lead === 0xce) return next >= 0x06 && next < 0x2c;
  return lead === 0xd0 ? next < 0x30 : lead > 0xd1;
}
