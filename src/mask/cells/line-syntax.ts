// What formats of lines write around values: marks and line ends. Before the first row stands the head, which names columns;
// whatever else stands between rows, their readers tell of.

import { type RowSyntax, unexplained } from './row-syntax.ts';

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** `marks`: bytes that separate values or rows. */
export function createLineSyntax(marks: readonly number[]): RowSyntax {
  const quiet = new Uint8Array(256);
  for (const byte of [...marks, 0x20, 0x09, 0x0a, 0x0d]) quiet[byte] = 1;
  return {
    isSparse: false,
    endOfRow: (_bytes, _start, _starts, ends, count, shift) => ends[count - 1]! + shift,
    startOfStatement: (_bytes, _covered, start) => start,
    isPlainHead: () => true,
    explain(bytes, start, end, isFirst, found) {
      let from = start;
      if (isFirst && start === 0 && byteOrderMark.every((byte, i) => bytes[i] === byte)) from += 3;
      while (from < end && quiet[bytes[from]!] === 1) from++;
      let to = end;
      while (to > from && quiet[bytes[to - 1]!] === 1) to--;
      if (from === to) return;
      if (isFirst) found.piece(from, to, 'head');
      else found.refuse(from, to, unexplained);
    },
  };
}
