import { isUtf8 as isUtf8OfNode } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUtf8, multiByteEncodingOf, transcodingTable } from './charset.ts';

describe('well-formed UTF-8', () => {
  it('is what Node takes for it', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => Buffer.from(text)),
      fc.constantFrom(
        [0xc0, 0x80],
        [0xe0, 0x80, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf0, 0x80, 0x80, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xf5, 0x80, 0x80, 0x80],
        [0xe2, 0x82],
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 4 }), (parts) => {
        const bytes = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
        expect(isUtf8(bytes, 0, bytes.length)).toBe(isUtf8OfNode(bytes));
      }),
      { numRuns: 3_000 },
    );
  });

  it('ends where it is told to end', () => {
    const bytes = Buffer.from('aéb');
    expect(isUtf8(bytes, 0, 2)).toBe(false);
    expect(isUtf8(bytes, 0, 3)).toBe(true);
    expect(isUtf8(bytes, 2, 4)).toBe(false);
  });
});

describe('a transcoding table', () => {
  it('agrees with TextDecoder on every byte', () => {
    for (const [charset, encoding] of [
      ['latin1', 'windows-1252'],
      ['cp1251', 'windows-1251'],
      ['koi8r', 'koi8-r'],
      ['tis620', 'windows-874'],
      ['unheard of', 'windows-1252'],
    ] as const) {
      const table = transcodingTable(charset);
      for (let byte = 0; byte < 256; byte++) {
        const packed = table[byte]!;
        const utf8 = Array.from({ length: packed >>> 24 }, (_, i) => (packed >>> (i * 8)) & 0xff);
        expect(Buffer.from(utf8).toString()).toBe(new TextDecoder(encoding).decode(Uint8Array.of(byte)));
      }
    }
  });
});

describe('sets of several bytes a character', () => {
  it('are told apart, as a quote in them may be half a letter', () => {
    for (const charset of ['gbk', 'sjis', 'big5', 'euckr', 'ujis', 'gb18030', 'cp932', 'gb2312']) {
      expect(() => new TextDecoder(multiByteEncodingOf(charset)!)).not.toThrow();
    }
    for (const charset of ['utf8', 'utf8mb4', 'latin1', 'constructor'])
      expect(multiByteEncodingOf(charset), charset).toBeNull();
  });
});
