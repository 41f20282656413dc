import { expect, test } from 'vitest';
import { countSyllables } from './count-syllables.ts';
import { levelOf } from './reading-level.ts';

test.each([
  ['cat', 1],
  ['password', 2],
  ['telephone', 3],
  ['changed', 1],
  ['wanted', 2],
  ['table', 2],
  ['organisation', 5],
  ['security', 4],
  ['names', 1],
  ['the', 1],
  ['company', 3],
  ['data', 2],
])('%s has %i syllables', (word, syllables) => {
  expect(countSyllables(word, 'en')).toBe(syllables);
});

test.each([
  ['chat', 1],
  ['fichier', 2],
  ['personne', 2],
  ['données', 2],
  ['naissance', 2],
  ['sécurité', 4],
  ['réclamation', 4],
  ['quelqu’un', 2],
  ['organisme', 3],
  ['l’organisme', 3],
  ['aujourd’hui', 3],
  ['mots', 1],
  ['banque', 1],
])('%s a %i syllabes', (word, syllables) => {
  expect(countSyllables(word, 'fr')).toBe(syllables);
});

test('plain sentences are within the target, those of a contract are not', () => {
  const plain = ['The cat sat on the mat.', 'It was warm, and it slept all day.'];
  const contract = [
    'Notwithstanding any provision to the contrary, the parties acknowledge that the confidentiality obligations stipulated hereinafter shall survive the termination of the present agreement for an indefinite period.',
  ];
  expect(levelOf(plain, 'en')).toMatchObject({ measure: 'grade', isReached: true });
  expect(levelOf(contract, 'en')).toMatchObject({ isReached: false, isTooHard: true });
  const simple = ['Le chat dort sur le lit.', 'Il fait chaud et il ne bouge pas.'];
  const arrete = [
    'Nonobstant toute disposition contraire, les dispositions réglementaires susvisées demeurent applicables aux traitements automatisés de données à caractère personnel postérieurement à leur notification.',
  ];
  expect(levelOf(simple, 'fr')).toMatchObject({ measure: 'ease', isReached: true });
  expect(levelOf(arrete, 'fr')).toMatchObject({ isReached: false, isTooHard: true });
  expect(levelOf(['Ein kurzer Satz.', 'Noch einer.'], 'de')).toMatchObject({
    measure: 'lix',
    isReached: true,
  });
});

test('a text without words has a level too', () => {
  for (const language of ['en', 'fr', 'de']) expect(Number.isFinite(levelOf([], language).score)).toBe(true);
});
