// Whether a notice may be sent as it is. In: its text, what it is about, what is known, the words of its language. Out:
// faults, for which it is refused, and warnings, which whoever approves must have seen. It bites on what people wrote into
// the facts or the words, and on a text that somebody changed.

import type { NoticeContent, NoticeFacts, NoticeText } from '../notice-types.ts';
import { elementLevel, readingLevel, type ReadingLevel } from '../readability/reading-level.ts';
import { messageParts } from '../short-text.ts';
import { writtenWords, type WordsOf } from '../words/written-words.ts';
import { classFindings } from './class-findings.ts';
import type { LintFinding } from './lint-finding.ts';
import { noticeSentences, type PlacedSentence } from './notice-sentences.ts';
import { otherClassFindings } from './other-classes.ts';
import { phraseFindings } from './phrase-findings.ts';
import { structureFindings } from './structure-findings.ts';
import { isUsualAdvice } from './usual-advice.ts';
import { unsaidFindings } from './unsaid.ts';
import { createValueFinder } from './value-findings.ts';

export interface NoticeVerdict {
  faults: LintFinding[];
  warnings: LintFinding[];
  reading: ReadingLevel;
}

/** Of the texts of one plan, which share most of their sentences: each is looked at once for the same facts. */
export interface NoticeLinter {
  lint: (text: NoticeText, content: NoticeContent, facts: NoticeFacts) => NoticeVerdict;
}

export function createNoticeLinter(wordsOf: WordsOf = writtenWords): NoticeLinter {
  const finders = new WeakMap<NoticeFacts, (sentence: PlacedSentence) => readonly LintFinding[]>();
  return {
    lint(text, content, facts) {
      const findingsOf = finders.get(facts) ?? createSentenceLint(facts);
      finders.set(facts, findingsOf);
      return verdictOf(text, content, facts, findingsOf, wordsOf);
    },
  };
}

export function lintNotice(
  text: NoticeText,
  content: NoticeContent,
  facts: NoticeFacts,
  wordsOf: WordsOf = writtenWords,
): NoticeVerdict {
  return createNoticeLinter(wordsOf).lint(text, content, facts);
}

function createSentenceLint(facts: NoticeFacts): (sentence: PlacedSentence) => readonly LintFinding[] {
  const valueFindings = createValueFinder(facts);
  const known = new Map<string, readonly LintFinding[]>();
  return (sentence) => {
    const key = `${sentence.place} ${sentence.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const usual = isUsualAdvice(sentence) ? [] : phraseFindings(sentence);
    const found = [...usual, ...valueFindings(sentence)];
    known.set(key, found);
    return found;
  };
}

function verdictOf(
  text: NoticeText,
  content: NoticeContent,
  facts: NoticeFacts,
  findingsOf: (sentence: PlacedSentence) => readonly LintFinding[],
  wordsOf: WordsOf,
): NoticeVerdict {
  const words = wordsOf[content.language] ?? writtenWords[content.language];
  const reading = readingLevel(text);
  const lengths = lengthFindings(text);
  const level = levelFinding(reading);
  return {
    faults: [
      ...structureFindings(text, content),
      ...noticeSentences(text).flatMap(findingsOf),
      ...(words === undefined ? [] : classFindings(text, content, words)),
      ...lengths.faults,
      ...(reading.isTooHard ? level : []),
    ],
    warnings: [
      ...lengths.warnings,
      ...(reading.isTooHard ? [] : level),
      ...otherClassFindings(text, content),
      ...hardElements(text),
      ...unsaidFindings(facts, content.language),
    ],
    reading,
  };
}

const mostMessages = 3;
const longestSubject = 150;

function lengthFindings({ textMessage, subject }: NoticeText): {
  faults: LintFinding[];
  warnings: LintFinding[];
} {
  const { parts, units, isWide } = messageParts(textMessage);
  const what = `the text message takes ${parts} messages of a telephone (${units} ${isWide ? 'wide ' : ''}characters)`;
  const message: LintFinding = { rule: 'text-message-length', place: 'textMessage', what, sentence: null };
  const length: LintFinding = {
    rule: 'subject-length',
    place: 'subject',
    what: `the subject has more than ${longestSubject} characters`,
    sentence: null,
  };
  return {
    faults: parts > mostMessages ? [message] : [],
    warnings: [
      ...(parts > 1 && parts <= mostMessages ? [message] : []),
      ...(subject.length > longestSubject ? [length] : []),
    ],
  };
}

/** Those that the organisation writes itself. */
const ownElements = ['event', 'consequences', 'measures'] as const;

function hardElements(text: NoticeText): LintFinding[] {
  return ownElements.flatMap((element) => {
    const level = elementLevel(text, element);
    return level.isTooHard ? levelFinding(level, element) : [];
  });
}

function levelFinding(
  { measure, score, target, isReached }: ReadingLevel,
  place: LintFinding['place'] = null,
): LintFinding[] {
  if (isReached) return [];
  const side = measure === 'ease' ? 'at least' : 'at most';
  const what = `is hard to read: ${levelNames[measure]} ${score}, where ${side} ${target} is aimed at`;
  return [{ rule: 'reading-level', place, what, sentence: null }];
}

const levelNames = { grade: 'grade of school', ease: 'ease of reading', lix: 'LIX' } as const;
