// The languages that notices are written in without a file of words. In: nothing. Out: their words.

import { englishWords } from './english-words.ts';
import { frenchWords } from './french-words.ts';
import type { NoticeWords } from './notice-words.ts';

/** By language; a file of words adds to it. */
export type WordsOf = Readonly<Record<string, NoticeWords>>;

export const writtenWords: WordsOf = { en: englishWords, fr: frenchWords };
