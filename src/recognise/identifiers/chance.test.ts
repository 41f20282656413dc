import { describe, expect, it } from 'vitest';
import type { IdentifierName } from './identifier.ts';
import { identifiers } from './index.ts';
import { randomNumbers, usualBytes } from './random-values.fixture.ts';

/** `bench/validators.ts` measures on 300,000. */
const rounds = 100_000;
const bytes = new Uint8Array(64);
const encoder = new TextEncoder();

describe('random strings of the usual shape pass as often as stated', () => {
  it.each(identifiers.map(({ name, chance }) => [name, chance] as const))('%s: %d', (name, chance) => {
    const random = randomNumbers(20_261_123);
    const identifier = identifiers.find((one) => one.name === name)!;
    let passed = 0;
    for (let round = 0; round < rounds; round++) {
      if (identifier.kind(bytes, 0, usualBytes(name, random, bytes)) > 0) passed++;
    }
    const measured = passed / rounds;
    const deviation = Math.sqrt((chance * (1 - chance)) / rounds);
    expect(Math.abs(measured - chance)).toBeLessThan(4 * deviation + 0.05 * chance);
  });
});

interface Confounder {
  write: (draw: () => number) => string;
  /** Share that passes as each identifier, in hundredths; others pass less than once in 2,000. */
  passes: Readonly<Partial<Record<IdentifierName, number>>>;
}

/** From 2014 to 2025, in milliseconds since 1970. */
function anInstant(draw: () => number): number {
  return 1_400_000_000_000 + Math.floor(draw() * 350_000_000_000);
}

/** What is written like a number and is none: what columns are weighed against. */
const confounders: Readonly<Record<string, Confounder>> = {
  'seconds since 1970': {
    write: (draw) => String(Math.floor(anInstant(draw) / 1000)),
    passes: {
      cpr: 13.5,
      oib: 10,
      nhs: 9.1,
      rodneCislo: 1.3,
      cpf: 0.97,
      personnummer: 0.85,
      egn: 0.83,
      svnr: 0.43,
      kennitala: 0.27,
      niss: 0.24,
      fodselsnummer: 0.24,
    },
  },
  'milliseconds since 1970': {
    write: (draw) => String(anInstant(draw)),
    passes: { nir: 84, emso: 0.3, cnp: 0.26, spi: 0.1 },
  },
  'ten digits that begin with 06': {
    write: (draw) => `06${digits(Math.floor(draw() * 1e8), 8)}`,
    passes: {
      cpr: 12,
      oib: 10,
      nhs: 9.1,
      rodneCislo: 1.3,
      cpf: 1,
      egn: 0.74,
      personnummer: 0.73,
      kennitala: 0.22,
    },
  },
  'the same in pairs, as French telephone numbers are written': {
    write: (draw) => `06${digits(Math.floor(draw() * 1e8), 8)}`.replaceAll(/(\d\d)(?=\d)/g, '$1 '),
    passes: {},
  },
  'a day and a time in fourteen digits': {
    write: (draw) => new Date(anInstant(draw)).toISOString().replaceAll(/\D/g, '').slice(0, 14),
    passes: { siret: 1 },
  },
  'a day in eight digits': {
    write: (draw) => new Date(anInstant(draw)).toISOString().slice(0, 10).replaceAll('-', ''),
    passes: { taj: 10, afm: 10, bsn: 9.1 },
  },
  'a day': { write: (draw) => new Date(anInstant(draw)).toISOString().slice(0, 10), passes: {} },
  'an EAN-13': {
    write: (draw) => ean(digits(Math.floor(draw() * 1e12), 12)),
    passes: { nir: 51, card: 1.5, cnp: 0.17, ahv: 0.1, emso: 0.09, spi: 0.05 },
  },
  'an address of a computer': {
    write: (draw) => `203.0.113.${Math.floor(draw() * 256)}`,
    passes: {},
  },
  'an amount with cents': {
    write: (draw) => `${Math.floor(draw() * 1e7)}.${digits(Math.floor(draw() * 100), 2)}`,
    passes: {},
  },
};

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function ean(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

describe('what is no identifier passes as often as stated', () => {
  it.each(Object.entries(confounders))('%s', (_, { write, passes }) => {
    const random = randomNumbers(7);
    const texts = Array.from({ length: 20_000 }, () => encoder.encode(write(random)));
    for (const identifier of identifiers) {
      const passed = texts.filter((text) => identifier.kind(text, 0, text.length) > 0).length;
      const stated = (passes[identifier.name] ?? 0) / 100;
      const deviation = Math.sqrt((Math.max(stated, 0.0005) * (1 - stated)) / texts.length);
      const most = stated * 1.1 + 4 * deviation;
      const least = stated * 0.9 - 4 * deviation;
      expect([identifier.name, passed / texts.length > most, passed / texts.length < least]).toEqual([
        identifier.name,
        false,
        false,
      ]);
    }
  });
});
