import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataClasses } from './data-class.ts';
import { validatorIds, validators, valueKind } from './validators.ts';

const encoder = new TextEncoder();

describe('the table of validators', () => {
  it('is indexed by its ids and names classes of the list', () => {
    for (const [index, validator] of validators.entries()) {
      expect(validator.id).toBe(index);
      expect(validatorIds[validator.name]).toBe(index);
      expect(dataClasses).toContain(validator.class);
      expect(validator.kinds.length).toBeGreaterThan(0);
    }
  });
});

describe('whatever the bytes', () => {
  const cell = fc.oneof(
    fc.uint8Array({ maxLength: 150 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => encoder.encode(text)),
    fc
      .constantFrom(
        '$2y$10$',
        '+33 6',
        'nora@example.com',
        '1985-03-09',
        '192.0.2.1',
        '2001:db8::',
        '$argon2id$',
        'https://www.linkedin.com/in/',
        '{SSHA}',
        'n/a',
      )
      .map((text) => encoder.encode(text)),
  );

  it('a kind is one of the validator’s, and bytes outside the span do not change it', () => {
    fc.assert(
      fc.property(
        cell,
        fc.uint8Array({ maxLength: 12 }),
        fc.uint8Array({ maxLength: 12 }),
        (bytes, before, after) => {
          const joined = new Uint8Array([...before, ...bytes, ...after]);
          for (const { id, kinds } of validators) {
            const kind = valueKind(id, bytes, 0, bytes.length, 2026_11_22);
            expect(kind).toBeGreaterThanOrEqual(0);
            expect(kind).toBeLessThanOrEqual(kinds.length);
            expect(valueKind(id, joined, before.length, before.length + bytes.length, 2026_11_22)).toBe(kind);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('an empty cell is a value of nothing', () => {
    for (const { id } of validators) expect(valueKind(id, encoder.encode(''), 0, 0)).toBe(0);
  });
});
