// The first lines of a file laid out below one another, one byte a sign, and what stands at each place of them.
// In: lines. Out: their signs as a grid, and by place the share of lines that have a digit, a letter, anything.

/** What a sign is. */
export const signKind = { blank: 0, digit: 1, letter: 2, sign: 3 } as const;

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte <= 0x20 || byte === 0x7f) return signKind.blank;
  if (byte >= 0x30 && byte <= 0x39) return signKind.digit;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
  return isLetter ? signKind.letter : signKind.sign;
});

export function kindOf(byte: number): number {
  return kinds[byte]!;
}

export interface LineGrid {
  rows: number;
  length: number;
  /** Row after row; what a shorter line lacks is blank. */
  bytes: Uint8Array;
  /** By place, lines that have such a sign there. */
  filled: Uint32Array;
  digits: Uint32Array;
  letters: Uint32Array;
}

export function layOut(lines: readonly Uint8Array[], length: number): LineGrid {
  const rows = lines.length;
  const bytes = new Uint8Array(rows * length).fill(0x20);
  lines.forEach((line, row) => bytes.set(line.subarray(0, length), row * length));
  const [filled, digits, letters] = Array.from({ length: 3 }, () => new Uint32Array(length));
  for (let i = 0; i < bytes.length; i++) {
    const kind = kinds[bytes[i]!];
    const at = i % length;
    if (kind !== signKind.blank) filled![at]!++;
    if (kind === signKind.digit) digits![at]!++;
    if (kind === signKind.letter) letters![at]!++;
  }
  return { rows, length, bytes, filled: filled!, digits: digits!, letters: letters! };
}
