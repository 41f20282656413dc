// What is approved, as a number. In: texts. Out: SHA-256 in hex: one character changed in one text is another number.

import { createHash } from 'node:crypto';
import type { NoticeText } from './notice-types.ts';

/** Over the text as JSON, its keys in the order in which it was made; a text that was kept as JSON has the same. */
export function hashOfText(text: NoticeText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex');
}

/** Of all texts of a plan, in the order of their variants: over the hash of each, with a line feed behind it. */
export function hashOfTexts(texts: Iterable<NoticeText>): string {
  const all = createHash('sha256');
  for (const text of texts) all.update(`${hashOfText(text)}\n`);
  return all.digest('hex');
}
