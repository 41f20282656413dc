import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTransferDecoding } from './transfer-decoding.ts';

function decoded(encoding: string, text: string, size = text.length): string {
  const decoding = createTransferDecoding(encoding)!;
  const bytes = Buffer.from(text, 'latin1');
  const parts: Buffer[] = [];
  for (let p = 0; p < bytes.length; p += size)
    parts.push(Buffer.from(decoding.decode(bytes.subarray(p, p + size))));
  parts.push(Buffer.from(decoding.end()));
  return Buffer.concat(parts).toString('latin1');
}

describe('base64', () => {
  test('comes back as it was, however it is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 90 }), (bytes, size) => {
        const text = Buffer.from(bytes).toString('base64').replace(/.{76}/gu, '$&\r\n');
        expect(decoded('Base64', text, size)).toBe(Buffer.from(bytes).toString('latin1'));
      }),
    );
  });

  test('without padding, with rubbish in it, and in parts put together is read', () => {
    expect(decoded('base64', 'QUI')).toBe('AB');
    expect(decoded('base64', 'Q!U\n*I=')).toBe('AB');
    expect(decoded('base64', 'QQ==QQ==')).toBe('AA');
    expect(decoded('base64', 'Q')).toBe('');
  });
});

describe('quoted-printable', () => {
  test('comes back as it was, however it is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 90 }), (bytes, size) => {
        const text = [...bytes]
          .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
          .join('');
        expect(decoded('quoted-printable', text, size)).toBe(Buffer.from(bytes).toString('latin1'));
      }),
    );
  });

  test.each([
    ['a=\r\nb', 'ab'],
    ['a=\nb', 'ab'],
    ['a=e9', 'a\u00e9'],
    ['1=2', '1=2'],
    ['a=', 'a'],
    ['a=4', 'a=4'],
    ['==3D', '=='],
  ])('%j reads %j, cut or not', (text, expected) => {
    for (const size of [1, 2, 3, 100]) expect(decoded('quoted-printable', text, size)).toBe(expected);
  });
});

test('uuencode is read, cut or not', () => {
  for (const size of [1, 5, 100])
    expect(decoded('x-uuencode', 'begin 644 a\r\n#0V%T\r\n`\r\nend\r\n', size)).toBe('Cat');
});

test('what is not known is said to be', () => {
  expect(createTransferDecoding('rot13')).toBe(null);
  expect(decoded('7bit (plain)', 'a=41')).toBe('a=41');
});
