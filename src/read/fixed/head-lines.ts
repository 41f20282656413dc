// The first lines of a file, if they are of one length or seem to have been. In: the head. Out: the lines that are as
// they should be, one byte a sign: in UTF-8, signs beyond ASCII stand as one byte of a letter. Null where lines differ.

export interface HeadLines {
  /** How long a line is without its end, in bytes, or in characters where `inCharacters`. */
  length: number;
  inCharacters: boolean;
  /** Blanks at the end of lines are not there. */
  isTrimmed: boolean;
  /** The first line, which may be a header. */
  first: Uint8Array;
  rows: Uint8Array[];
  /** Share of lines that are of the length, with what is not there. */
  regular: number;
  /** A line of strokes under the first one, as listings have it: where columns are. */
  rule: Uint8Array | null;
  /** Offset at which the first line begins, and the one after it and the strokes. */
  begin: number;
  second: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const LETTER = 0xe9;

const linesLookedAt = 1000;
/** Share of lines of one length; the others are damaged. */
const ofOneLength = 0.9;
/** Lines that are longer than all others but these are damaged. */
const mostLonger = 0.005;

/** `inCharacters`: places are those of characters, of which a line of UTF-8 may have fewer than bytes. */
export function headLines(head: Uint8Array, isWhole: boolean, inCharacters: boolean): HeadLines | null {
  const begin = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const lines = cutLines(head, begin, isWhole);
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return null;
  let second = begin + first.length + lineEndAt(head, begin + first.length);
  const [name, ...all] = inCharacters ? lines.map(toSigns) : lines;
  const rule = isRule(rest[0]!) ? rest[0]! : null;
  if (rule) {
    all.shift();
    second += rule.length + lineEndAt(head, second + rule.length);
  }
  const filled = all.filter((line) => line.some((byte) => byte > SPACE));
  const place = { inCharacters, first: name!, rule, begin, second };
  const usual = usualLength(filled);
  const same = filled.filter((line) => line.length === usual);
  if (same.length >= filled.length * ofOneLength && !isTrimmedShort(filled, usual))
    return { ...place, length: usual, isTrimmed: false, rows: same, regular: same.length / filled.length };
  const endsInBlank = filled.filter((line) => line.at(-1)! <= SPACE).length;
  if (endsInBlank > filled.length * 0.02) return null;
  const lengths = filled.map((line) => line.length).sort((a, b) => a - b);
  const length = lengths[Math.max(0, Math.ceil(lengths.length * (1 - mostLonger)) - 1)] ?? 0;
  // prose has lines of any length
  if (lengths[lengths.length >> 1]! < length * 0.3) return null;
  const rows = filled.filter((line) => line.length <= length);
  return { ...place, length, isTrimmed: true, rows, regular: rows.length / filled.length };
}

/** Whether the lines that are shorter are so because their last values are: none ends in a blank, and there are several lengths. */
function isTrimmedShort(lines: readonly Uint8Array[], usual: number): boolean {
  if (lines.some((line) => line.at(-1)! <= SPACE)) return false;
  return lines.filter((line) => line.length < usual).length > lines.length * 0.02;
}

/** Strokes with blanks between them. */
function isRule(line: Uint8Array): boolean {
  return /^ *[-=]+(?: +[-=]+)+ *$/u.test(Buffer.from(line).toString('latin1'));
}

function cutLines(head: Uint8Array, begin: number, isWhole: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let p = begin;
  while (p < head.length && lines.length <= linesLookedAt) {
    const found = head.indexOf(NEWLINE, p);
    if (found < 0 && !isWhole) break;
    const end = found < 0 ? head.length : found;
    lines.push(head.subarray(p, end > p && head[end - 1] === RETURN ? end - 1 : end));
    p = end + 1;
  }
  return lines;
}

function lineEndAt(head: Uint8Array, p: number): number {
  return Math.min(head.length - p, head[p] === RETURN ? 2 : 1);
}

function toSigns(line: Uint8Array): Uint8Array {
  if (line.every((byte) => byte < 0x80)) return line;
  return Uint8Array.from(
    line.filter((byte) => (byte & 0xc0) !== 0x80),
    (byte) => (byte < 0x80 ? byte : LETTER),
  );
}

function usualLength(lines: readonly Uint8Array[]): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
