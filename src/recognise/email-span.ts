/*
 * A found address as one number, so that a search allocates nothing: start x 1024 + cut x 512 + length. In: a span.
 * Out: its offsets and whether it was cut. An address is at most 64 + 5 + 253 bytes long, hence the 512.
 */

const startUnit = 1024;
const cutUnit = 512;

export function emailSpan(start: number, end: number, isCut: boolean): number {
  return start * startUnit + (isCut ? cutUnit : 0) + (end - start);
}

export function spanStart(span: number): number {
  return Math.floor(span / startUnit);
}

export function spanEnd(span: number): number {
  return Math.floor(span / startUnit) + (span % cutUnit);
}

/**
 * True when a character that RFC 5322 allows in a local part, but that separates words in text, stands between the
 * address and a word before it (`customer/department@…` found as `department@…`): the owner may be someone else, so
 * such an address counts but nobody may be notified on it.
 */
export function isSpanCut(span: number): boolean {
  return span % startUnit >= cutUnit;
}
