// The running text of one message: its bodies, one after the other. In: pieces of plain text and of HTML. Out: text
// for the sink. Programs write the same letter twice, as plain text and as HTML: the second is told only as far
// as it says more than the first, as whoever is told twice counts twice.

import { createDecodeRaw } from '../markup/decode-raw.ts';
import { createHtmlText } from '../markup/html-text.ts';
import { createMarkupTokenizer } from '../markup/markup-tokenizer.ts';
import type { UnpackSink } from '../unpack/unpack-sink.ts';
import { createMarkupText } from './markup-text.ts';

/** Of a text's words so many are kept to see whether another one says the same: some fifty pages. */
const maxWords = 20_000;

/** Of a second text so much waits until it is known to say the same or not. */
const maxHeldChars = 256 << 10;

/** A first text of less than this share of the second one's words only says that there is a second one. */
const sameShare = 1 / 3;

/** A sink takes at most a megabyte at once; a character has at most three bytes. */
const maxPieceChars = 256 << 10;

/** `first`: others of the same letter may follow; `further`: one has been told. */
export type TextForm = 'only' | 'first' | 'further';

export interface MailText {
  plain(offset: number, text: string): void;
  /** Text that is none of the bodies. */
  aside(offset: number, text: string): void;
  /** Begins a body in HTML. */
  html(): { write(offset: number, text: string): Promise<void>; end(offset: number): Promise<void> };
  /** Begins another form of the same letter. */
  begin(offset: number, form: TextForm): void;
  /** Ends the form begun last. */
  end(offset: number): void;
}

export function createMailText(sink: UnpackSink, nameOf: (written: string) => string): MailText {
  const words = new Set<string>();
  let isAlternative = false;
  let hasForms = false;
  let hasText = false;
  let held = '';
  let heldWords = 0;
  let isSame: boolean | null = null;

  const tell = (offset: number, text: string): void => {
    if (text === '') return;
    hasText = true;
    for (let from = 0; from < text.length; from += maxPieceChars)
      sink.text(offset, text.slice(from, from + maxPieceChars));
  };
  const tellMore = (offset: number): void => {
    const lines = held.split('\n').filter((line) => saysMore(line, words));
    if (lines.length > 0) tell(offset, `\n${lines.join('\n')}\n`);
    held = '';
  };
  const add = (offset: number, text: string): void => {
    if (!isAlternative || isSame === false) {
      if (hasForms && words.size < maxWords) for (const word of wordsOf(text)) words.add(word);
      return tell(offset, text);
    }
    held += text;
    for (const _ of wordsOf(text)) heldWords++;
    if (isSame === null && heldWords * sameShare > words.size && words.size < maxWords) {
      isSame = false;
      const all = held;
      held = '';
      return tell(offset, `\n${all}`);
    }
    if (held.length > maxHeldChars) {
      isSame = true;
      tellMore(offset);
    }
  };

  return {
    plain: add,
    aside: tell,
    html() {
      const markup = createMarkupText((written) => nameOf(written));
      const handler = createHtmlText(markup.queue, createDecodeRaw('windows-1252', 'html'));
      const tokenizer = createMarkupTokenizer('html', handler);
      const hand = async (offset: number): Promise<void> => {
        for (const piece of markup.taken()) {
          if (typeof piece === 'string') add(offset, piece);
          else await sink.member(piece);
        }
      };
      return {
        async write(offset, text) {
          tokenizer.write(Buffer.from(text).toString('latin1'));
          await hand(offset);
        },
        async end(offset) {
          tokenizer.end();
          handler.end();
          await hand(offset);
        },
      };
    },
    begin(offset, form) {
      isAlternative = form === 'further' && words.size > 0;
      hasForms = form !== 'only';
      isSame = null;
      heldWords = 0;
      // two bodies do not run into each other
      if (hasText && !isAlternative) sink.text(offset, '\n');
    },
    end(offset) {
      if (isAlternative) tellMore(offset);
      isAlternative = false;
    },
  };
}

/** Whether a line has an address or a number that the words do not have. */
function saysMore(line: string, words: ReadonlySet<string>): boolean {
  if (!/@|\d{2}/u.test(line)) return false;
  for (const word of wordsOf(line))
    if ((word.includes('@') || /\d{4}/u.test(word)) && !words.has(word)) return true;
  return false;
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}@](?:[\p{L}\p{N}@.+_-]{0,98}[\p{L}\p{N}@])?/gu)) yield word;
}
