// What a row says of where somebody is reached, in a form in which spellings agree: two rows are told apart by it.
// In: contacts. Out: three words, 0 for nothing. Two different ones agree by chance once in four thousand million.

import type { DirectoryContact } from '../../store/index.ts';
import type { ContactPrints } from './settle-rows.ts';

const phoneDigits = 9;

export function contactPrints({ email, phone, lines }: DirectoryContact): ContactPrints {
  const digits = phone?.replaceAll(/\D/gu, '') ?? '';
  return [
    printOf(email?.trim().toLowerCase() ?? ''),
    printOf(digits.slice(-phoneDigits)),
    printOf(folded(lines)),
  ];
}

/** Letters and digits only, without accents. */
function folded(lines: readonly string[]): string {
  return lines
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** FNV-1a; never 0 for a text. */
function printOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
