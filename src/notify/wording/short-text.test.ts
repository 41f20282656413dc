import { expect, test } from 'vitest';
import { renderNotice } from './render-notice.ts';
import { inGsm, messageParts } from './short-text.ts';
import { bareFacts, contentOf, fullFacts } from './wording.fixture.ts';

test.each([
  ['Pôle emploi', 'Pole emploi'],
  ['l’été à Évreux', "l'été à Évreux"],
  ['Łódź', 'Łódź'],
  ['Ελλάδα', 'Ελλάδα'],
  ['naïve façade', 'naive facade'],
])('%s goes out as %s', (text, sent) => {
  expect(inGsm(text)).toBe(sent);
});

test('the usual text message fits one message, with a number, a reference and a name of usual length', () => {
  for (const language of ['en', 'fr'])
    for (const facts of [bareFacts, { ...fullFacts, organisation: 'Société d’exemple' }]) {
      const { textMessage } = renderNotice(contentOf({ language }), facts);
      expect(messageParts(textMessage)).toMatchObject({ parts: 1, isWide: false });
    }
});

test.each([
  ['a'.repeat(160), 1, 160, false],
  ['a'.repeat(161), 2, 161, false],
  ['a'.repeat(306), 2, 306, false],
  ['a'.repeat(307), 3, 307, false],
  ['€'.repeat(80), 1, 160, false],
  ['ç'.repeat(70), 1, 70, true],
  ['ç'.repeat(71), 2, 71, true],
  ['😀'.repeat(35), 1, 70, true],
])('parts of %#', (text, parts, units, isWide) => {
  expect(messageParts(text)).toEqual({ parts, units, isWide });
});
