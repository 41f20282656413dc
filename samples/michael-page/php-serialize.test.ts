import { expect, it } from 'vitest';
import { phpSerialize } from './php-serialize.ts';

it('values are written as PHP serializes them, lengths in bytes', () => {
  expect(phpSerialize('été')).toBe('s:5:"été";');
  expect(phpSerialize([1, true, null, 0.5])).toBe('a:4:{i:0;i:1;i:1;b:1;i:2;N;i:3;d:0.5;}');
  expect(phpSerialize(new Map([['a', 'b']]))).toBe('a:1:{s:1:"a";s:1:"b";}');
  expect(phpSerialize({ className: 'view', properties: { x: 1 } })).toBe('O:4:"view":1:{s:4:"\0*\0x";i:1;}');
});
