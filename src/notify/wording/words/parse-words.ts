// A language that is not built in, from a file. In: JSON with all sentences of a notice. Out: its words, or an error that
// names the first text that is missing, has other places than the English one, or was left in English.

import { TocsinError } from '../../../base/index.ts';
import { englishWords } from './english-words.ts';
import { isLanguageTag } from './language-tag.ts';
import type { NoticeWords } from './notice-words.ts';
import { writtenWords } from './written-words.ts';

const longestText = 2000;

type Texts = Readonly<Record<string, string>>;

/** Throws NOTICES_WORDS. */
export function parseWords(json: string): NoticeWords {
  const given = partsOf(parsed(json), 'the file');
  const { language, direction = 'ltr' } = given;
  if (typeof language !== 'string' || !isLanguageTag(language))
    throw refused('"language" is not the name of a language, such as de');
  if (direction !== 'ltr' && direction !== 'rtl') throw refused('"direction" is neither ltr nor rtl');
  const allowed = [
    'language',
    'direction',
    'sentences',
    'classes',
    'kinds',
    'passwords',
    'consequences',
    'advice',
  ];
  const unknown = Object.keys(given).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw refused(`${shown(unknown)} is not known; there are ${allowed.join(', ')}`);
  const part = (name: 'sentences' | 'classes' | 'passwords' | 'consequences' | 'advice') =>
    textsOf(partsOf(given[name], name), englishWords[name], name, language);
  const classes = part('classes');
  refuseTwice(classes);
  return {
    language,
    direction,
    sentences: part('sentences'),
    classes,
    kinds: kindsOf(given['kinds']),
    passwords: part('passwords'),
    consequences: part('consequences'),
    advice: part('advice'),
  };
}

/** To be filled in: all texts in the language that they are translated from. */
export function wordsToFill(language: string, from: 'en' | 'fr'): NoticeWords {
  if (!isLanguageTag(language))
    throw new TocsinError('USAGE', '--language is not the name of a language, such as de');
  return { ...writtenWords[from]!, language };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, '')) as unknown;
  } catch {
    throw refused('it is not JSON');
  }
}

function partsOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw refused(`${shown(name)} is missing, or not in braces`);
}

function textsOf(given: Record<string, unknown>, english: Texts, name: string, language: string): Texts {
  const extra = Object.keys(given).find((key) => !Object.hasOwn(english, key));
  if (extra !== undefined) throw refused(`${shown(`${name}.${extra}`)} is not known`);
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, textOf(given[key], text, `${name}.${key}`, language)]),
  );
}

function textOf(value: unknown, english: string, place: string, language: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw refused(`${shown(place)} is missing`);
  if (value.length > longestText || /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(value))
    throw refused(`${shown(place)} is too long, or holds what is no text`);
  if (placesOf(value) !== placesOf(english))
    throw refused(
      `${shown(place)} has other places in braces than the English text, which has ${placesOf(english) || 'none'}`,
    );
  // a name may be the same in both, a sentence is not
  if (!language.startsWith('en') && value === english && english.split(' ').length > 4)
    throw refused(`${shown(place)} is still in English`);
  return value.trim();
}

/** `{ofOrganisation}` is the same as `{organisation}`: some languages write them differently. */
function placesOf(text: string): string {
  const places = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name]) =>
    name === 'ofOrganisation' ? 'organisation' : name,
  );
  return [...new Set(places)]
    .toSorted((a, b) => (a! < b! ? -1 : 1))
    .map((name) => `{${name}}`)
    .join(' ');
}

function kindsOf(value: unknown): Texts {
  if (value === undefined || value === null) return {};
  const kinds = Object.entries(partsOf(value, 'kinds'));
  const bad = kinds.find(([, text]) => typeof text !== 'string' || text.trim() === '' || /\p{C}/u.test(text));
  if (bad !== undefined) throw refused(`${shown(`kinds.${bad[0]}`)} is missing`);
  return Object.fromEntries(kinds) as Texts;
}

/** Or nobody could tell from a notice which of the two was lost. */
function refuseTwice(classes: Texts): void {
  const names = Object.values(classes);
  const twice = Object.keys(classes).find((key, i) => names.indexOf(classes[key]!) !== i);
  if (twice !== undefined) throw refused(`${shown(`classes.${twice}`)} has the name of another class`);
}

function refused(what: string): TocsinError {
  return new TocsinError('NOTICES_WORDS', `the file of words cannot be used: ${what}`);
}

function shown(place: string): string {
  return `"${place.slice(0, 100).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')}"`;
}
