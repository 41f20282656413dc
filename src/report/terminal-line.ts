/*
 * Lines of a terminal as pieces with a style. In: pieces of harmless text. Out: text whose every line is
 * at most so wide, with SGR colours when asked. Styles are put around text already cut to its width, so
 * that a colour never counts as a column and is always switched off again.
 */
import { fitText, textWidth, wrapText } from './fit-text.ts';

export type Style = 'plain' | 'strong' | 'heading' | 'quiet' | 'bar' | 'warning';
export type Piece = string | readonly [Style, string];
export type Line = readonly Piece[];

/* SGR parameters, ECMA-48 8.3.117; the eight basic colours follow the reader's own theme. */
const sgr: Record<Style, string> = {
  plain: '',
  strong: '1',
  heading: '1',
  quiet: '2',
  bar: '36',
  warning: '33',
};

/* A text from a file may be megabytes long; as many columns of it are enough to know it again. */
const textShown = 480;

export function paragraph(
  text: string,
  width: number,
  indent = 0,
  style: Style = 'plain',
  most = textShown,
): Line[] {
  const lines = wrapText(fitText(text, most), width - indent);
  return lines.map((line) => [' '.repeat(indent), [style, line]]);
}

/** The first line at the margin of the list, what follows of it two further in. */
export function hanging(text: string, width: number): Line[] {
  return wrapText(fitText(text, textShown), width - 4).map((line, index) => [
    index === 0 ? '  ' : '    ',
    line,
  ]);
}

export function printLines(lines: readonly Line[], options: { colour: boolean; width: number }): string {
  return lines.map((line) => `${printLine(line, options)}\n`).join('');
}

function printLine(line: Line, { colour, width }: { colour: boolean; width: number }): string {
  let room = width;
  let printed = '';
  for (const piece of line) {
    const [style, text] = typeof piece === 'string' ? (['plain', piece] as const) : piece;
    const shown = fitText(text, room);
    room -= textWidth(shown);
    printed += colour && sgr[style] !== '' && shown !== '' ? `\x1b[${sgr[style]}m${shown}\x1b[0m` : shown;
  }
  return printed.trimEnd();
}
