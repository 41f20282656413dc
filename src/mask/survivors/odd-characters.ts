// Characters that stand for a plain one, or for none: full-width and mathematical letters, digits of other scripts, joiners
// that nobody sees. In: a code point, or a span. Out: the plain character; the regions of a span that hold such. Spans
// without any are passed over by the search of the machine's own, at a fraction of a nanosecond a byte.

/** The character of ASCII that this one stands for; 0: it is passed over; -1: it is none of these. */
export function plainOf(codePoint: number): number {
  if (codePoint < 0x660) return -1;
  if (codePoint <= 0x669) return codePoint - 0x660 + zero;
  if (codePoint >= 0x6f0 && codePoint <= 0x6f9) return codePoint - 0x6f0 + zero;
  if (codePoint < 0x2060) return -1;
  if (codePoint <= 0x2064) return 0;
  if (codePoint === 0x2070 || (codePoint >= 0x2074 && codePoint <= 0x2079)) return codePoint - 0x2070 + zero;
  if (codePoint === 0x3002) return dot;
  if (codePoint >= 0xff01 && codePoint <= 0xff5e) return codePoint - 0xfee0;
  // thirteen alphabets, capitals first; five rows of digits
  if (codePoint >= 0x1d400 && codePoint <= 0x1d6a3) {
    const letter = (codePoint - 0x1d400) % 52;
    return letter < 26 ? capitalA + letter : smallA + letter - 26;
  }
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return zero + ((codePoint - 0x1d7ce) % 10);
  return -1;
}

/** The same of the character whose UTF-8 stands at `at`, with the bytes it takes; `width` 0: it is none of these. */
export function readOdd(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly plain: number; readonly width: number } {
  odd.width = 0;
  const lead = bytes[at]!;
  const width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || at + width > end) return odd;
  let codePoint = lead & (0x7f >> width);
  for (let next = at + 1; next < at + width; next++) {
    if ((bytes[next]! & 0xc0) !== 0x80) return odd;
    codePoint = (codePoint << 6) | (bytes[next]! & 63);
  }
  odd.plain = plainOf(codePoint);
  if (odd.plain >= 0) odd.width = width;
  return odd;
}

/** Whether such a character is in the span. */
export function hasOdd(bytes: Uint8Array, start: number, end: number): boolean {
  return placesOf(bytes, start, end, 1).length > 0;
}

/** Visits the regions in which such characters stand, from the first to the last; those that are near are one. */
export function visitOddRegions(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (first: number, last: number) => void,
): void {
  let first = -1;
  let last = -1;
  for (const at of placesOf(bytes, start, end, Infinity)) {
    if (first >= 0 && (at - last > regionGap || at - first > longestRegion)) {
      visit(first, last);
      first = -1;
    }
    if (first < 0) first = at;
    last = at;
  }
  if (first >= 0) visit(first, last);
}

function placesOf(bytes: Uint8Array, start: number, end: number, most: number): number[] {
  const span = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  const places: number[] = [];
  for (const beginning of beginnings)
    for (
      let at = span.indexOf(beginning);
      at >= 0 && places.length < most;
      at = span.indexOf(beginning, at + 1)
    )
      if (readOdd(bytes, start + at, end).width > 0) places.push(start + at);
  return places.length > 1 ? places.sort((one, other) => one - other) : places;
}

const regionGap = 160;
const longestRegion = 4096;
const odd = { plain: -1, width: 0 };
const zero = 48;
const dot = 46;
const capitalA = 65;
const smallA = 97;

/** How they begin in UTF-8: with one byte where it is rare, else with as many as tell. */
const beginnings = [0xd9, 0xdb, 0xef, 0xf0, Uint8Array.of(0xe2, 0x81), Uint8Array.of(0xe3, 0x80, 0x82)];
