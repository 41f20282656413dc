import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../notation.ts';
import { decodeValue, isNull } from './value.ts';

const scratch = 4_096;
const bytes = new Uint8Array(1 << 16);
const decoded: Decoded = { start: 0, end: 0, wide: false };

function decode(
  written: string | Uint8Array,
  options: { escapes?: boolean; scratchBytes?: number } = {},
): Buffer | null {
  const source = Buffer.from(written as string);
  // values stand between others: nothing around them may matter
  bytes.fill(0x27, 0, scratch + 2_048);
  bytes.set(source, 100);
  const { escapes = true, scratchBytes = 1_024 } = options;
  if (!decodeValue(bytes, 100, 100 + source.length, escapes, scratch, scratchBytes, decoded)) return null;
  const isInPlace = decoded.start >= 100 && decoded.end <= 100 + source.length;
  expect(isInPlace || (decoded.start >= scratch && decoded.end <= scratch + scratchBytes)).toBe(true);
  return Buffer.from(bytes.subarray(decoded.start, decoded.end));
}

const textOf = (written: string | Uint8Array, options = {}) => decode(written, options)?.toString() ?? null;

describe('a value', () => {
  it.each([
    ["'plain'", 'plain'],
    ["''", ''],
    ['""', ''],
    ["'it''s'", "it's"],
    ["''''", "'"],
    ["'it\\'s'", "it's"],
    ['\'say "hi" \\"\'', 'say "hi" "'],
    ['"it\'s ""x"""', 'it\'s "x"'],
    ["'a\\nb\\r\\tc\\0d\\Ze\\bf'", 'a\nb\r\tc\0d\x1ae\bf'],
    ["'back\\\\slash\\\\'", 'back\\slash\\'],
    ["'\\a\\%'", 'a%'],
    ["_utf8'é'", 'é'],
    ["_utf8mb4 '🔔'", '🔔'],
    ["N'x''y'", "x'y"],
    ["_binary 'a\\0b'", 'a\0b'],
    ["b'0101'", '0101'],
    ['0x416E6E', 'Ann'],
    ["x'416e6e'", 'Ann'],
    ["X'416e6E'", 'Ann'],
    ['_utf8mb4 0x416e6e', 'Ann'],
    ["_utf8 x'416e6e'", 'Ann'],
    ["x''", ''],
    ['0x', '0x'],
    ['0xF41', '\x0fA'],
    ['-1.5e3', '-1.5e3'],
    ['TRUE', 'TRUE'],
    ["'NULL'", 'NULL'],
    ["'x' COLLATE utf8_bin", 'x'],
    ["concat('a','b')", "concat('a','b')"],
    ['_utf8', '_utf8'],
  ])('%s is %j', (written, value) => {
    expect(textOf(written)).toBe(value);
  });

  it('that is NULL or missing is none', () => {
    for (const written of ['NULL', 'null', 'Null', '']) expect(decode(written)).toBeNull();
    expect(isNull(Buffer.from('NULLS'), 0, 5)).toBe(false);
  });

  it('under NO_BACKSLASH_ESCAPES keeps its backslashes', () => {
    expect(textOf("'C:\\new\\''s'", { escapes: false })).toBe("C:\\new\\'s");
    expect(textOf("'C:\\'", { escapes: false })).toBe('C:\\');
  });

  it('is decoded as far as scratch reaches, and no character is cut in two', () => {
    expect(textOf(`'\\'${'é'.repeat(200)}'`, { scratchBytes: 100 })).toBe(`'${'é'.repeat(49)}`);
    expect(textOf(`'${'🔔'.repeat(200)}\\''`, { scratchBytes: 99 })).toBe('🔔'.repeat(24));
    expect(textOf(`0x${'41'.repeat(200)}`, { scratchBytes: 64 })).toBe('A'.repeat(64));
    expect(textOf(`'${'a'.repeat(2_000)}'`, { scratchBytes: 10 })).toHaveLength(2_000);
  });

  it('tells whether it holds text beyond ASCII', () => {
    const isWide = (written: string) => (decode(written), decoded.wide);
    expect(isWide("'é'")).toBe(true);
    expect(isWide("'a\\'é'")).toBe(true);
    expect(isWide("'a'")).toBe(false);
    expect(isWide("_binary 'é'")).toBe(false);
    expect(isWide("_big5'é'")).toBe(true);
    expect(isWide('0xC3A9')).toBe(false);
  });

  it('of any bytes comes back as it was, however it is quoted', () => {
    const escape = (value: Uint8Array, quote: number) =>
      Buffer.from([
        quote,
        ...[...value].flatMap((byte) =>
          byte === quote || byte === 0x5c ? [0x5c, byte] : byte === 0 ? [0x5c, 0x30] : [byte],
        ),
        quote,
      ]);
    const double = (value: Uint8Array, quote: number) =>
      Buffer.from([quote, ...[...value].flatMap((byte) => (byte === quote ? [byte, byte] : [byte])), quote]);
    const hostile = fc
      .array(fc.oneof(fc.constantFrom(...Buffer.from('\'"\\\0n')), fc.nat(255)), { maxLength: 60 })
      .map((value) => Uint8Array.from(value));
    fc.assert(
      fc.property(hostile, fc.constantFrom(0x27, 0x22), (value, quote) => {
        expect(decode(escape(value, quote))).toEqual(Buffer.from(value));
        expect(decode(double(value, quote), { escapes: false })).toEqual(Buffer.from(value));
        expect(decode(`x'${Buffer.from(value).toString('hex')}'`)).toEqual(Buffer.from(value));
      }),
    );
  });

  it('of anything at all never leaves scratch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'\'"\\x0_Nb ab\0é'), { maxLength: 30 }),
        fc.integer({ min: 4, max: 20 }),
        (parts, scratchBytes) => {
          expect(() => decode(parts.join(''), { scratchBytes })).not.toThrow();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
