// The text of RTF as it reads: paragraphs as lines, cells with tabs between them, and what stands aside
// (headers, notes, comments, authors, links). Pictures in PNG and JPEG become members: a letter may be one.
// In: tokens. Every byte is decoded in the code page of its font; deleted text is kept, hidden text too.

import type { RunningText } from './running-text.ts';
import { createRtfPicture, type RtfPicture } from './rtf-picture.ts';
import { type RtfDestination, rtfDestination } from './rtf-destination.ts';
import type { RtfHandler } from './rtf-tokenizer.ts';
import { createCodePages } from './rtf-code-page.ts';
import type { SinkQueue } from './sink-queue.ts';

interface Group {
  destination: RtfDestination;
  font: number;
  /** Characters that stand for one `\u` and are left out after it. */
  fallback: number;
}

/** Real files nest some twenty deep; deeper groups are counted and keep the state of the last. */
const maxDepth = 1000;

/** Bytes in hexadecimal decoded at once; an even number, so that pairs mostly stay together. */
const maxBytes = 4096;

const breaks = new Map<string, '\n' | '\t'>([
  ...['par', 'line', 'row', 'nestrow', 'sect', 'page', 'column'].map((word) => [word, '\n'] as const),
  ...['tab', 'cell', 'nestcell'].map((word) => [word, '\t'] as const),
]);

const signs = new Map([
  ['~', '\u00a0'],
  ['_', '-'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
]);

export function createRtfText(queue: SinkQueue, text: RunningText): RtfHandler & { end(): void } {
  const groups: Group[] = [];
  let group: Group = { destination: 'text', font: 0, fallback: 1 };
  let tooDeep = 0;
  let isMarked = false;
  let isFirst = false;
  let toLeaveOut = 0;
  let bytes: number[] = [];
  let bytesAt = 0;
  let picture: RtfPicture | null = null;
  let pictures = 0;
  const pages = createCodePages();

  const add = (added: string, offset: number): void => {
    if (group.destination === 'text' || group.destination === 'aside') text.add(offset, added);
  };

  const decodeText = (raw: string): string =>
    /[\u0080-\u00ff]/u.test(raw) ? pages.decode(Buffer.from(raw, 'latin1'), group.font) : raw;

  const flushBytes = (): void => {
    if (bytes.length === 0) return;
    const decoded = pages.decode(Uint8Array.from(bytes), group.font);
    bytes = [];
    add(decoded, bytesAt);
  };

  /** Any token but a byte: what `\*` marked and what a group begins with is behind. */
  const step = (): void => {
    flushBytes();
    isFirst = false;
    isMarked = false;
  };

  const begin = (destination: RtfDestination): void => {
    if (group.destination === 'skipped' || group.destination === 'object') return;
    if (destination === 'aside') text.separate('\n');
    if (destination === 'picture') picture = createRtfPicture(`picture ${++pictures}`);
    if (destination === 'object')
      queue.unread('embedded object', null, 'an object in RTF; save it from the document');
    group.destination = destination;
  };

  const setText = (word: string, number: number | null, offset: number): boolean => {
    const by = breaks.get(word);
    if (by !== undefined) {
      if (group.destination === 'text' || group.destination === 'aside') text.force(by);
    } else if (signs.has(word)) add(signs.get(word)!, offset);
    else if (word === 'u' && number !== null) {
      add(String.fromCharCode(number & 0xffff), offset);
      toLeaveOut = group.fallback;
    } else return false;
    return true;
  };

  const setState = (word: string, number: number | null): void => {
    if (word === 'uc') group.fallback = Math.min(Math.max(number ?? 1, 0), 16);
    else if (word === 'f' || word === 'deff') group.font = number ?? 0;
    else if (word === 'plain') group.font = pages.defaultFont;
    else if (word === 'ansicpg') pages.setDefault(number ?? 0);
    else if (word === 'mac' || word === 'pc' || word === 'pca')
      pages.setDefault({ mac: 10_000, pc: 437, pca: 850 }[word]);
    else if (word === 'fcharset' && group.destination === 'fonts') pages.setFont(group.font, number ?? 0);
    if (word === 'deff') pages.defaultFont = number ?? 0;
  };

  return {
    openGroup() {
      step();
      toLeaveOut = 0;
      if (groups.length >= maxDepth) {
        tooDeep++;
        return;
      }
      groups.push(group);
      group = { ...group };
      isFirst = true;
    },
    closeGroup() {
      step();
      toLeaveOut = 0;
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      const outer = groups.pop();
      if (outer === undefined) return;
      if (group.destination === 'picture' && outer.destination !== 'picture') {
        picture?.end(queue);
        picture = null;
      }
      if (group.destination === 'aside' && outer.destination !== 'aside') text.separate('\n');
      if (group.destination === 'aside' && isLine(outer)) text.separate('\n');
      group = outer;
    },
    control(word, number, offset) {
      if (word === '*') {
        flushBytes();
        isMarked = true;
        return;
      }
      const destination = isFirst || isMarked ? rtfDestination(word, isMarked) : null;
      step();
      if (destination !== null) begin(destination);
      else if (picture !== null && group.destination === 'picture') picture.control(word, number);
      else if (toLeaveOut > 0 && signs.has(word)) toLeaveOut--;
      else if (!setText(word, number, offset)) setState(word, number);
    },
    byte(value, offset) {
      isFirst = false;
      if (toLeaveOut > 0) {
        toLeaveOut--;
        return;
      }
      if (bytes.length === 0) bytesAt = offset;
      bytes.push(value);
      if (bytes.length >= maxBytes) flushBytes();
    },
    text(raw, offset) {
      step();
      if (group.destination === 'picture') return picture?.hex(raw);
      const left = Math.min(toLeaveOut, raw.length);
      toLeaveOut -= left;
      if (left < raw.length) add(decodeText(raw.slice(left)), offset + left);
    },
    end() {
      flushBytes();
      picture?.end(queue);
    },
  };
}

/** Each of the values of `\info` is a line. */
function isLine(outer: Group): boolean {
  return outer.destination === 'aside';
}
