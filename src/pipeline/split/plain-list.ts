// A list of one value a line, with a header or without: what a customer list often is, and what would else be taken for
// a text. In: a file. Out: its lines, or null where it is anything else, such as a table of several columns.

import { readFileSync, statSync } from 'node:fs';

export interface PlainList {
  /** The first line: a header, or the first value. */
  first: string;
  /** What follows; each without blanks and quotes at its edges, none of them empty. */
  rest: () => Generator<string, void, undefined>;
}

/** Some ten million numbers. */
const mostBytes = 256 << 20;
const longestLine = 120;

/** What stands between columns, or in a notation; no identifier has it. */
const furtherSigns = /[,;|\t:{}<>[\]\uFFFD]|(?![\r\n])\p{Cc}/u;

/** Null where it cannot be read either: whoever reads it otherwise tells why. */
export function readPlainList(path: string): PlainList | null {
  const text = textOf(path);
  if (text === null) return null;
  let first: string | null = null;
  for (const line of linesOf(text)) {
    if (line.length > longestLine || furtherSigns.test(line)) return null;
    first ??= line;
  }
  return first === null ? null : { first, rest: () => after(linesOf(text)) };
}

function textOf(path: string): string | null {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > mostBytes) return null;
    const bytes = readFileSync(path);
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  } catch {
    return null;
  }
}

function* linesOf(text: string): Generator<string, void, undefined> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text
      .slice(start, end)
      .trim()
      .replace(/^"([^"]*)"$/u, '$1')
      .trim();
    if (line !== '') yield line;
    start = end + 1;
  }
}

function* after(lines: Generator<string, void, undefined>): Generator<string, void, undefined> {
  lines.next();
  yield* lines;
}
