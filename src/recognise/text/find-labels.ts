/*
 * Labels of a form or a letter: `Nom :`, `Date of birth` and its value in the next column, `N° de sécurité sociale` over
 * its number. In: the layout of a text. Out: labels with the span in which their value stands, in the order of the text.
 * Looks at colons and at cells that begin as labels do; bounded work at each.
 */

import { foldText } from '../names.ts';
import { labelRoles, textLabels, type LabelRole } from '../lexicon/text-labels.ts';
import { alignedCell, type Cell, type TextLayout } from './text-layout.ts';

export interface Label {
  role: LabelRole;
  phrase: string;
  start: number;
  /** Where its value may stand; empty when nothing follows. */
  valueStart: number;
  valueEnd: number;
  line: number;
}

/** The longest phrase of the lexicon, and then some. */
const longestLabel = 64;
/** Between the last letter of a label and its value: `.) : `. */
const mostSigns = 8;

let phrases: Map<string, LabelRole> | undefined;
/** The first two letters of phrases, so that most cells are passed over unread. */
let beginnings: Set<number> | undefined;

export function findLabels(layout: TextLayout): Label[] {
  phrases ??= createPhrases();
  const labels: Label[] = [];
  const { text, cells, colons } = layout;
  let colon = 0;
  for (const cell of cells) {
    while (colon < colons.length && colons[colon]! < cell.start) colon++;
    const first = labels.length;
    let from = cell.start;
    while (colon < colons.length && colons[colon]! < cell.end) {
      const at = colons[colon++]!;
      const label = labelBefore(text, from, at, from > cell.start || first < labels.length);
      from = at + 1;
      if (label !== null) labels.push({ ...label, valueStart: at + 1, valueEnd: cell.end, line: cell.line });
    }
    if (labels.length === first) addBareLabel(layout, cell, labels);
    for (let index = first; index < labels.length; index++) {
      const label = labels[index]!;
      const next = labels[index + 1];
      if (next !== undefined && next.line === cell.line)
        label.valueEnd = Math.min(label.valueEnd, next.start);
      if (isBlank(text, label.valueStart, label.valueEnd)) lookBeside(layout, cell, label);
    }
  }
  return labels;
}

/** The label that ends at `at`: the whole of what stands there, or its last words where a value stands before them. */
function labelBefore(
  text: string,
  from: number,
  at: number,
  hasValue: boolean,
): Pick<Label, 'role' | 'phrase' | 'start'> | null {
  if (at - from > longestLabel && !hasValue) return null;
  const begin = Math.max(from, at - longestLabel);
  const whole = labelKey(text.slice(begin, at));
  const role = phrases!.get(whole);
  if (role !== undefined) {
    const start = begin + Math.max(0, text.slice(begin, at).search(/\S/));
    return { role, phrase: whole, start };
  }
  const phrase = longestSuffix(whole, 1);
  if (phrase === null) return null;
  const start = wordsBack(text, begin, at, phrase);
  if (!hasValue && !startsAnew(text, begin, start, at)) return null;
  return { role: phrases!.get(phrase)!, phrase, start };
}

/** After a comma or a dash, or after a title in capitals: `FICHE SALARIÉ Nom : …`. */
function startsAnew(text: string, from: number, start: number, at: number): boolean {
  const before = text.slice(from, start);
  return (
    /[,;–—•-]\s?$/.test(before) ||
    (/\p{Lu}{3,}\s$/u.test(before) && /^\p{Lu}?[^\p{Lu}]*$/u.test(text.slice(start, at)))
  );
}

/** The longest run of last words that is a phrase, leaving out the first `skipped` words. */
function longestSuffix(key: string, skipped: number): string | null {
  let from = 0;
  for (let left = skipped; left > 0; left--) {
    from = key.indexOf(' ', from) + 1;
    if (from === 0) return null;
  }
  while (true) {
    const phrase = key.slice(from);
    if (phrases!.has(phrase)) return phrase;
    from = key.indexOf(' ', from) + 1;
    if (from === 0) return null;
  }
}

/** Where in the text the words of `phrase` begin that end at `at`. */
function wordsBack(text: string, from: number, at: number, phrase: string): number {
  const words = [...text.slice(from, at).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  return from + (words.at(-phrase.split(' ').length)?.index ?? 0);
}

/** A cell that is a label without a colon: its value is in the cell to its right or in the one below. */
function addBareLabel({ text }: TextLayout, cell: Cell, labels: Label[]): void {
  if (cell.end - cell.start > longestLabel || !beginnings!.has(beginning(text, cell.start))) return;
  const phrase = labelKey(text.slice(cell.start, cell.end));
  const role = phrases!.get(phrase);
  if (role === undefined) return;
  labels.push({ role, phrase, start: cell.start, valueStart: cell.end, valueEnd: cell.end, line: cell.line });
}

/** The value of a label with nothing after it: the next cell of the line, else the cell below, unless labels too. */
function lookBeside(layout: TextLayout, cell: Cell, label: Label): void {
  const { text, cells } = layout;
  const next = cells[cell.index + 1];
  const below = alignedCell(layout, cell, cell.line + 1) ?? alignedCell(layout, cell, cell.line + 2);
  const value =
    next !== undefined && next.line === cell.line && !isLabel(text, next)
      ? next
      : below !== undefined && !isLabel(text, below)
        ? below
        : undefined;
  if (value === undefined) return;
  label.valueStart = value.start;
  label.valueEnd = value.end;
}

function isLabel(text: string, { start, end }: Cell): boolean {
  if (end - start > longestLabel) return false;
  const cell = text.slice(start, end);
  if (cell.endsWith(':')) return true;
  const colon = cell.indexOf(':');
  return phrases!.has(labelKey(colon < 0 ? cell : cell.slice(0, colon)));
}

/** The role of the words right before `at`, back to `from`: `née le`, `Tél.`, `demeurant`. */
export function roleBefore(
  text: string,
  from: number,
  at: number,
): { role: LabelRole; phrase: string; start: number } | null {
  phrases ??= createPhrases();
  const begin = Math.max(from, at - longestLabel);
  let last = at - 1;
  while (last >= begin && at - last < mostSigns && !isLetter(text.charCodeAt(last))) last--;
  if (last < begin || !isLetter(text.charCodeAt(last))) return null;
  const key = labelKey(text.slice(begin, at));
  const phrase = longestSuffix(key, 0);
  if (phrase === null || phrase === '') return null;
  return { role: phrases.get(phrase)!, phrase, start: wordsBack(text, begin, at, phrase) };
}

/** No phrase ends in a digit, so that most numbers are passed over here. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0;
}

/** Folded words with one blank between them. */
function labelKey(written: string): string {
  return foldText(written)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (/[\p{L}\p{N}+(]/u.test(text[at]!)) return false;
  return true;
}

function createPhrases(): Map<string, LabelRole> {
  const table = new Map<string, LabelRole>();
  const begin = new Set<number>();
  for (const role of labelRoles) {
    for (const written of textLabels[role].split('|')) {
      const key = labelKey(written);
      table.set(key, role);
      begin.add(beginning(key, 0));
    }
  }
  beginnings = begin;
  return table;
}

/** Two letters in small; `é` counts as `e`, the sign of `N°` as a blank. */
function beginning(text: string, at: number): number {
  return small(text.charCodeAt(at)) * 128 + small(text.charCodeAt(at + 1));
}

function small(code: number): number {
  if (code >= 65 && code <= 90) return code | 32;
  if (code >= 97 && code <= 122) return code;
  if (code === 0xe9 || code === 0xc9) return 101;
  return code >= 0xc0 ? 101 : 32;
}

/** The last label in the cell before an offset. */
export function lastLabel(labels: readonly Label[], cell: Cell, before: number): Label | undefined {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (labels[middle]!.start < before) low = middle + 1;
    else high = middle;
  }
  const label = labels[low - 1];
  return label !== undefined && label.start >= cell.start ? label : undefined;
}
