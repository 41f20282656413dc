// Where things end in markup: a tag, whose values may hold the sign that ends it, and text that must be cut.

/** The tag's end is not in what there is so far. */
export const tagUnfinished = -1;
/** What began like a tag is none: another one begins before it ends. */
export const noTag = -2;

/** The position of the `>` that ends the tag begun at `from`. A quote counts only after an equals sign. */
export function tagEnd(raw: string, from: number): number {
  for (let p = from + 1; p < raw.length; p++) {
    const sign = raw.charCodeAt(p);
    if (sign === 0x3e) return p;
    if (sign === 0x3c) return noTag;
    if ((sign !== 0x22 && sign !== 0x27) || !followsEquals(raw, p)) continue;
    const close = raw.indexOf(raw[p]!, p + 1);
    if (close < 0) return tagUnfinished;
    p = close;
  }
  return tagUnfinished;
}

/** White space between an equals sign and its value: nobody writes more. */
const spacesBeforeValue = 64;

function followsEquals(raw: string, quote: number): boolean {
  let p = quote - 1;
  if (raw.charCodeAt(p) === 0x3d) return true;
  while (p > quote - spacesBeforeValue && raw.charCodeAt(p) <= 0x20) p--;
  return raw[p] === '=';
}

/** No word that matters is longer. */
const longestWord = 1024;
const longestReference = 40;

/** Where text from `from` on may be cut at `to` or shortly before: after white space, or at least between characters. */
export function textCut(raw: string, from: number, to: number): number {
  for (let p = to; p > Math.max(from, to - longestWord); p--) if (raw.charCodeAt(p - 1) <= 0x20) return p;
  let cut = to;
  const reference = raw.lastIndexOf('&', cut - 1);
  if (reference > Math.max(from, cut - longestReference)) cut = reference;
  while (cut > Math.max(from + 1, to - 4) && (raw.charCodeAt(cut) & 0xc0) === 0x80) cut--;
  return cut;
}

/** Where the name that begins at `from` ends: at white space, a slash or `to`. */
export function nameEnd(raw: string, from: number, to: number): number {
  let p = from;
  while (p < to) {
    const sign = raw.charCodeAt(p);
    if (sign <= 0x20 || sign === 0x2f) break;
    p++;
  }
  return p;
}

/** Whether a name may begin with this. */
export function beginsName(sign: number): boolean {
  const letter = sign | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || sign === 0x5f || sign === 0x3a || sign >= 0x80;
}
