import { describe, expect, it } from 'vitest';
import { escapedSqlNotation } from './sql/sql-notation.ts';
import { createValueDecoder } from './value-decoder.ts';

const scratch = 1 << 15;
const bytes = new Uint8Array(1 << 16);
const span = { start: 0, end: 0 };

function decodeWith(charset: string, written: Uint8Array | string, scratchBytes = 4_096): string | null {
  const source = Buffer.from(written as string);
  bytes.set(source);
  const decoder = createValueDecoder(bytes, { notation: escapedSqlNotation, charset, scratch, scratchBytes });
  if (!decoder.decode(0, source.length, span)) return null;
  const isInScratch = span.start >= scratch && span.end <= scratch + scratchBytes;
  expect(isInScratch || span.end <= source.length).toBe(true);
  return Buffer.from(bytes.subarray(span.start, span.end)).toString();
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a decoder', () => {
  it('makes UTF-8 of the single-byte set that the header names', () => {
    expect(decodeWith('latin1', latin1("'Jos\u00e9 \u0080'"))).toBe('José €');
    expect(decodeWith('latin2', Buffer.from([0x27, 0xb3, 0xf3, 0x27]))).toBe('łó');
    expect(decodeWith('cp1251', Buffer.from([0x27, 0xc8, 0xe2, 0xe0, 0xed, 0x27]))).toBe('Иван');
    expect(decodeWith('greek', Buffer.from([0x27, 0xc1, 0xe8, 0x5c, 0x27, 0x27]))).toBe("Αθ'");
    expect(decodeWith('latin1', latin1("'it\\'s Jos\u00e9'"))).toBe("it's José");
  });

  it('leaves what is UTF-8 alone, whatever the header says, and a value at a time', () => {
    expect(decodeWith('latin1', "'José'")).toBe('José');
    expect(decodeWith('utf8mb4', "'José 🔔'")).toBe('José 🔔');
    expect(decodeWith('utf8', latin1("'Jos\u00e9'"))).toBe('José');
    expect(decodeWith('cp850', latin1("'Jos\u00e9'"))).not.toBeNull();
  });

  it('leaves binary values alone, and says where there is none', () => {
    expect(decodeWith('latin1', latin1("_binary '\u00e9'"))).toBe('\ufffd');
    expect(decodeWith('latin1', 'NULL')).toBeNull();
  });

  it('holds text that grows threefold, and cuts what is larger than its scratch', () => {
    expect(decodeWith('latin1', latin1(`'${'\u0080'.repeat(1_024)}'`))).toBe('€'.repeat(1_024));
    expect(decodeWith('latin1', latin1(`'${'\u0080'.repeat(9_000)}'`))).toBe('€'.repeat(1_024));
    expect(decodeWith('latin1', `'\\'${'é'.repeat(2_000)}'`)).toBe(`'${'é'.repeat(511)}`);
  });
});
