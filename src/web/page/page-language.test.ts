import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { acceptedLanguage, pageRequest } from './page-language.ts';

test('the language with the greatest weight is taken, the first of equals, English where none is named', () => {
  const told: Record<string, string> = {
    '': 'en',
    fr: 'fr',
    'FR-ca': 'fr',
    'de, it;q=0.5': 'en',
    'de, fr;q=0.3, en;q=0.2': 'fr',
    'en;q=0.5, fr;q=0.9': 'fr',
    'en, fr': 'en',
    'fr;q=0, en;q=0.1': 'en',
    'fr;q=nonsense': 'en',
    french: 'en',
    '*': 'en',
  };
  for (const [header, language] of Object.entries(told))
    expect(acceptedLanguage(header), header).toBe(language);
});

test('whatever a browser says, it gets one of the languages', () => {
  fc.assert(fc.property(fc.string(), (header) => ['en', 'fr'].includes(acceptedLanguage(header))));
});

test('a path that would lead to another site is no path of a link', async () => {
  const app = new Hono().all('*', (c) => c.text(pageRequest(c).path));
  const pathOf = async (path: string) => (await app.request(`http://localhost${path}`)).text();
  expect(await pathOf('/code?lang=fr')).toBe('/code');
  for (const path of ['//elsewhere.example/x', '/\\elsewhere.example'])
    expect(await pathOf(path)).toMatch(/^\/(?!\/|\\)/u);
});
