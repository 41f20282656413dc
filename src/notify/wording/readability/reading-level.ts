// How easy a notice reads, by the usual formula of its language. In: a text. Out: the score, what is aimed at and what is
// too hard. Formulas: Flesch–Kincaid grade level (Kincaid et al. 1975) for English; Kandel and Moles (1958) for French; for
// other languages LIX (Björnsson 1968), which needs no syllables.

import {
  nameMark,
  type NoticeElement,
  type NoticeParagraph,
  type NoticeText,
  referenceMark,
} from '../notice-types.ts';
import { sentencesOf } from '../lint/notice-sentences.ts';
import { countSyllables } from './count-syllables.ts';

export interface ReadingLevel {
  /** `grade`: years of school; `ease`: 0 to 100, the more the easier; `lix`: the less the easier. */
  measure: 'grade' | 'ease' | 'lix';
  score: number;
  /** Grade 9 at most; ease of 50 at least ("fairly difficult" begins below); LIX of 45 at most. */
  target: number;
  isReached: boolean;
  /** So far beyond that people who need it will not understand it. */
  isTooHard: boolean;
}

/** Of one element, which the others would make up for. */
export function elementLevel({ blocks, language }: NoticeText, element: NoticeElement): ReadingLevel {
  const paragraphs = blocks.filter((block) => block.element === element).flatMap((block) => block.paragraphs);
  return levelOf(readSentences(paragraphs), language);
}

/** What is read: blocks and how to check the notice, without names of data and addresses that stand alone. */
export function readingLevel(text: NoticeText): ReadingLevel {
  const read = text.blocks.filter((block) => block.element !== 'contact');
  return levelOf(readSentences([...read.flatMap((block) => block.paragraphs), ...text.proof]), text.language);
}

export function levelOf(sentences: readonly string[], language: string): ReadingLevel {
  const words = sentences.flatMap(wordsOf);
  const perSentence = words.length / Math.max(1, sentences.length);
  if (language.startsWith('en') || language.startsWith('fr')) {
    const of = language.startsWith('en') ? 'en' : 'fr';
    const syllables =
      words.reduce((sum, word) => sum + countSyllables(word, of), 0) / Math.max(1, words.length);
    if (of === 'en') return grade(0.39 * perSentence + 11.8 * syllables - 15.59);
    return ease(207 - 1.015 * perSentence - 73.6 * syllables);
  }
  const long = words.filter((word) => [...word].length > 6).length;
  return lix(perSentence + (100 * long) / Math.max(1, words.length));
}

function grade(value: number): ReadingLevel {
  const score = rounded(value);
  return { measure: 'grade', score, target: 9, isReached: score <= 9, isTooHard: score > 12 };
}

function ease(value: number): ReadingLevel {
  const score = rounded(value);
  return { measure: 'ease', score, target: 50, isReached: score >= 50, isTooHard: score < 30 };
}

function lix(value: number): ReadingLevel {
  const score = rounded(value);
  return { measure: 'lix', score, target: 45, isReached: score <= 45, isTooHard: score > 60 };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function readSentences(paragraphs: readonly NoticeParagraph[]): string[] {
  return paragraphs
    .flatMap(({ text, items = [] }) => [text, ...items])
    .flatMap((text) => sentencesOf(text.replaceAll(nameMark, '').replaceAll(referenceMark, '')))
    .filter((sentence) => wordsOf(sentence).length > 3);
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/\p{L}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*/gu) ?? [];
}
