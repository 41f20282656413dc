/*
 * Text in columns of a terminal: how wide it is, cut to a width, filled to a width, broken into lines.
 * In: text that visible-text.ts has made harmless. Out: text never wider than asked. Widths are upper
 * bounds (a terminal that joins an emoji sequence draws it narrower), so that no line can be too long.
 */

/* East Asian wide and full-width blocks and emoji, UAX #11; coarse at the edges, on the wide side. */
const wide =
  /[\u1100-\u115f\u231a-\u231b\u2329-\u232a\u23e9-\u23f3\u25fd-\u25fe\u2614-\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa-\u26ab\u26bd-\u26be\u26c4-\u26c5\u26ce\u26d4\u26ea\u26f2-\u26f3\u26f5\u26fa\u26fd\u2705\u270a-\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b-\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d37f}\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const drawnOverOthers = /[\p{Mn}\p{Me}]/u;
const plain = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u259f]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that the text takes at most. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 2;
    else if (!drawnOverOthers.test(character)) width += 1;
  }
  return width;
}

/** The text, or its beginning and its end around an ellipsis: dumps name tables by long common prefixes. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  if (columns < 1) return '';
  const tail = Math.floor((columns - 1) / 3);
  return `${takeStart(text, columns - 1 - tail)}…${takeEnd(text, tail)}`;
}

/** The beginning of the text, at most so wide. */
export function cutText(text: string, columns: number): string {
  return columns < 1 ? '' : takeStart(text, columns);
}

/** The text cut to the width and filled with spaces to exactly that width, numbers to the right. */
export function padText(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const fitted = fitText(text, columns);
  const fill = ' '.repeat(Math.max(0, columns - textWidth(fitted)));
  return side === 'left' ? fitted + fill : fill + fitted;
}

/** Lines of at most `columns`, broken at spaces, inside a word only where the word alone is too long. */
export function wrapText(text: string, columns: number): string[] {
  const room = Math.max(2, columns);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (textWidth(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (textWidth(rest) > room) {
      const head = takeStart(rest, room);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function takeStart(text: string, columns: number): string {
  /* No more than four marks stand on one letter (visible-text.ts), so this slice always holds enough. */
  const near = text.slice(0, columns * 12 + 12);
  let taken = '';
  let width = 0;
  for (const { segment } of graphemes.segment(near)) {
    width += textWidth(segment);
    if (width > columns) return taken === '' ? breakLetter(segment, columns) : taken;
    taken += segment;
  }
  return taken;
}

/* A letter may be joined from hundreds of wide signs (Hangul jamo); one that never fits is broken too. */
function breakLetter(letter: string, columns: number): string {
  let taken = '';
  let width = 0;
  for (const sign of letter) {
    width += textWidth(sign);
    if (width > columns) break;
    taken += sign;
  }
  return taken;
}

function takeEnd(text: string, columns: number): string {
  const near = text.slice(-(columns * 12 + 12));
  let start = near.length;
  let width = 0;
  for (const { segment, index } of [...graphemes.segment(near)].reverse()) {
    width += textWidth(segment);
    if (width > columns) break;
    start = index;
  }
  return near.slice(start);
}
