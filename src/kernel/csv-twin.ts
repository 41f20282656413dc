// The plain TypeScript twin of the index of delimited text: byte by byte, the oracle of the compiled one.

import type { CsvCode } from './csv-code.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;
const at = 0x40;

/** Same contract as the compiled module (see `CsvCode`). */
export function createCsvTwin(bytes: Uint8Array, words: Uint32Array): CsvCode {
  let delimiter: number[] = [];
  let rowEnd: number[] = [];
  let quote = -1;
  let escape = -1;
  let isInside = false;
  let isEscaped = false;
  let mayOpen = true;
  let hasClosed = false;
  let markersEnd = 0;
  let marks = 0;
  let rows = 0;
  let ats = 0;

  const isAt = (marker: number[], p: number) => marker.every((byte, i) => bytes[p + i] === byte);
  const isLineEnd = (p: number) =>
    bytes[p] === newline || (bytes[p] === carriageReturn && bytes[p + 1] !== newline);

  return {
    beginCsv(delimiterBytes, delimiterLength, rowEndBytes, rowEndLength, quoteByte, escapeByte) {
      delimiter = unpacked(delimiterBytes, delimiterLength);
      rowEnd = unpacked(rowEndBytes, rowEndLength);
      quote = quoteByte;
      escape = escapeByte;
      isInside = false;
      isEscaped = false;
      mayOpen = true;
      hasClosed = false;
      markersEnd = 0;
    },
    indexCsv(input, length, origin, markOut, firstMark, rowOut, atOut) {
      marks = 0;
      rows = 0;
      ats = 0;
      const isLong = delimiter.length !== 1 || rowEnd.length > 0;
      for (let p = input; p < input + length; p++) {
        const byte = bytes[p]!;
        const isPlain = !isEscaped;
        isEscaped = isPlain && byte === escape;
        if (isLong && (byte === quote || byte === escape)) return p - input;
        const isQuote = isPlain && byte === quote;
        const isField = isPlain && p >= markersEnd && !isInside && isAt(delimiter, p);
        const isRow =
          isPlain &&
          p >= markersEnd &&
          !isInside &&
          !(isLong && isField) &&
          (rowEnd.length > 0 ? isAt(rowEnd, p) : isLineEnd(p));
        const isHalfLineEnd = isPlain && !isInside && byte === carriageReturn;
        if (hasClosed && !isQuote && !isField && !isRow && !isHalfLineEnd) return p - input;
        hasClosed = false;
        if (isQuote && isInside) {
          hasClosed = true;
          isInside = false;
        } else if (isQuote) {
          if (!mayOpen) return p - input;
          isInside = true;
        }
        mayOpen = isField || isRow || isHalfLineEnd || hasClosed;
        if (byte === at) words[atOut / 4 + ats++] = p - origin;
        if (!isField && !isRow) continue;
        if (isLong) markersEnd = p + (isField ? delimiter.length : Math.max(1, rowEnd.length));
        if (isRow) words[rowOut / 4 + rows++] = firstMark + marks;
        words[markOut / 4 + marks++] = p - origin;
      }
      return length;
    },
    csvMarks: () => marks,
    csvRows: () => rows,
    csvAts: () => ats,
  };
}

function unpacked(packed: number, length: number): number[] {
  return Array.from({ length }, (_, i) => (packed >>> (i * 8)) & 0xff);
}
