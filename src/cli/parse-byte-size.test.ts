import { expect, test } from 'vitest';
import { parseByteSize } from './parse-byte-size.ts';

test('a size is read with the units of a disk, whatever their case', () => {
  expect(parseByteSize('10GB')).toBe(10e9);
  expect(parseByteSize('1.5 tb')).toBe(1.5e12);
  expect(parseByteSize('4096')).toBe(4096);
});

test('what is no size is none', () => {
  for (const text of ['', 'GB', '-1', '1e9', '0', '12XB', '9'.repeat(40)])
    expect(parseByteSize(text)).toBeNull();
});
