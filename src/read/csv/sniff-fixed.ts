// Text whose columns stand at fixed places, as administrations write it. In: lines. Out: where the columns
// stand, or null. A column begins where nearly all lines have a blank and then a sign, or a digit and then a
// letter; lines of prose and logs never align so.

const fewestLines = 20;
const fewestColumns = 3;
/** Shares of lines: a few may be damaged. */
const nearlyAll = 0.95;

/** Places in characters; `to` of the last is -1, the end of the line. */
export function sniffFixed(lines: readonly string[]): { from: number; to: number }[] | null {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < fewestLines || filled.some((line) => line.includes('\t'))) return null;
  const length = usualLength(filled);
  if (length < 20) return null;
  const blanks = shareAt(filled, length, (sign) => sign === ' ');
  const digits = shareAt(filled, length, (sign) => sign >= '0' && sign <= '9');
  const letters = shareAt(filled, length, (sign) => /[\p{L}]/u.test(sign));
  const starts = [0];
  for (let at = 1; at < length; at++) {
    const isAfterBlank = blanks[at - 1]! >= nearlyAll && blanks[at]! <= 1 - nearlyAll;
    const isTurn =
      (digits[at - 1]! >= nearlyAll && letters[at]! >= nearlyAll) ||
      (letters[at - 1]! >= nearlyAll && digits[at]! >= nearlyAll);
    if (isAfterBlank || isTurn) starts.push(at);
  }
  if (starts.length < fewestColumns || starts.length > length / 4) return null;
  const hasDigits = starts.some((start) => digits[start]! >= nearlyAll);
  const hasWords = starts.some((start) => letters[start]! >= nearlyAll && letters[start + 1]! >= 0.5);
  if (!hasDigits || !hasWords) return null;
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? -1 }));
}

/** The length that nearly all lines have, blanks at the end and all; 0 where there is none. */
function usualLength(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual && usual[1] >= lines.length * 0.9 ? usual[0] : 0;
}

function shareAt(lines: readonly string[], length: number, is: (sign: string) => boolean): number[] {
  return Array.from({ length }, (_, at) => lines.filter((line) => is(line[at] ?? ' ')).length / lines.length);
}
