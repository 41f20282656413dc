// What unpacked bytes are: text, text in UTF-16, packed once more, or nothing that could hold a name. In: a span. Out:
// which. Random bytes are none of the texts.

export const nothing = 0;
export const plainText = 1;
export const wideLittle = 2;
export const wideBig = 3;
export const gzipped = 4;
export const deflated = 5;

export type UnpackedSort = 0 | 1 | 2 | 3 | 4 | 5;

const leastText = 5;
const looked = 512;

export function unpackedSort(bytes: Uint8Array, start: number, end: number): UnpackedSort {
  const length = end - start;
  if (length < leastText) return nothing;
  if (bytes[start] === 0x1f && bytes[start + 1] === 0x8b && bytes[start + 2] === 8) return gzipped;
  if (bytes[start] === 0x78 && ((bytes[start] << 8) | bytes[start + 1]!) % 31 === 0) return deflated;
  let printed = 0;
  let controls = 0;
  let wide = 0;
  const zeros = [0, 0];
  const last = Math.min(end, start + looked);
  for (let at = start; at < last; at++) {
    const byte = bytes[at]!;
    if (byte === 0) zeros[(at - start) & 1]!++;
    else if (byte >= 0x80) wide++;
    else if (byte >= 32 || byte === 9 || byte === 10 || byte === 13) printed++;
    else controls++;
  }
  const count = last - start;
  if (controls * 20 > count) return nothing;
  if (zeros[1]! * 3 > count && zeros[0]! * 20 < count) return wideLittle;
  if (zeros[0]! * 3 > count && zeros[1]! * 20 < count) return wideBig;
  // letters of many scripts have two bytes and more, but some signs between them are plain
  const isText = wide * 3 <= count || isUtf8(bytes, start, last);
  return (zeros[0]! + zeros[1]!) * 8 <= count && printed > 0 && isText ? plainText : nothing;
}

function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    const width = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    if (width === 0) return false;
    for (let index = at + 1; index < Math.min(end, at + width); index++)
      if ((bytes[index]! & 0xc0) !== 0x80) return false;
    at += width;
  }
  return true;
}
