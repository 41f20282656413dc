import { expect, it } from 'vitest';
import { isTopLevelDomain } from './top-level-domain.ts';

const isKnown = (name: string): boolean => {
  const bytes = new TextEncoder().encode(name);
  return isTopLevelDomain(bytes, 0, bytes.length);
};

it('the list of IANA is known in every spelling', () => {
  expect(
    ['com', 'COM', 'fr', 'museum', 'xn--fiqs8s', '中国', 'рф', 'vermögensberatung'].map(isKnown),
  ).toEqual(Array.from({ length: 8 }, () => true));
});

it('the names that made-up data uses count, other reserved ones do not', () => {
  expect(['test', 'example', 'localhost', 'invalid', 'local'].map(isKnown)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('endings of files are none', () => {
  expect(['png', 'jpg', 'pdf', 'c0m', '1com', 'a', '', '123'].map(isKnown)).toEqual(
    Array.from({ length: 8 }, () => false),
  );
});
