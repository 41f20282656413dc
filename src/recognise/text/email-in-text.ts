/*
 * An e-mail address in a text that is a string. In: a text and the offset of an `@`. Out: the address and its span, or
 * null. The rules are those for bytes (email.ts), asked of the characters around the sign.
 */

import { emailAt } from '../email.ts';
import { isSpanCut, spanEnd, spanStart } from '../email-span.ts';

export interface EmailInText {
  start: number;
  end: number;
  value: string;
}

/** Characters looked at on either side: the longest address (64 + 1 + 253) fits. */
const before = 70;
const after = 260;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const window = new Uint8Array(3 * (before + 1 + after));

export function emailInText(text: string, at: number): EmailInText | null {
  if (!isWord(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at + 1))) return null;
  const from = runStart(text, at);
  const to = runEnd(text, at);
  if (from === at || to === at + 1) return null;
  const head = encoder.encodeInto(text.slice(from, at), window).written;
  const tail = encoder.encodeInto(text.slice(at, to), window.subarray(head)).written;
  const span = emailAt(window, head, 0, head + tail);
  if (span < 0 || isSpanCut(span)) return null;
  const local = decoder.decode(window.subarray(spanStart(span), head));
  const domain = decoder.decode(window.subarray(head, spanEnd(span)));
  return { start: at - local.length, end: at + domain.length, value: local + domain };
}

/** What an address has next to its sign: a letter, a digit, a mark that may end a local part. */
function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code >= 0xc0 ||
    code === 95 ||
    code === 45 ||
    code === 43 ||
    code === 34 ||
    code === 39
  );
}

/** Back to white space. */
function runStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < before && text.charCodeAt(from - 1) > 32) from--;
  return from;
}

function runEnd(text: string, at: number): number {
  let to = at + 1;
  while (to < text.length && to - at < after && text.charCodeAt(to) > 32) to++;
  return to;
}
