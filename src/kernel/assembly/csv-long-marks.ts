// The index of delimited text whose delimiters or row ends are several bytes long: the first byte is looked
// for, the rest compared. In: as `indexCsv`. Out: the same lists. Any quote or escape is out of place here.

import { bitsOf, rareBitsOf } from './csv-bits';
import { setCounts } from './csv-counts';
import {
  delimiter, delimiterLength, delimiterMask, escape, quote, rowEnd, rowEndLength, rowEndMask,
} from './csv-dialect';

let markersEnd: usize = 0; // where the last delimiter of several bytes ended, carried from call to call

// @ts-ignore: decorator
@inline
export function beginLongMarks(): void {
  markersEnd = 0;
}

export function indexLongMarks(
  input: usize,
  length: u32,
  origin: usize,
  markOut: usize,
  firstMark: u32,
  rowOut: usize,
  atOut: usize,
): u32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const newlines = i8x16.splat(rowEndLength == 0 ? 0x0a : <i8>rowEnd);
  const returns = i8x16.splat(rowEndLength == 0 ? 0x0d : <i8>rowEnd);
  const signs = i8x16.splat(0x40);
  const quotesWanted = i8x16.splat(<i8>quote);
  const escapesWanted = i8x16.splat(<i8>escape);
  let out = markOut;
  let rowsOut = rowOut;
  let atsOut = atOut;
  let reached = length;
  const end = input + length;
  for (let p = input; p < end; p += 64) {
    const b0 = v128.load(p);
    const b1 = v128.load(p, 16);
    const b2 = v128.load(p, 32);
    const b3 = v128.load(p, 48);
    const left = <u32>(end - p);
    let valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    let odd: u64 = 0;
    if (quote >= 0) odd |= rareBitsOf(b0, b1, b2, b3, quotesWanted);
    if (escape >= 0) odd |= rareBitsOf(b0, b1, b2, b3, escapesWanted);
    odd &= valid;
    if (odd) {
      const bit = <u32>ctz(odd);
      valid &= ((<u64>1) << bit) - 1;
      reached = <u32>(p - input) + bit;
    }
    let candidates =
      (bitsOf(b0, b1, b2, b3, delimiters) |
        bitsOf(b0, b1, b2, b3, newlines) |
        rareBitsOf(b0, b1, b2, b3, returns)) &
      valid;
    while (candidates) {
      const at = p + <usize>ctz(candidates);
      candidates &= candidates - 1;
      if (at < markersEnd) continue;
      const next = load<u32>(at);
      let isRow = false;
      if ((next & delimiterMask) == delimiter) {
        markersEnd = at + delimiterLength;
      } else if (rowEndLength == 0) {
        const byte = <u8>next;
        isRow = byte == 0x0a || (byte == 0x0d && <u8>(next >> 8) != 0x0a);
        if (!isRow) continue;
      } else {
        if ((next & rowEndMask) != rowEnd) continue;
        isRow = true;
        markersEnd = at + rowEndLength;
      }
      if (isRow) {
        store<u32>(rowsOut, firstMark + <u32>((out - markOut) >> 2));
        rowsOut += 4;
      }
      store<u32>(out, <u32>(at - origin));
      out += 4;
    }
    let at = rareBitsOf(b0, b1, b2, b3, signs) & valid;
    while (at) {
      store<u32>(atsOut, <u32>(p - origin) + <u32>ctz(at));
      atsOut += 4;
      at &= at - 1;
    }
    if (odd) break;
  }
  setCounts(out - markOut, rowsOut - rowOut, atsOut - atOut);
  return reached;
}
