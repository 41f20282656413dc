// A value in delimited text: quoted where the cell was, or where it has to be. Blanks around the cell stay.

import type { ByteSink } from '../byte-sink.ts';
import type { CsvDialect } from '../../read/index.ts';
import type { WriteCell } from './write-cell.ts';

const SPACE = 0x20;
const TAB = 0x09;
const LOW_LINE = 0x5f;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

export function createCsvCell({ quote, escape, delimiter, rowEnd, comment }: CsvDialect): WriteCell {
  const special = new Uint8Array(256);
  for (const byte of rowEnd.length > 0 ? [rowEnd[0]!] : [NEWLINE, RETURN]) special[byte] = 1;
  special[delimiter[0]!] = 1;
  if (quote !== null) special[quote] = 1;
  if (escape !== null) special[escape] = 1;

  function putBetweenQuotes(value: Uint8Array, length: number, mark: number, out: ByteSink): void {
    out.put(mark);
    for (let p = 0; p < length; p++) {
      const byte = value[p]!;
      if (byte === escape) out.put(byte);
      else if (byte === mark) out.put(escape ?? mark);
      out.put(byte);
    }
    out.put(mark);
  }

  /** Whether what stands at `p` would be taken for a delimiter, a row end or an escape. */
  function endsValue(value: Uint8Array, p: number, length: number): boolean {
    const byte = value[p];
    if (byte === escape || (rowEnd.length === 0 && (byte === NEWLINE || byte === RETURN))) return true;
    return isAt(delimiter, value, p, length) || (rowEnd.length > 0 && isAt(rowEnd, value, p, length));
  }

  /** Without quotes: what would end the value is escaped, or becomes a sign that does not. */
  function putBare(value: Uint8Array, length: number, out: ByteSink): void {
    for (let p = 0; p < length; p++) {
      const byte = value[p]!;
      if (special[byte] === 0 || !endsValue(value, p, length)) out.put(byte);
      else if (escape === null) out.put(byte === NEWLINE || byte === RETURN ? SPACE : LOW_LINE);
      else {
        const letter = byte === NEWLINE ? 0x6e : byte === RETURN ? 0x72 : byte === TAB ? 0x74 : byte;
        out.put(escape);
        out.put(letter);
      }
    }
  }

  function needsQuotes(value: Uint8Array, length: number): boolean {
    if (length === 0) return false;
    const [first, last] = [value[0]!, value[length - 1]!];
    if (first <= SPACE || last <= SPACE || first === comment) return true;
    for (let p = 0; p < length; p++) if (special[value[p]!] === 1) return true;
    return false;
  }

  return (raw, start, end, value, length, out) => {
    let from = start;
    while (from < end && isBlank(raw[from]!)) from++;
    let to = end;
    while (to > from && isBlank(raw[to - 1]!)) to--;
    out.copy(raw, start, from);
    const isQuoted = quote !== null && raw[from] === quote;
    if (quote !== null && (isQuoted || needsQuotes(value, length)))
      putBetweenQuotes(value, length, quote, out);
    else if (quote === null && needsQuotes(value, length)) putBare(value, length, out);
    else out.copy(value, 0, length);
    out.copy(raw, to, end);
  };
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** Whether a marker stands at `p`, or as much of it as is left of the value. */
function isAt(marker: readonly number[], value: Uint8Array, p: number, length: number): boolean {
  for (let i = 0; i < marker.length && p + i < length; i++) if (value[p + i] !== marker[i]) return false;
  return true;
}
