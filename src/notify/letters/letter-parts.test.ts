import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBlock } from './address-block.ts';
import { breakLines } from './break-lines.ts';
import { code128, code128Modules } from './code-128.ts';
import { letterFonts } from './font/letter-fonts.ts';
import { openTrueType } from './font/true-type.ts';
import { windowOf } from './letter-windows.ts';

const everyCharacterIsOne = (text: string) => text.length;

test.each([
  ['', 10, []],
  ['one', 10, ['one']],
  ['one two three', 7, ['one two', 'three']],
  // four words on two lines, as even as can be
  ['aaaa bb cccc dd', 9, ['aaaa bb', 'cccc dd']],
  ['a\u00a0b c', 3, ['a\u00a0b', 'c']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['vice-president now', 10, ['vice-', 'president', 'now']],
])('%j is broken at %i into %j', (text, width, lines) => {
  expect(breakLines(text, width, everyCharacterIsOne)).toEqual(lines);
});

test('no text is lost by breaking it, and no line is wider than it may be', () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '/'), minLength: 1, maxLength: 12 }),
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = breakLines(words.join(' '), width, everyCharacterIsOne);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});

test('the last line of a paragraph is no single short word where that can be', () => {
  const lines = breakLines('aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd ee', 39, everyCharacterIsOne);
  expect(lines).toEqual(['aaaaaaaaa bbbbbbbbb ccccccccc', 'ddddddddd ee']);
});

test('a bar code is as wide as it says, and two codes differ', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(digits, digits, (one, other) => {
      const width = [...code128(one)].reduce((sum, module) => sum + Number(module), 0);
      expect(width).toBe(code128Modules(one.length));
      expect(code128(one) === code128(other)).toBe(one === other);
    }),
  );
});

test('a smaller font has the same glyphs under the same numbers, and nothing of the others', () => {
  const { font } = letterFonts().regular;
  const glyphs = [...'Éáł'].map((character) => font.glyphOf(character.codePointAt(0)!));
  const bytes = font.subset(glyphs);
  expect(bytes.length).toBeLessThan(40_000);
  expect(font.subset([...glyphs, ...glyphs.toReversed()]).equals(bytes)).toBe(true);
  const tables = new Map<string, [number, number]>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(bytes.toString('latin1', at, at + 4), [
      bytes.readUInt32BE(at + 8),
      bytes.readUInt32BE(at + 12),
    ]);
  }
  const [loca] = tables.get('loca')!;
  const sizeOf = (glyph: number) =>
    bytes.readUInt32BE(loca + glyph * 4 + 4) - bytes.readUInt32BE(loca + glyph * 4);
  for (const glyph of glyphs) expect(sizeOf(glyph)).toBeGreaterThan(0);
  const before = Array.from({ length: glyphs[0]! }, (_, glyph) => sizeOf(glyph)).filter((size) => size > 0);
  // the empty one, and what the accented ones are made of
  expect(before.length).toBeLessThan(12);
});

test('a font that is cut off is an error, not a letter without words', () => {
  expect(() => openTrueType(Buffer.from('0001000000000000', 'hex'))).toThrow('the font has no table');
});

const { regular } = letterFonts();
const block = (country: string | null, from: string | null) =>
  addressBlock({ to: ['A B'], lines: ['1 rue de l’Été', '93210 Saint-Denis'], country }, regular, { from });

test('the last line of a French address is in capitals, without accents and points', () => {
  expect(block('FR', 'FR')).toEqual(['A B', '1 rue de l’Été', '93210 SAINT DENIS']);
});

test('the country is named abroad only, in French or English', () => {
  expect(block('DE', 'FR')!.at(-1)).toBe('ALLEMAGNE');
  expect(block('FR', 'DE')!.at(-1)).toBe('FRANCE');
  expect(block('GB', 'US')!.at(-1)).toBe('UNITED KINGDOM');
  expect(block('DE', 'DE')).toHaveLength(3);
  expect(block(null, 'DE')).toHaveLength(3);
});

test.each([
  ['FR', 'fr'],
  ['RE', 'fr'],
  ['DE', 'de'],
  ['AT', 'de'],
  ['GB', 'uk'],
  ['US', 'uk'],
  [null, 'uk'],
])('envelopes in %s have the window %s', (country, window) => {
  expect(windowOf(country)).toBe(window);
});
