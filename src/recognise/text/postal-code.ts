/*
 * A postal code with its town: French, German, British, American, Dutch, Belgian, Swiss, Austrian. In: the layout of a
 * text and the offset of a digit. Out: where code and town stand, or null. A code without a town is none, nor is a year.
 */

import { alignedCell, cellAt, type Cell, type TextLayout } from './text-layout.ts';

export interface PostalCode {
  start: number;
  end: number;
  codeStart: number;
  codeEnd: number;
  townStart: number;
  townEnd: number;
  cell: Cell;
  /** A code of four digits, which years and prices have too. */
  isShort: boolean;
}

const afterCode = /(?:[A-Z]{1,3}-)?\d{4,5}[ \u00A0]{1,2}(?=\p{Lu})/uy;
const dutchCode = /\d{4} ?[A-Z]{2}[ ,]{1,2}(?=\p{Lu})/uy;
const britishCode = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Za-z\d])/y;
const americanCode = /(?<=, (?:[A-Z]{2}) )\d{5}(?:-\d{4})?(?!\d)/y;
const town = /\p{Lu}[\p{L}\p{M}'’.]*(?:[ -](?:[\p{L}\p{M}'’.]+|\/)){0,5}/uy;

/** A postal code with its town at this run of digits. */
export function postalCodeAt(layout: TextLayout, digit: number): PostalCode | null {
  const { text } = layout;
  const length = runLength(text, digit);
  if (length === 1 || length === 2) return britishAt(layout, digit);
  if (length !== 4 && length !== 5) return null;
  const prefix = /[A-Z]{1,3}-$/.exec(text.slice(Math.max(0, digit - 4), digit));
  const start = digit - (prefix?.[0].length ?? 0);
  if (start > 0 && /[\p{L}\d.€$£-]/u.test(text[start - 1]!)) return null;
  if (length === 5) {
    americanCode.lastIndex = digit;
    if (americanCode.test(text)) return americanAt(layout, digit, americanCode.lastIndex);
  }
  for (const form of length === 4 ? [dutchCode, afterCode] : [afterCode]) {
    form.lastIndex = form === dutchCode ? digit : start;
    if (!form.test(text)) continue;
    const townStart = form.lastIndex;
    town.lastIndex = townStart;
    const cell = cellAt(layout, digit)!;
    if (!town.test(text)) return null;
    let townEnd = Math.min(town.lastIndex, cell.end);
    while (townEnd > townStart + 1 && /[.\s-]/.test(text[townEnd - 1]!)) townEnd--;
    const codeEnd = townStart - /[ ,\u00A0]+$/.exec(text.slice(digit, townStart))![0].length;
    if (
      length === 4 &&
      form === afterCode &&
      prefix === null &&
      /^(?:19|20)/.test(text.slice(digit, digit + 2))
    )
      return null;
    return {
      start,
      end: townEnd,
      codeStart: start,
      codeEnd,
      townStart,
      townEnd,
      cell,
      isShort: length === 4,
    };
  }
  return null;
}

function runLength(text: string, digit: number): number {
  let end = digit;
  while (end - digit < 7 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end - digit;
}

/** `Leeds LS1 4AB`, or the code alone under its town. */
function britishAt(layout: TextLayout, digit: number): PostalCode | null {
  const { text } = layout;
  let start = digit;
  while (start > 0 && digit - start < 2 && isCapital(text.charCodeAt(start - 1))) start--;
  if (start === digit || /[\p{L}\d]/u.test(text[start - 1] ?? ' ')) return null;
  britishCode.lastIndex = start;
  if (!britishCode.test(text)) return null;
  const end = britishCode.lastIndex;
  const cell = cellAt(layout, start)!;
  const before = /(?:^|[,;:] ?)(\p{Lu}[\p{L}'’. -]{1,40}?),? $/u.exec(text.slice(cell.start, start));
  if (before !== null) {
    const townStart = start - before[0].length + before[0].indexOf(before[1]!);
    const townEnd = townStart + before[1]!.length;
    return {
      start: townStart,
      end,
      codeStart: start,
      codeEnd: end,
      townStart,
      townEnd,
      cell,
      isShort: false,
    };
  }
  if (start !== cell.start) return null;
  const above = alignedCell(layout, cell, cell.line - 1);
  if (above === undefined || !/^\p{Lu}[\p{L}'’ -]{1,40}$/u.test(text.slice(above.start, above.end)))
    return null;
  return {
    start: above.start,
    end,
    codeStart: start,
    codeEnd: end,
    townStart: above.start,
    townEnd: above.end,
    cell: above,
    isShort: false,
  };
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** `Springfield, IL 62704`. */
function americanAt(layout: TextLayout, digit: number, end: number): PostalCode | null {
  const cell = cellAt(layout, digit)!;
  const before = layout.text.slice(cell.start, digit - 5);
  const name = /(?:^|, ?)(\p{Lu}[\p{L}'’. -]{1,40})$/u.exec(before);
  if (name === null) return null;
  const townEnd = digit - 5;
  const townStart = townEnd - name[1]!.length;
  return { start: townStart, end, codeStart: digit, codeEnd: end, townStart, townEnd, cell, isShort: false };
}
