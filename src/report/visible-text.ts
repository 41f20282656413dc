/*
 * Names and paths in a leak are chosen by whoever made it: a table may be called ESC]0;… to drive the
 * reader's terminal, or hold a mark that turns the rest of a line around. In: any text. Out: the same
 * text with every character that steers instead of showing written as \x1b or \u{202e}, on one line.
 * It does not escape HTML: html-markup.ts does.
 */
import type { ExposureReport } from './exposure-report.ts';

/*
 * Controls (C0, DEL, C1), line and paragraph separators, lone surrogates, private use and unassigned
 * code points, bidirectional marks, and all that Unicode draws as nothing.
 */
const steering = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/* More combining marks on one letter than any script writes; a pile of them covers the lines around it. */
const markPile = /(\p{M}{4})\p{M}+/gu;

/* Longer than the longest path (PATH_MAX, 4096); a name of megabytes would stand in the page many times. */
const longest = 5000;

/** The text as one harmless line. Text that is harmless already comes back unchanged. */
export function visibleText(text: string): string {
  return text
    .replace(steering, codePointName)
    .replace(markPile, '$1')
    .replace(/\p{Zs}/gu, ' ');
}

/** The report with every text in it made harmless and of bounded length; numbers and order stay. */
export function visibleReport(report: ExposureReport): ExposureReport {
  return withVisibleTexts(report);
}

/** The same for whatever else is shown. */
export function withVisibleTexts<T>(value: T): T;
export function withVisibleTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length > longest ? `${visibleText(value.slice(0, longest))}…` : visibleText(value);
  }
  if (Array.isArray(value)) return value.map((item: unknown) => withVisibleTexts(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withVisibleTexts(item)]));
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}
