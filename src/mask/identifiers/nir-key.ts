// The key of a French NIR. In: its 13 characters, or a number whose key stands apart from it: `… clé 93`, `… (93)`. Out: the
// key; where the number ends before it.

import { nirKind, normaliseNir } from '../../recognise/index.ts';

export const nirBody = 13;
const zero = 48;
const letterA = 65;
const withoutKey = 3;
const longestApart = 96;
const longestTail = 16;
const apart = /^(.*\d)([\s:;,./=([-]*(?:cl[eé]|key)?[\s:;,./=([-]*)(\d\d)$/isu;
const tail = /^[\s:;,./=([-]*(?:cl[eé]|key)?[\s:;,./=([-]*\d\d(?!\d)/iu;

/** 1 to 97. 2A counts as 19, 2B as 18. */
export function nirKey(form: Uint8Array): number {
  let rest = 0;
  for (let at = 0; at < nirBody; at++) {
    const byte = form[at]!;
    // the 2 before it is taken back
    rest = byte < letterA ? rest * 10 + byte - zero : (rest - 2) * 10 + 19 - (byte - letterA);
  }
  return 97 - (rest % 97);
}

/** Where the number ends whose key stands at the end of the span, apart from it; -1 where there is none. */
export function endBeforeKey(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > longestApart) return -1;
  const found = apart.exec(Buffer.from(bytes.subarray(start, end)).toString());
  if (found === null) return -1;
  const bodyEnd = start + Buffer.byteLength(found[1]!);
  const body = new Uint8Array(nirBody);
  if (nirKind(bytes, start, bodyEnd) !== withoutKey) return -1;
  normaliseNir(bytes, start, bodyEnd, body);
  return nirKey(body) === Number(found[3]) ? bodyEnd : -1;
}

/** Of the number at `start`..`end`: where its key ends, which may stand behind it, before `limit`. */
export function endWithKey(bytes: Uint8Array, start: number, end: number, limit: number): number {
  const text = Buffer.from(bytes.subarray(end, Math.min(limit, end + longestTail))).toString();
  const found = tail.exec(text);
  if (found === null) return end;
  const keyEnd = end + Buffer.byteLength(found[0]);
  return endBeforeKey(bytes, start, keyEnd) === end ? keyEnd : end;
}
