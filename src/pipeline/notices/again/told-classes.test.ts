import { expect, test } from 'vitest';
import { isMore, toldBy, toldToAll } from './told-classes.ts';

const names = { class: 'Names', kinds: [] };
const hashed = { class: 'Passwords', kinds: ['bcrypt'] };
const clear = { class: 'Passwords', kinds: ['plain text'] };

test('a class or a kind that was not named is more', () => {
  const told = toldBy([{ kind: 'first', classes: [names, hashed] }]);
  expect(isMore([names], told)).toBe(false);
  expect(isMore([names, hashed], told)).toBe(false);
  expect(isMore([clear], told)).toBe(true);
  expect(isMore([{ class: 'Phone numbers', kinds: [] }], told)).toBe(true);
});

test('several notices count together', () => {
  const told = toldBy([
    { kind: 'first', classes: [hashed] },
    { kind: 'more', classes: [clear] },
  ]);
  expect(isMore([{ class: 'Passwords', kinds: ['bcrypt', 'plain text'] }], told)).toBe(false);
});

test('a correction stands in place of what was told before it', () => {
  const told = toldBy([
    { kind: 'first', classes: [names, clear] },
    { kind: 'correction', classes: [names] },
  ]);
  expect(isMore([clear], told)).toBe(true);
  expect(isMore([names], told)).toBe(false);
});

test('of several who may be each other, only what all were told is told', () => {
  const told = toldToAll([
    toldBy([{ kind: 'first', classes: [names, hashed] }]),
    toldBy([{ kind: 'first', classes: [names, clear] }]),
  ]);
  expect([...told]).toEqual([
    ['Names', new Set()],
    ['Passwords', new Set()],
  ]);
  expect(isMore([hashed], told)).toBe(true);
  expect(toldToAll([toldBy([]), toldBy([{ kind: 'first', classes: [names] }])]).size).toBe(0);
});
