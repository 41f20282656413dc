// What somebody can do about what they lost. In: data classes, a language. Out: one piece of advice for each topic that
// they touch, the most urgent first, with the classes it is about. No class is left without advice.

import type { Language } from '../statement/statement-words.ts';
import { englishAdvice } from './advice-english.ts';
import { frenchAdvice } from './advice-french.ts';
import { type AdviceTopic, adviceTopic, adviceTopics } from './advice-topics.ts';

export interface Advice {
  topic: AdviceTopic;
  /** By their English names, sorted. */
  classes: string[];
  text: string;
}

/** By language and topic. */
export const adviceTexts: Readonly<Record<Language, Readonly<Record<AdviceTopic, string>>>> = {
  en: englishAdvice,
  fr: frenchAdvice,
};

export function adviceFor(classes: readonly string[], language: Language): Advice[] {
  const distinct = [...new Set(classes)].toSorted();
  return adviceTopics.flatMap((topic) => {
    const about = distinct.filter((name) => adviceTopic(name) === topic);
    return about.length === 0 ? [] : [{ topic, classes: about, text: adviceTexts[language][topic] }];
  });
}
