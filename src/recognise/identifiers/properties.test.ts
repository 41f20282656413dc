import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestIdentifier, type Identifier, type IdentifierName } from './identifier.ts';
import { identifiers } from './index.ts';
import { randomNumbers, validValues } from './random-values.fixture.ts';
import { passingVectors } from './vectors.fixture.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function kindOf({ kind }: Identifier, text: string): number {
  const bytes = encoder.encode(text);
  return kind(bytes, 0, bytes.length);
}

function normal({ normalise }: Identifier, text: string): string {
  const bytes = encoder.encode(text);
  const out = new Uint8Array(longestIdentifier);
  return decoder.decode(out.subarray(0, normalise(bytes, 0, bytes.length, out)));
}

/** Values that pass: drawn ones, and of the zones of documents, which are never drawn, the vectors. */
function valuesOf(identifier: Identifier, count: number): string[] {
  return [...validValues(identifier, count, randomNumbers(4)), ...passingVectors(identifier.name)];
}

const byName = identifiers.map((identifier) => [identifier.name, identifier] as const);

/** After how many characters people put separators, and which; where it is nowhere the number is written whole. */
const groups: Readonly<Partial<Record<IdentifierName, readonly [number[], string]>>> = {
  nir: [[1, 3, 5, 7, 10, 13], ' '],
  iban: [[4, 8, 12, 16, 20], ' '],
  siren: [[3, 6], ' '],
  siret: [[3, 6, 9], '\u202F'],
  spi: [[2, 4, 7, 10], ' '],
  card: [[4, 8, 12], '-'],
  steuerId: [[2, 5, 8], ' '],
  rvnr: [[2, 8, 9], ' '],
  svnr: [[4], ' '],
  ahv: [[3, 7, 11], '.'],
  nino: [[2, 4, 6, 8], ' '],
  nhs: [[3, 6], '-'],
  pps: [[7], ' '],
  bsn: [[4, 6], '.'],
  niss: [[2, 4, 6, 9], '.'],
  matricule: [[4, 6, 8], ' '],
  dni: [[8], '-'],
  nie: [[1, 8], '-'],
  nif: [[3, 6], '\u00A0'],
  codiceFiscale: [[3, 6, 11, 15], ' '],
  amka: [[6], ' '],
  afm: [[3, 6], ' '],
  pesel: [[6], ' '],
  rodneCislo: [[6], '/'],
  taj: [[3, 6], '-'],
  adoazonosito: [[4, 7], ' '],
  cnp: [[1, 7], ' '],
  egn: [[6], ' '],
  oib: [[3, 6, 9], ' '],
  emso: [[7, 9], ' '],
  isikukood: [[1, 7], ' '],
  personasKods: [[6], '-'],
  cpr: [[6], '-'],
  fodselsnummer: [[6], ' '],
  kennitala: [[6], '-'],
  ssn: [[3, 5], '-'],
  itin: [[3, 5], '-'],
  sin: [[3, 6], ' '],
  cpf: [[3, 6, 9], '.'],
  aadhaar: [[4, 8], ' '],
  pan: [[5, 9], ' '],
};

describe('separators as people write them, small letters and blanks around change nothing', () => {
  it.each(byName)('%s', (name, identifier) => {
    const [places, separator] = groups[name] ?? [[], ''];
    for (const value of validValues(identifier, 60, randomNumbers(5))) {
      if (name === 'card' && value.length !== 16) continue;
      let grouped = '';
      for (let at = 0; at < value.length; at++) grouped += (places.includes(at) ? separator : '') + value[at];
      const kind = kindOf(identifier, value);
      expect([grouped, kindOf(identifier, grouped)]).toEqual([grouped, kind]);
      expect(kindOf(identifier, ` ${grouped}\r\n`)).toBe(kind);
      expect(normal(identifier, grouped)).toBe(normal(identifier, value));
      if (name === 'bic') continue;
      expect(normal(identifier, value.toLowerCase())).toBe(normal(identifier, value));
    }
  });
});

describe('the normal form of a value is a value, its own normal form, and fits', () => {
  it.each(byName)('%s', (_, identifier) => {
    const values = valuesOf(identifier, 60);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) {
      const form = normal(identifier, value);
      expect([value, form.length > 0]).toEqual([value, true]);
      expect(kindOf(identifier, form)).toBeGreaterThan(0);
      expect(normal(identifier, form)).toBe(form);
    }
  });
});

/**
 * What the check of these lets through of single wrong digits: there is none (1), two remainders share a digit, the
 * century stands outside, letters share a value. Of all others it finds every one.
 */
const letsThrough: Readonly<Partial<Record<IdentifierName, number>>> = {
  bic: 1,
  nino: 1,
  malteseId: 1,
  ssn: 1,
  itin: 1,
  pan: 1,
  cpr: 1,
  nif: 0.03,
  afm: 0.03,
  cnp: 0.03,
  egn: 0.03,
  personasKods: 0.03,
  emso: 0.03,
  isikukood: 0.03,
  rodneCislo: 0.03,
  niss: 0.01,
  siret: 0.01,
  personnummer: 0.01,
  kennitala: 0.02,
  cpf: 0.01,
  spi: 0.001,
  cyprusTic: 0.03,
  rvnr: 0.01,
  passportMrz: 0.3,
  identityCardMrz: 0.3,
};

describe('a wrong digit is refused as surely as the check promises', () => {
  it.each(byName)('%s', (name, identifier) => {
    let tried = 0;
    let passed = 0;
    for (const value of valuesOf(identifier, 60)) {
      if (identifier.kinds[kindOf(identifier, value) - 1]!.includes(', without ')) continue;
      for (const { index, 0: digit } of value.matchAll(/\d/g)) {
        for (let by = 1; by < 10; by++) {
          const wrong = `${value.slice(0, index)}${(Number(digit) + by) % 10}${value.slice(index + 1)}`;
          tried++;
          if (kindOf(identifier, wrong) > 0) passed++;
        }
      }
    }
    expect(tried).toBeGreaterThan(0);
    expect(passed / tried).toBeLessThanOrEqual(letsThrough[name] ?? 0);
  });
});

describe('whatever the bytes', () => {
  const cell = fc.oneof(
    fc.uint8Array({ maxLength: 120 }),
    fc
      .string({ unit: fc.constantFrom(...'0123456789ABXZ<-. /+'), maxLength: 90 })
      .map((text) => encoder.encode(text)),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => encoder.encode(text)),
  );

  it('each answers a kind of its own, and bytes outside the span do not change it', () => {
    const out = new Uint8Array(longestIdentifier);
    fc.assert(
      fc.property(
        cell,
        fc.uint8Array({ maxLength: 8 }),
        fc.uint8Array({ maxLength: 8 }),
        (bytes, before, after) => {
          const joined = new Uint8Array([...before, ...bytes, ...after]);
          for (const { kind, kinds, normalise, decode } of identifiers) {
            const answer = kind(bytes, 0, bytes.length);
            expect(answer).toBeGreaterThanOrEqual(0);
            expect(answer).toBeLessThanOrEqual(kinds.length);
            expect(kind(joined, before.length, before.length + bytes.length)).toBe(answer);
            const length = normalise(bytes, 0, bytes.length, out);
            expect(length > 0).toBe(answer > 0);
            if (length > 0) decode?.(decoder.decode(out.subarray(0, length)));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a long cell is read no further than a number can be', () => {
    const long = new Uint8Array(1 << 20).fill(49);
    for (const { kind } of identifiers) expect(kind(long, 0, long.length)).toBe(0);
  });
});
