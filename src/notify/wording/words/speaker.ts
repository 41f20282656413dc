// Says sentences of one language. In: its words, who speaks. Out: a function from a key and what goes into its places to
// a text. What people wrote into the facts is cleaned before: no control characters, no line of its own, no mark of ours.

import { calendarDay, frenchClass, frenchKind, frenchOf } from '../../../report/index.ts';
import { oneLine, spacing } from '../../mails/lay-out-mail.ts';
import type { NoticeWords, SentenceKey } from './notice-words.ts';

export type Values = Readonly<Record<string, string>>;

export interface Speaker {
  words: NoticeWords;
  say: (key: SentenceKey, values?: Values) => string;
  /** The blanks of the language before its signs. */
  spaced: (text: string) => string;
  className: (name: string) => string;
  /** Names of classes within a sentence: only the first begins large, where the language is known to write them so. */
  classNames: (names: readonly string[]) => string;
  /** What stands behind a colon. */
  afterColon: (text: string) => string;
  kindName: (kind: string) => string;
  /** From yyyy-mm-dd or ISO 8601. */
  day: (iso: string) => string;
}

export function createSpeaker(words: NoticeWords, organisation: string | null): Speaker {
  const { language, sentences, classes, kinds } = words;
  const isFrench = /^fr\b/u.test(language);
  const spaced = isFrench ? spacing('fr') : (text: string) => text;
  const name = organisation ?? sentences['organisation.unknown'];
  const usual: Values = { organisation: name, ofOrganisation: isFrench ? frenchOf(name) : name };
  const filled = (text: string, values: Values) =>
    text.replaceAll(/\{([A-Za-z]+)\}/gu, (place, key: string) => values[key] ?? usual[key] ?? place);
  const className = (of: string) => classes[of] ?? (isFrench ? frenchClass(of) : of);
  const within = isFrench || /^en\b/u.test(language) ? startingSmall : (text: string) => text;
  return {
    words,
    spaced,
    say: (key, values = {}) => spaced(filled(sentences[key], values)),
    className,
    classNames: (names) => names.map((of, i) => (i === 0 ? className(of) : within(className(of)))).join(', '),
    afterColon: isFrench ? startingSmall : (text) => text,
    kindName: (kind) => kinds[kind] ?? (isFrench ? frenchKind(kind) : kind),
    day: (iso) =>
      language === 'en' || language === 'fr' ? calendarDay(iso, language) : dayIn(iso, language),
  };
}

/** "IP address" stays as it is. */
function startingSmall(text: string): string {
  return /^\p{Lu}(?=[\p{Ll}\s’-])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function dayIn(iso: string, language: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** On one line, without the characters that stand for a name or a reference, nor others of private use. */
export function cleaned(text: string): string {
  return oneLine(
    text.replaceAll(/[\p{Co}\p{Cs}\p{Cn}]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''),
  );
}

/** Paragraphs of what somebody wrote: a blank line ends one. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/u)
    .map(cleaned)
    .filter((paragraph) => paragraph !== '');
}
