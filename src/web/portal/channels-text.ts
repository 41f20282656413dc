// The channels of a notice in words. In: their letters, as the ledger has them. Out: "e-mail, letter and text message".

import type { Language } from '../../report/index.ts';
import { letterWords } from './letter-words.ts';

/** In the order in which they were planned to be used. */
export function channelsText(channels: string, language: Language): string {
  const words = letterWords[language];
  const names = [...channels].flatMap((channel) => words.channels[channel] ?? []);
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}`;
}
