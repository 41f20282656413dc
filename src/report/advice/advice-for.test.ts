import { expect, test } from 'vitest';
import { dataClasses } from '../../recognise/index.ts';
import { adviceFor } from './advice-for.ts';
import { adviceTopic, adviceTopics } from './advice-topics.ts';

test('every data class that can be found has advice of its own topic', () => {
  expect(dataClasses.filter((name) => adviceTopic(name) === 'other')).toEqual([]);
});

test('each class is advised upon once, in both languages, in the same order', () => {
  const classes = [...dataClasses, 'Tattoo status'];
  const english = adviceFor(classes, 'en');
  const french = adviceFor(classes, 'fr');
  expect(english.flatMap((advice) => advice.classes).toSorted()).toEqual(classes.toSorted());
  expect(french.map(({ topic, classes: about }) => [topic, about])).toEqual(
    english.map(({ topic, classes: about }) => [topic, about]),
  );
  for (const [i, { text }] of english.entries()) expect(french[i]!.text).not.toBe(text);
});

test('what is urgent stands first', () => {
  const topics = adviceFor(['Names', 'Email addresses', 'Passwords', 'Names'], 'en').map(
    ({ topic }) => topic,
  );
  expect(topics).toEqual(['passwords', 'emails', 'aboutYou']);
});

test('a class nobody has heard of is answered too', () => {
  expect(adviceFor(['Shoe sizes'], 'fr')).toMatchObject([{ topic: 'other', classes: ['Shoe sizes'] }]);
  expect(adviceTopics.at(-1)).toBe('other');
});

test('every text is a few sentences that end', () => {
  for (const language of ['en', 'fr'] as const)
    for (const { text } of adviceFor([...dataClasses, 'Shoe sizes'], language)) {
      expect(text).toMatch(/^[A-ZÀ-Ý].*\.$/u);
      expect(text.length).toBeLessThan(300);
    }
});
