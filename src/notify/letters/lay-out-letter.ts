// A variant's letter, laid out once for all who get it: pages that hold what is the same for all, and the places of what
// is not: the address, the greeting, the reference. In: a text, who sends it, a window. Out: pages as parts of content
// streams, which many letters share. No person is known here.

import { nameMark, type NoticeParagraph, type NoticeText, referenceMark } from '../wording/notice-types.ts';
import { type LetterFonts, letterFonts } from './font/letter-fonts.ts';
import { printableText } from './font/printable-text.ts';
import { layAside, layHead, laySender } from './letter-head.ts';
import { besideIndent, letterFlow } from './letter-flow.ts';
import { largeSizes, type LetterStyle, letterStyle, page, pointsPerMm, usualSizes } from './letter-style.ts';
import { pageNumber } from './letter-foot.ts';
import { createTags, type TagWriter } from './letter-tags.ts';
import type { LaidOutLetter, LetterSettings, PersonalLine } from './letter-types.ts';
import { letterWindows } from './letter-windows.ts';
import { createOps, type PageOps } from './page-ops.ts';
import { type PlacedRow, placeRows } from './place-rows.ts';

/** Null where the text has characters that no font of ours has, or runs from right to left. */
export function layOutLetter(text: NoticeText, settings: LetterSettings): LaidOutLetter | null {
  const fonts = letterFonts();
  const printable = printableNotice(text, fonts);
  if (printable === null) return null;
  let best: LaidOutLetter | null = null;
  for (const size of settings.isLarge ? largeSizes : usualSizes) {
    const laid = layOut(printable, settings, letterStyle(size), fonts);
    if (best === null || sheetsOf(laid) < sheetsOf(best)) best = laid;
  }
  return best;
}

/** Both sides are printed on. */
export function sheetsOf({ pages }: Pick<LaidOutLetter, 'pages'>): number {
  return Math.ceil(pages.length / 2);
}

function layOut(
  text: NoticeText,
  settings: LetterSettings,
  style: LetterStyle,
  fonts: LetterFonts,
): LaidOutLetter {
  const used = { regular: new Uint16Array(0x10000), bold: new Uint16Array(0x10000) };
  const ops = createOps(fonts, used);
  const tags = createTags();
  const place = letterWindows[settings.window];
  const pages = placeRows(letterFlow(text, style, fonts), style);
  const shared = pages.map(() => '');
  const letter = tags.element('Sect', -1);
  shared[0] += layHead(settings.sender, ops, tags, letter);
  shared[0] += laySender(settings.sender, place, ops);
  const addressMark = tags.mark(tags.element('P', letter), 0);
  const aside = layAside({ language: text.language, day: settings.day }, place, ops, tags, letter);
  shared[0] += aside.shared;
  for (const mark of place.marks) {
    const y = page.height - mark * pointsPerMm;
    shared[0] += ops.rule(5 * pointsPerMm, y, 9 * pointsPerMm, y, 0.4);
  }
  const personal: PersonalLine[] = [];
  const body = {
    ops,
    tags,
    letter,
    style,
    personal,
    parts: new Map<number, number>(),
    lists: new Map<number, number>(),
  };
  for (const [number, rows] of pages.entries()) {
    shared[number] += layRows(rows, number, body);
    shared[number] += pageNumber(number, pages.length, style.right, ops);
  }
  return {
    language: text.language,
    size: style.size,
    window: settings.window,
    left: style.left,
    pages: shared,
    personal,
    addressMark,
    referenceMark: aside.referenceMark,
    reference: aside.reference,
    greetingWithoutName: text.greetingWithoutName,
    tags,
    used,
  };
}

interface Body {
  ops: PageOps;
  tags: TagWriter;
  letter: number;
  style: LetterStyle;
  personal: PersonalLine[];
  /** Elements that were begun, by the number of a part or of a list. */
  parts: Map<number, number>;
  lists: Map<number, number>;
}

function layRows(rows: readonly PlacedRow[], number: number, body: Body): string {
  const { ops, style, tags, personal } = body;
  let laid = '';
  for (let i = 0; i < rows.length;) {
    const row = rows[i]!;
    let end = i + 1;
    if (!row.isPersonal)
      while (end < rows.length && rows[end]!.part === row.part && !rows[end]!.isPersonal) end++;
    const { element, bullet } = elementOf(row, number, body);
    laid += bullet;
    const mark = tags.mark(element, number);
    const x = style.left + row.indent;
    if (row.isPersonal) {
      const kind = row.text.includes(nameMark) ? 'greeting' : 'text';
      const { text, font, size, base } = row;
      personal.push({ page: number, mark, kind, text, font, size, x, y: base, width: style.right - x });
    } else {
      const lines = rows.slice(i, end).map((one) => ops.text(one.font, one.size, x, one.base, one.text));
      laid += ops.marked(tags.elements[element]!.type, mark, lines.join(''));
    }
    i = end;
  }
  return laid + besideRule(rows, style, ops);
}

/** The element a row belongs to, which begins with the first of its rows; an entry of a list begins with its bullet. */
function elementOf(
  row: PlacedRow,
  number: number,
  { ops, tags, letter, style, parts, lists }: Body,
): { element: number; bullet: string } {
  const known = parts.get(row.part);
  if (known !== undefined) return { element: known, bullet: '' };
  if (row.list === null) {
    const element = tags.element(row.tag, letter);
    parts.set(row.part, element);
    return { element, bullet: '' };
  }
  const list = lists.get(row.list) ?? tags.element('L', letter);
  lists.set(row.list, list);
  const entry = tags.element('LI', list);
  const label = tags.element('Lbl', entry);
  const x = style.left + row.indent - style.indent * 0.72;
  const bullet = ops.marked('Lbl', tags.mark(label, number), ops.text('regular', row.size, x, row.base, '•'));
  const element = tags.element('LBody', entry);
  parts.set(row.part, element);
  return { element, bullet };
}

/** Beside what tells how to make sure that the letter is real. */
function besideRule(rows: readonly PlacedRow[], style: LetterStyle, ops: PageOps): string {
  const beside = rows.filter(({ isBeside }) => isBeside);
  if (beside.length === 0) return '';
  const x = style.left + besideIndent(style) * 0.1;
  const [first, last] = [beside[0]!, beside.at(-1)!];
  return ops.rule(x, first.base + first.size * 0.75, x, last.base - last.size * 0.25, 1.2);
}

/** The text with what the fonts have; null where they have not. */
function printableNotice(text: NoticeText, { regular, bold }: LetterFonts): NoticeText | null {
  if (text.direction === 'rtl') return null;
  let isWhole = true;
  const print = (said: string): string => {
    const marks = nameMark + referenceMark;
    const printed = printableText(bound(said), regular, { marks });
    if (printed === null || !bold.has(printed.replaceAll(/[\ue000\ue001]/gu, ''))) isWhole = false;
    return printed ?? '';
  };
  const paragraphs = (all: readonly NoticeParagraph[]) =>
    all.map(({ text: said, items }) => ({
      text: print(said),
      ...(items === undefined ? {} : { items: items.map(print) }),
    }));
  const printed: NoticeText = {
    ...text,
    subject: print(text.subject),
    greeting: print(text.greeting),
    greetingWithoutName: print(text.greetingWithoutName),
    blocks: text.blocks.map((block) => ({
      ...block,
      title: print(block.title),
      paragraphs: paragraphs(block.paragraphs),
    })),
    proofTitle: print(text.proofTitle),
    proof: paragraphs(text.proof),
    signature: text.signature.map(print),
  };
  return isWhole ? printed : null;
}

/** What stands together stays on one line: a number and what it counts, French points and the word before them. */
function bound(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\d])(\d{1,4}) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(/ (?=[:;?!»])/gu, '\u00a0');
}
