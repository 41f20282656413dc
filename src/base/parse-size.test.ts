import { expect, it } from 'vitest';
import { parseSize } from './parse-size.ts';

it.each([
  ['200MB', 200_000_000],
  ['1.5GB', 1_500_000_000],
  ['1gb', 1_000_000_000],
  ['12345', 12345],
  ['7 kB', 7000],
  ['10GB', 10e9],
  ['1.5 tb', 1.5e12],
  ['4096', 4096],
])('%s is %i bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

it.each([
  '',
  '0',
  '-1MB',
  '1PB',
  'MB',
  '1e6',
  '0x10',
  '9999999999TB',
  'GB',
  '-1',
  '1e9',
  '12XB',
  '9'.repeat(40),
])('%j is no size', (text) => {
  expect(parseSize(text)).toBeNull();
});
