// The text of a notice as what stands in a letter from top to bottom: titles, paragraphs, lists, each broken into lines.
// In: a text, a style. Out: rows with their height, and which of them stay together. Where they stand is not decided here.

import { nameMark, type NoticeParagraph, type NoticeText, referenceMark } from '../wording/notice-types.ts';
import { breakLines } from './break-lines.ts';
import type { LetterFont, LetterFonts } from './font/letter-fonts.ts';
import type { LetterStyle } from './letter-style.ts';
import { shownWidthText } from './shown-reference.ts';

export type LetterTag = 'H1' | 'H2' | 'P' | 'LBody';

export interface LetterRow {
  text: string;
  font: keyof LetterFonts;
  size: number;
  height: number;
  /** Above it, unless it begins a page. */
  gap: number;
  indent: number;
  /** The part of the text it belongs to: rows of one part are one element. */
  part: number;
  tag: LetterTag;
  /** Of an entry of a list: the list it is in; its first row has a bullet. */
  list: number | null;
  isFirst: boolean;
  /** No page ends after it. */
  isKept: boolean;
  /** A line runs beside it. */
  isBeside: boolean;
  /** Something of the person stands in it. */
  isPersonal: boolean;
}

interface Part {
  text: string;
  tag: LetterTag;
  gap: number;
  list?: number;
  isBeside?: boolean;
  /** What follows belongs to it. */
  leads?: boolean;
}

export function letterFlow(text: NoticeText, style: LetterStyle, fonts: LetterFonts): LetterRow[] {
  return partsOf(text, style).flatMap((part, number) => rowsOf(part, number, style, fonts));
}

function partsOf(text: NoticeText, style: LetterStyle): Part[] {
  let lists = 0;
  const paragraphs = (all: readonly NoticeParagraph[], isBeside: boolean): Part[] =>
    all.flatMap(({ text: said, items = [] }, i): Part[] => {
      const list = items.length > 0 ? lists++ : 0;
      return [
        {
          text: said,
          tag: 'P',
          gap: i === 0 ? style.belowTitle : style.paragraphGap,
          leads: items.length > 0,
          isBeside,
        },
        ...items.map((item, at): Part => ({
          text: item,
          tag: 'LBody',
          gap: at === 0 ? style.paragraphGap * 0.6 : style.itemGap,
          list,
          isBeside,
        })),
      ];
    });
  const section = (title: string, all: readonly NoticeParagraph[], isBeside = false): Part[] => [
    { text: title, tag: 'H2', gap: style.titleGap, leads: true, isBeside },
    ...paragraphs(all, isBeside),
  ];
  return [
    { text: text.subject, tag: 'H1', gap: 0, leads: true },
    // somebody's own name is set in its place; the line is as high with either greeting
    { text: text.greeting, tag: 'P', gap: style.leading * 0.7, leads: true },
    ...text.blocks.flatMap(({ title, paragraphs: all }) => section(title, all)),
    ...section(text.proofTitle, text.proof, true),
    ...text.signature.map((line, i): Part => ({
      text: line,
      tag: 'P',
      gap: i === 0 ? style.leading * 1.3 : 0,
      leads: i < text.signature.length - 1,
    })),
  ];
}

function rowsOf(part: Part, number: number, style: LetterStyle, fonts: LetterFonts): LetterRow[] {
  const { tag, gap, list = null, isBeside = false, leads = false } = part;
  const look = tag === 'H1' ? style.subject : tag === 'H2' ? style.title : style;
  const font = tag === 'H1' || tag === 'H2' ? 'bold' : 'regular';
  const indent = (list === null ? 0 : style.indent) + (isBeside ? besideIndent(style) : 0);
  const isGreeting = part.text.includes(nameMark);
  const lines = isGreeting
    ? [part.text]
    : breakLines(part.text, style.right - style.left - indent, measure(fonts[font], look.size));
  return lines.map((line, i) => ({
    text: line,
    font,
    size: look.size,
    height: look.leading,
    gap: i === 0 ? gap : 0,
    indent,
    part: number,
    tag,
    list,
    isFirst: i === 0,
    // no single line of a paragraph is left on a page, nor carried over to one
    isKept: i < lines.length - 1 ? i === 0 || i === lines.length - 2 || font === 'bold' : leads,
    isBeside,
    isPersonal: isGreeting || line.includes(referenceMark),
  }));
}

export function besideIndent(style: LetterStyle): number {
  return style.size * 0.9;
}

function measure(font: LetterFont, size: number): (text: string) => number {
  return (text) => (font.width(text.replaceAll(referenceMark, shownWidthText)) * size) / 1000;
}
