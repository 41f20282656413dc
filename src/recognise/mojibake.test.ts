import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMojibake } from './mojibake.ts';

const windows = new TextDecoder('windows-1252');
const spoil = (text: string): string => windows.decode(new TextEncoder().encode(text));

const written = [
  'François',
  'Müller',
  'l’été',
  'Straße',
  'ÉLODIE',
  'FRANÇOISE',
  'À bientôt',
  'Łukasz Żak',
  '10 € par mois',
  'naïve',
  '«  Noël »',
  'São João',
  'Привет',
  'Ελλάδα',
  '👍',
];

describe('text read in the wrong charset', () => {
  it.each(written)('%s shows it, once or twice over', (text) => {
    expect(isMojibake(spoil(text))).toBe(true);
    expect(isMojibake(spoil(spoil(text)))).toBe(true);
  });

  it('shows it in a long letter, too', () => {
    expect(isMojibake(`${'Dear Sir or Madam, '.repeat(500)}FranÃ§ois`)).toBe(true);
  });
});

describe('text as it should be', () => {
  it.each([
    ...written,
    '',
    'NÃO',
    'SÃO PAULO',
    'A MANHÃ»',
    'MANHÃ\u00A0!',
    'JOÃO, IRMÃS E IRMÃOS',
    'Ação à tarde, não é?',
    'Ân Ãnh đã đến, Nguyễn Văn Ấn',
    'TERMINÉ\u00A0» et CAFÉ\u00A0: «\u00A0FORÊ\u00A0»',
    'på “Å” og Ø',
    '«ESPAÑ»',
    'Â, Ã, Ä',
    'Fußgänger über Österreich',
    'voilà – ça',
    'Ï»¿',
  ])('%s is good', (text) => {
    expect(isMojibake(text)).toBe(false);
  });

  it('words of letters of any script are good', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcABCéèçàüößñãÃõÕâÂÅåøÉÑ -'), maxLength: 60 }),
        (text) => {
          expect(isMojibake(text)).toBe(false);
        },
      ),
    );
  });
});
