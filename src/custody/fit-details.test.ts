import { expect, test } from 'vitest';
import { isTocsinError } from '../base/index.ts';
import { checkDetails, fitDetails } from './fit-details.ts';

const long = '\u0001'.repeat(125_000);

test('details that fit are as they were given', () => {
  const details = { why: 'asked', paths: ['a', 'b'], to: { name: null } };
  expect(fitDetails(details)).toBe(details);
});

test.each([
  ['a text', { why: long }],
  ['several texts', { contact: { name: long, role: long, email: long, phone: long, organisation: long } }],
  ['a list', { paths: Array.from({ length: 200_000 }, (_, i) => `/leak/${i}`) }],
  ['many fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`field${i}`, i]))],
])('%s that is too long is cut until a line takes it, and refused where it can be', (_, details) => {
  expect(Buffer.byteLength(JSON.stringify(fitDetails(details)))).toBeLessThanOrEqual(512 << 10);
  expect(() => checkDetails(details)).toThrow(expect.toSatisfy(isTocsinError) as Error);
});

test('what was cut is said, with how much there was', () => {
  const { why, paths } = fitDetails({ why: long, paths: Array.from({ length: 100_000 }, () => '/leak') });
  expect(why).toMatch(/… \(125000 characters\)$/u);
  expect((paths as string[]).at(-1)).toBe('… (100000 in all)');
});
