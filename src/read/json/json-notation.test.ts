import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonNotation } from './json-notation.ts';

const scratch = 4_096;
const scratchBytes = 1_024;
const bytes = new Uint8Array(8_192);

function decode(text: string | Uint8Array, room = scratchBytes): string | null {
  const source = Buffer.from(text);
  bytes.fill(0);
  bytes.set(source, 1);
  const decoded = { start: 0, end: 0, wide: false };
  if (!jsonNotation.decode(bytes, 1, 1 + source.length, scratch, room, decoded)) return null;
  expect(decoded.start >= 1 && decoded.start <= decoded.end && decoded.end <= scratch + room).toBe(true);
  expect(source.equals(bytes.subarray(1, 1 + source.length))).toBe(true);
  return Buffer.from(bytes.subarray(decoded.start, decoded.end)).toString();
}

function isFilled(text: string): boolean {
  const bytes = Buffer.from(` ${text}`);
  return jsonNotation.isFilled(bytes, 1, bytes.length);
}

describe('a JSON value', () => {
  it('that is a string is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.boolean(), (text, isAscii) => {
        const written = JSON.stringify(text);
        const escaped = isAscii
          ? written.replaceAll(/[^\u0020-\u007e]/gu, (letter) =>
              [...Array(letter.length).keys()]
                .map((i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`)
                .join(''),
            )
          : written;
        // half of a pair is no character
        expect(decode(escaped)).toBe(Buffer.from(text).toString());
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps what is no escape as it can', () => {
    expect(decode('"a\\/b\\q"')).toBe('a/bq');
    expect(decode('"\\u12G4"')).toBe('\ufffd');
    expect(decode('"\\ud83dx"')).toBe('\ufffdx');
    expect(decode('"\\ud83d\\u0041"')).toBe('\ufffdA');
  });

  it('whose end was left off is decoded up to there', () => {
    for (const text of [
      '"abc',
      '"abc\\',
      '"ab\\u00',
      '"\\ud83d\\u',
      '"',
      '{"$oid":"ab',
      '[1,',
      'ISODate("2020',
    ]) {
      expect(typeof decode(text)).toBe('string');
    }
    expect(decode('"abc')).toBe('abc');
  });

  it('is decoded as far as there is room', () => {
    expect(decode(`"\\n${'é'.repeat(500)}"`, 100)!.length).toBeGreaterThan(40);
    expect(decode(`{"$binary":{"base64":"${'AAAA'.repeat(500)}"}}`, 100)!.length).toBeLessThanOrEqual(100);
  });

  it('of a type that MongoDB states is the value itself', () => {
    for (const [written, value] of [
      ['{"$oid":"65a0c0ffee65a0c0ffee0001"}', '65a0c0ffee65a0c0ffee0001'],
      ['{ "$date" : "1985-03-09T00:00:00Z" }', '1985-03-09T00:00:00Z'],
      ['{"$date":{"$numberLong":"-86400000"}}', '1969-12-31T00:00:00.000Z'],
      ['{"$date":86400000}', '1970-01-02T00:00:00.000Z'],
      ['{"$date":{"$numberLong":"99999999999999999"}}', '99999999999999999'],
      ['{"$numberLong":"9007199254740993"}', '9007199254740993'],
      ['{"$numberDecimal":"12.340"}', '12.340'],
      ['{"$binary":{"base64":"aGVsbG8=","subType":"00"}}', 'hello'],
      ['{"$binary":"aGVsbG8=","$type":"00"}', 'hello'],
      ['ObjectId("65a0c0ffee65a0c0ffee0001")', '65a0c0ffee65a0c0ffee0001'],
      ['ISODate("1985-03-09")', '1985-03-09'],
      ['NumberLong(5)', '5'],
      ['NumberLong("-5")', '-5'],
      ['{"$regex":"a"}', '{"$regex":"a"}'],
    ] as const) {
      expect(decode(written)).toBe(value);
      expect(isFilled(written)).toBe(true);
    }
  });

  it('that is nothing is not filled', () => {
    for (const text of ['', 'null', '""', '[]', '[ ]', '{}', 'NaN', 'None', 'undefined'])
      expect(isFilled(text)).toBe(false);
    for (const text of ['0', 'false', '" "', '"null"', '[0]', '-1.5', 'true', 'nullx'])
      expect(isFilled(text)).toBe(true);
    for (const text of ['', 'null', '[]', '{}', 'NaN']) expect(decode(text)).toBeNull();
    expect(decode('-1.5e3')).toBe('-1.5e3');
    expect(decode('[1,"a"]')).toBe('[1,"a"]');
  });
});
