import { describe, expect, it } from 'vitest';
import { validatorIds } from '../recognise/index.ts';
import { isSureTest } from './sure-test.ts';
import type { Gathered } from './table-plan.ts';

const columns: Gathered[] = [
  { column: 0, normal: 'email', validator: validatorIds.email, word: 2 },
  { column: 1, normal: 'value', validator: validatorIds.username, word: 4 },
  { column: 2, normal: 'first name', validator: validatorIds.firstName, word: 6 },
  { column: 3, normal: 'last name', validator: validatorIds.lastName, word: 8 },
];

function isSure(...texts: string[]): boolean {
  return isSureTest(columns.slice(0, texts.length), ({ column }) => texts[column]!);
}

describe('a test identity beyond doubt', () => {
  it.each([
    [['test@example.com', 'test']],
    [['demo2@example.com', 'demo2']],
    [['toto@example.com', 'someone', 'Toto', 'Tutu']],
    [['someone@example.com', 'qa', 'QA', 'Test']],
  ])('%j', (texts) => {
    expect(isSure(...texts)).toBe(true);
  });
});

describe('a test identity that may be somebody', () => {
  it.each([
    [['test@example.com']],
    [['test@example.com', 'lea.moreau']],
    [['toto@example.com', 'toto']],
    [['test@example.com', '', '', '']],
    [['lea.moreau@example.com', 'lea', 'Test', 'Test']],
    [['test@example.com', '', 'Test', '']],
  ])('%j', (texts) => {
    expect(isSure(...texts)).toBe(false);
  });
});
