import { expect, test } from 'vitest';
import { errorCodes, isTocsinError, TocsinError, type ErrorCode } from './index.ts';

test('an error brings the hint of its code unless it has a better one', () => {
  expect(new TocsinError('USAGE', 'unknown option --fast').hint).toBe(errorCodes.USAGE.hint);
  expect(new TocsinError('USAGE', 'unknown option --fast', { hint: 'leave it out' }).hint).toBe(
    'leave it out',
  );
});

test('the JSON form of an error holds neither cause nor stack', () => {
  const cause = new Error('near "jo.doe@example.org"');
  const error = new TocsinError('INPUT_UNREADABLE', 'cannot read a.sql at byte 12', { cause });
  expect(error.cause).toBe(cause);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: 'INPUT_UNREADABLE',
    message: 'cannot read a.sql at byte 12',
    hint: errorCodes.INPUT_UNREADABLE.hint,
  });
});

test('only errors of ours are recognised as ours', () => {
  expect(isTocsinError(new TocsinError('INTERRUPTED', 'stopped by SIGINT'))).toBe(true);
  expect(isTocsinError(Object.assign(new Error('stopped'), { code: 'INTERRUPTED' }))).toBe(false);
});

test('codes are upper case, meanings are sentences, hints are not', () => {
  for (const [code, { meaning, hint }] of Object.entries(errorCodes) as [
    ErrorCode,
    (typeof errorCodes)[ErrorCode],
  ][]) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/u);
    expect(meaning, code).toMatch(/^[A-Z].*\.$/su);
    expect(hint, code).toMatch(/^[a-z].*[^.]$/su);
  }
});
