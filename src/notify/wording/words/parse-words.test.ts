import { expect, test } from 'vitest';
import { lintNotice } from '../lint/lint-notice.ts';
import { renderMail } from '../render-mail.ts';
import { renderNotice } from '../render-notice.ts';
import { bareFacts, contentOf, fullFacts } from '../wording.fixture.ts';
import { englishWords } from './english-words.ts';
import { frenchWords } from './french-words.ts';
import type { NoticeWords } from './notice-words.ts';
import { parseWords, wordsToFill } from './parse-words.ts';
import { writtenWords } from './written-words.ts';

/** Stands in for a translation: each text is there, in other letters. */
function translated(language: string, changes: Partial<NoticeWords> = {}): NoticeWords {
  const other = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        text.replaceAll(/\{\w+\}|[a-z]/giu, (match) => (match.length > 1 ? match : turned(match))),
      ]),
    );
  const { sentences, classes, passwords, consequences, advice } = englishWords;
  return {
    language,
    direction: 'ltr',
    kinds: {},
    sentences: other(sentences),
    classes: other(classes),
    passwords: other(passwords),
    consequences: other(consequences),
    advice: other(advice),
    ...changes,
  } as NoticeWords;
}

/** rot13. */
function turned(letter: string): string {
  const base = letter === letter.toLowerCase() ? 97 : 65;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
}

test('French has all that English has, with the same places, and each class its own name', () => {
  expect(parseWords(JSON.stringify({ ...frenchWords, language: 'fr-FR' }))).toMatchObject({
    sentences: frenchWords.sentences,
  });
});

test('a language from a file is written and linted as the others are', () => {
  const words = { ...writtenWords, ar: parseWords(JSON.stringify(translated('ar', { direction: 'rtl' }))) };
  const content = contentOf({ language: 'ar' });
  const text = renderNotice(content, fullFacts, words);
  expect(text).toMatchObject({ language: 'ar', direction: 'rtl' });
  expect(renderMail(text).named.html).toContain('dir="rtl"');
  const faults = lintNotice(text, content, fullFacts, words).faults.filter(
    ({ rule }) => rule !== 'reading-level',
  );
  expect(faults).toEqual([]);
});

test('bad advice in a file of words is found', () => {
  const words = parseWords(
    JSON.stringify(
      translated('de', {
        advice: { ...translated('de').advice, passwords: 'Click here: https://x.example' },
      }),
    ),
  );
  const content = contentOf({ language: 'de' });
  const wordsOf = { de: words };
  const { faults } = lintNotice(renderNotice(content, bareFacts, wordsOf), content, bareFacts, wordsOf);
  expect(faults.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['click', 'link']));
});

test('a file that was not filled in is refused', () => {
  expect(() => parseWords(JSON.stringify(wordsToFill('de', 'en')))).toThrowError(/still in English/u);
});

test.each([
  ['no JSON', () => '{'],
  ['no language', () => JSON.stringify({ ...translated('de'), language: 'German!' })],
  ['no such direction', () => JSON.stringify({ ...translated('de'), direction: 'up' })],
  ['a part is missing', () => JSON.stringify({ ...translated('de'), advice: undefined })],
  [
    'a sentence is missing',
    () =>
      JSON.stringify({
        ...translated('de'),
        sentences: { ...translated('de').sentences, 'event.title': '' },
      }),
  ],
  [
    'a sentence too many',
    () => JSON.stringify({ ...translated('de'), sentences: { ...translated('de').sentences, more: 'x' } }),
  ],
  ['a part too many', () => JSON.stringify({ ...translated('de'), extra: {} })],
  [
    'a place is missing',
    () =>
      JSON.stringify({
        ...translated('de'),
        sentences: { ...translated('de').sentences, 'proof.reference': 'Ohne Stelle.' },
      }),
  ],
  [
    'a place too many',
    () =>
      JSON.stringify({
        ...translated('de'),
        sentences: { ...translated('de').sentences, 'event.title': 'Was {name} geschah' },
      }),
  ],
  [
    'two classes of one name',
    () =>
      JSON.stringify({
        ...translated('de'),
        classes: { ...translated('de').classes, Names: 'Nbrhf', Ages: 'Nbrhf' },
      }),
  ],
  [
    'a text of several lines',
    () =>
      JSON.stringify({
        ...translated('de'),
        sentences: { ...translated('de').sentences, 'event.title': 'a\nb' },
      }),
  ],
  ['a kind that is no text', () => JSON.stringify({ ...translated('de'), kinds: { NIR: 7 } })],
])('is refused: %s', (_what, json) => {
  expect(() => parseWords(json())).toThrowError(expect.objectContaining({ code: 'NOTICES_WORDS' }));
});
