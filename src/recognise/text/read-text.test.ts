import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatorIds, valueKind } from '../validators.ts';
import { hardNegatives } from './hard-negatives.fixture.ts';
import { heldBackLetters } from './held-back-letters.fixture.ts';
import { expectedOf, score, summaryOf } from './letter-summary.fixture.ts';
import { englishLetters } from './english-letters.fixture.ts';
import { frenchForms } from './french-forms.fixture.ts';
import { frenchLetters } from './french-letters.fixture.ts';
import { germanLetters } from './german-letters.fixture.ts';
import { frenchIban, nir } from './letter.fixture.ts';
import { moreFrenchLetters } from './more-french-letters.fixture.ts';
import { moreLetters } from './more-letters.fixture.ts';
import { readText } from './read-text.ts';
import type { TextReading } from './text-field.ts';

const encoder = new TextEncoder();
const letters = [...frenchForms, ...frenchLetters, ...germanLetters, ...englishLetters];
const more = [...moreFrenchLetters, ...moreLetters];
const read = (text: string): TextReading => readText(text, { today: new Date('2026-11-22T00:00:00Z') });

describe('letters', () => {
  it.each(letters.map((letter) => [letter.title, letter] as const))('%s', (_, { text, people }) => {
    expect(read(text).people.map(summaryOf)).toEqual(people.map(expectedOf));
  });

  it('line ends of any kind make no difference', () => {
    for (const { text, people } of letters)
      expect(read(text.replaceAll('\n', '\r\n')).people).toHaveLength(people.length);
  });

  it('of those that mended the rules hardly anything is missed', () => {
    const { people, values } = score(more, read);
    expect(people).toEqual({ right: 19, wrong: 0, missed: 1 });
    expect(values.wrong).toBe(0);
    expect(values.missed).toBeLessThanOrEqual(2);
  });

  it('of the hard ones nothing wrong is said', () => {
    const { people, values } = score(heldBackLetters, read);
    expect({ people, values }).toEqual({
      people: { right: 11, wrong: 0, missed: 3 },
      values: { right: 47, wrong: 0, missed: 10 },
    });
  });
});

describe('papers about nobody', () => {
  it.each(hardNegatives.map(({ title, text }) => [title, text] as const))('%s', (_, text) => {
    expect(read(text).people).toEqual([]);
  });

  it('what they mention is kept apart', () => {
    const { people, mentions } = read(
      `Questions: support@example.com, 0113 496 0100. Pay to ${frenchIban}. NIR ${nir('2850378006078')}`,
    );
    expect(people).toEqual([]);
    expect(mentions.map(({ validator }) => validator)).toEqual(['email', 'phone', 'iban', 'nir']);
  });
});

describe('evidence', () => {
  it('says why each value is the person’s, and never the value', () => {
    for (const { text } of letters)
      for (const { validator, value, evidence } of read(text).people.flatMap(({ fields }) => fields)) {
        expect(evidence.length, validator).toBeGreaterThan(8);
        expect(evidence).not.toContain(value);
      }
  });

  it('tells of misread digits', () => {
    const number = nir('2680575112045');
    const { mentions } = read(`N° de sécurité sociale : ${number.replaceAll('0', 'O').replace(/1/, 'l')}`);
    expect(mentions).toMatchObject([
      {
        validator: 'nir',
        value: number,
        evidence: expect.stringContaining('which the key proves') as string,
      },
    ]);
  });
});

describe('whatever the text', () => {
  const check = (text: string): boolean => {
    const { people, mentions } = read(text);
    for (const { validator, value, start, end } of [...people.flatMap(({ fields }) => fields), ...mentions]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      const bytes = encoder.encode(value);
      expect(
        valueKind(validatorIds[validator], bytes, 0, bytes.length, 2026_11_22),
        `${validator} ${value}`,
      ).toBeGreaterThan(0);
    }
    return true;
  };

  it('values are in the text, and what their validators take', () => {
    for (const { text } of [...letters, ...more, ...heldBackLetters, ...hardNegatives])
      expect(check(text)).toBe(true);
  });

  it('damaged letters are read without a fault', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('\n', ' : ', '@', '\t', '75011 Paris', ' née le ', 'M. ', ',', '\uD800', '<', '|'),
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...letters, ...more, ...heldBackLetters), damage, ({ text }, cuts) => {
        let spoiled = text;
        for (const [at, length, put] of cuts) {
          const from = at % (spoiled.length + 1);
          spoiled = spoiled.slice(0, from) + put + spoiled.slice(from + length);
        }
        expect(check(spoiled)).toBe(true);
      }),
      { numRuns: 400, seed: 20_261_122 },
    );
  });
});

describe('hostile text', () => {
  /** Characters; ten seconds for each would be a rate of 20 kB/s. */
  /** Work that grows with its square would run into the limit of any test. */
  const size = 400_000;
  it.each([
    '@',
    'a@',
    'a@a.b',
    'Nom : ',
    ':',
    '1',
    '1 ',
    '1-',
    '2 95 10 99 126 111 9 ',
    'FR14 2004 1010 0505 0001 3M02 60 ',
    'Nora Quellmont ',
    'Nora Quellmont\n',
    '75011 Paris ',
    '75011 Paris\n',
    'Nora Quellmont\n12 rue des Tanneurs\n75011 Paris\n\n',
    'Nom : QUELLMONT\nPrénom : Nora\n',
    'a\t',
    'A',
    'Aa',
    "D'",
    ' ',
    '\n',
    ',',
    '12 rue des Tanneurs, ',
    'Nora Quellmont née le 12/03/1985 ',
    'Dear Mr Penhale,\n',
    'Nora Quellmont <nora.quellmont@example.com>, ',
    '06 39 98 12 34 ',
    'LS1 4AB ',
    'Nom\n',
    'von der ',
  ])('%j over and over is read at once', (piece) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    expect(() => read(text)).not.toThrow();
  });

  it('a paper of thousands of people is no more work a person than one of a few', () => {
    const many = Array.from({ length: 3000 }, (_, index) => {
      const word = `Q${index.toString(26).replaceAll(/\d/g, (digit) => 'klmnopqrst'[Number(digit)]!)}`;
      return `Nom : ${word}\nPrénom : Nora\nNIR : ${nir(`28503780${String(10_000 + index).slice(-5)}`)}\n`;
    }).join('\n');
    const { people } = read(many);
    expect(people.length).toBeGreaterThan(2700);
  });
});
