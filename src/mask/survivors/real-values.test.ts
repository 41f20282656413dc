import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createMaskKeys } from '../cipher/mask-keys.ts';
import { mergeRealValues } from './merge-real-values.ts';
import { openRealValues, type OpenRealValues } from './open-real-values.ts';
import { gatherInto, keys, realOf, type SourceValue } from './real-values.fixture.ts';
import { RealValuesGatherer } from './real-values-gatherer.ts';
import type { RealSort } from './real-sort.ts';

function has(real: OpenRealValues, sort: RealSort, value: string): boolean {
  const bytes = Buffer.from(value);
  return real.has(sort, bytes, 0, bytes.length);
}

const value: fc.Arbitrary<SourceValue> = fc.oneof(
  fc.emailAddress().map((text): SourceValue => ['email', text]),
  fc.stringMatching(/^0[1-9]\d{8}$/).map((text): SourceValue => ['phone', text]),
  fc.stringMatching(/^[A-Z][a-zé]{2,9}\t[A-Z][a-z]{2,9}$/).map((text): SourceValue => ['names', text]),
  fc.stringMatching(/^\d{1,3} rue [a-z]{3,9}$/).map((text): SourceValue => ['street', text]),
  fc.stringMatching(/^[a-z]{4,8}\d{2,4}$/).map((text): SourceValue => ['username', text]),
);

test('what several threads gather is what one gathers, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.nat(40), (values, cut) => {
      const one = realOf(values);
      const threads = [values.slice(cut), values.slice(0, cut), values].map((part) => {
        const gatherer = new RealValuesGatherer(keys);
        gatherInto(gatherer, part);
        return gatherer.take();
      });
      const merged = openRealValues(mergeRealValues(threads), keys);
      expect(merged.count).toBe(one.count);
      expect(Buffer.compare(merged.hints.bytes, one.hints.bytes)).toBe(0);
      const addresses = values.filter(([method]) => method === 'email');
      expect(addresses.filter(([, text]) => !has(merged, 'email', text))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

describe('a sort has one form for all spellings', () => {
  const real = realOf([
    ['email', ' Nora.Quellmont@Example.org'],
    ['phone', '+33 (0)6 39 98 12 34'],
    ['phone', '02 199 12 34'],
    ['nir', '1 85 05 78 006 084 91'],
    ['full-name', 'VAUBRÉCOURT Jean Marc'],
    ['full-name', 'Élodie Le-Goffec'],
    ['username', 'soleil'],
    ['password', '$2y$10$abcdefghijklmnopqrstuuZ12345678901234567890123456789012'],
    ['text', 'Bonjour, mon adresse : zoe.marchenoir7@example.com, 06 39 98 55 66.'],
    ['address', '7 avenue des Tilleuls\n75001 Paris'],
  ]);

  test.each<[RealSort, string]>([
    ['email', 'NORA.QUELLMONT@example.org'],
    ['word', 'nora.quellmont'],
    ['phone', '0639981234'],
    ['phone', '0033639981234'],
    ['phone', '+32 2 199 12 34'],
    ['number', '1850578006084'],
    ['number', '185057800608491'],
    ['fullName', 'jean marc vaubrecourt'],
    ['lastName', 'Vaubrécourt'],
    ['firstName', 'MARC'],
    ['fullName', 'Goffec Le Élodie'],
    ['word', 'Soleil'],
    ['email', 'zoe.marchenoir7@example.com'],
    ['phone', '+33639985566'],
    ['street', '7, Avenue des tilleuls'],
  ])('%s %s', (sort, spelling) => {
    expect(has(real, sort, spelling)).toBe(true);
  });

  test.each<[RealSort, string]>([
    ['email', 'nora.quellmont@example.com'],
    ['phone', '0639981235'],
    ['word', 'nora.quellmon'],
    ['lastName', 'marc'],
    ['fullName', 'vaubrecourt'],
    ['street', 'avenue des tilleuls'],
    ['number', ''],
  ])('not %s %s', (sort, spelling) => {
    expect(has(real, sort, spelling)).toBe(false);
  });
});

it('holds as many as there are, each once', () => {
  const gatherer = new RealValuesGatherer(keys);
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 20_000; number++) {
      const bytes = Buffer.from(`p${number}@example.org`);
      gatherer.add('email', bytes, 0, bytes.length);
    }
  expect(gatherer.count).toBe(20_000);
  const real = openRealValues(mergeRealValues([gatherer.take()]), keys);
  expect(real.count).toBe(20_000);
  expect(has(real, 'email', 'p19999@example.org')).toBe(true);
  expect(has(real, 'email', 'p20000@example.org')).toBe(false);
  expect(gatherer.count).toBe(0);
});

it('tells nothing to who has other keys', () => {
  const gatherer = new RealValuesGatherer(keys);
  gatherInto(gatherer, [['email', 'nora@example.org']]);
  const other = openRealValues(mergeRealValues([gatherer.take()]), createMaskKeys(new Uint8Array(32)));
  expect(has(other, 'email', 'nora@example.org')).toBe(false);
});

it('holds nothing before anything is gathered', () => {
  expect(has(openRealValues(null, keys), 'email', 'nora@example.org')).toBe(false);
});

it('holds no value in clear', () => {
  const gatherer = new RealValuesGatherer(keys);
  gatherInto(gatherer, [
    ['email', 'nora.quellmont@example.org'],
    ['names', 'Nora\tQuellmont'],
  ]);
  const shared = Buffer.from(mergeRealValues([gatherer.take()]));
  expect(shared.includes('uellmont')).toBe(false);
});
