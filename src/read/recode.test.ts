import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder } from './recode.ts';

function utf32Of(text: string, isLittle: boolean): Buffer {
  const points = [...text].map((character) => character.codePointAt(0)!);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, i) =>
    isLittle ? bytes.writeUInt32LE(point, i * 4) : bytes.writeUInt32BE(point, i * 4),
  );
  return bytes;
}

describe.each([
  ['utf-32le', true],
  ['utf-32be', false],
])('%s', (encoding, isLittle) => {
  test('gives the same text however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, step) => {
          const bytes = utf32Of(text, isLittle);
          const decoder = createDecoder(encoding);
          let read = '';
          for (let p = 0; p < bytes.length; p += step)
            read += decoder.decode(bytes.subarray(p, p + step), { stream: true });
          expect(read + decoder.decode()).toBe(text.replace(/^\uFEFF/u, ''));
        },
      ),
    );
  });

  test('a long text and one that is cut in a character are read as far as they go', () => {
    const text = 'Łódź, '.repeat(20_000);
    expect(createDecoder(encoding).decode(utf32Of(text, isLittle))).toBe(text);
    expect(createDecoder(encoding).decode(utf32Of('ab', isLittle).subarray(0, 6))).toBe('a\uFFFD');
  });

  test('what is no character is replaced', () => {
    const bytes = Buffer.alloc(8, 0xff);
    expect(createDecoder(encoding).decode(bytes)).toBe('\uFFFD\uFFFD');
  });
});
