/**
 * One table as lines of one length, each column at its place: a line of names, texts padded on the right, numbers on
 * the left, nothing for NULL. Places count characters, as in a listing; line ends and tabs in texts become blanks.
 */
import type { MadeTable, MadeValue } from './made-table.ts';

export function* fixedWidthText({ columns, rows }: MadeTable): Generator<string> {
  const names = columns.map(({ name }) => name);
  const widths = names.map((name) => name.length);
  for (const row of rows())
    for (const [i, value] of row.entries()) widths[i] = Math.max(widths[i]!, signsOf(value).length);
  yield line(names.map((name, i) => padded(name, widths[i]!, false)));
  for (const row of rows())
    yield line(row.map((value, i) => padded(value, widths[i]!, typeof value === 'number')));
}

function line(cells: string[]): string {
  return `${cells.join(' ')}\r\n`;
}

function padded(value: MadeValue, width: number, toTheRight: boolean): string {
  const signs = signsOf(value);
  const padding = ' '.repeat(width - signs.length);
  return toTheRight ? padding + signs.join('') : signs.join('') + padding;
}

/** An emoji is one sign, although it is two of a string's. */
function signsOf(value: MadeValue): string[] {
  return [...String(value ?? '').replaceAll(/[\r\n\t]+/g, ' ')];
}
