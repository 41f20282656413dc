import { expect, test } from 'vitest';
import type { SmtpOutcome } from '../../../notify/index.ts';
import { moveForOutcome } from './move-for-outcome.ts';
import { retryPause } from './retry-ladder.ts';

const now = 1_000_000;

function moveOf(outcome: Partial<SmtpOutcome>, attempts = 1, retryAfterMs: number | null = null) {
  const usual: SmtpOutcome = {
    id: 5,
    domain: 'example.org',
    connection: 2,
    result: 'accepted',
    about: 'body',
    code: '250 2.0.0',
    reply: 'ok',
    isMailGone: false,
  };
  return moveForOutcome({ ...usual, ...outcome }, { attempts, now, retryAfterMs });
}

test.each<[string, Partial<SmtpOutcome>, string, string | null]>([
  ['taken', {}, 'handed', 'accepted'],
  ['no such user', { result: 'refused', about: 'recipient', code: '550 5.1.1' }, 'refused', 'refused'],
  ['no code', { result: 'refused', about: 'recipient', code: '550' }, 'refused', 'refused'],
  ['the body', { result: 'refused', about: 'body', code: '554 5.6.0' }, 'refused', 'refused'],
  ['policy', { result: 'refused', about: 'recipient', code: '550 5.7.1' }, 'deferred', 'policy'],
  ['policy of the body', { result: 'refused', about: 'body', code: '554 5.7.26' }, 'deferred', 'policy'],
  ['the sender', { result: 'refused', about: 'sender', code: '553 5.1.8' }, 'deferred', 'policy'],
  ['closing', { result: 'deferred', about: 'recipient', code: '421 4.3.2' }, 'deferred', 'policy'],
  ['grey-listed', { result: 'deferred', about: 'recipient', code: '451 4.7.1' }, 'deferred', 'deferred'],
  ['lost before', { result: 'lost', about: null, code: null }, 'lost', null],
  ['lost after', { result: 'lost', about: null, code: null, isMailGone: true }, 'uncertain', null],
])('%s: entered as it is', (_, outcome, what, pace) => {
  const { move, pace: told } = moveOf(outcome);
  expect([move.what, told]).toEqual([what, pace]);
});

test('a mail that is deferred again and again comes less and less often, for three days, and then by another channel', () => {
  const deferred = { result: 'deferred', about: 'recipient', code: '451 4.2.2' } as const;
  let waited = 0;
  let attempts = 1;
  let last = 0;
  for (; ; attempts++) {
    const { move } = moveOf(deferred, attempts);
    if (move.what === 'refused') break;
    const pause = move.dueAt! - now;
    expect(pause).toBeGreaterThanOrEqual(last);
    last = pause;
    waited += pause;
  }
  expect(waited / 86_400_000).toBeGreaterThan(2.5);
  expect(waited / 86_400_000).toBeLessThan(3.5);
  expect(retryPause(1)).toBe(60_000);
});

test('a pause that was chosen holds for all attempts, and their number stays', () => {
  const deferred = { result: 'deferred', code: '451' } as const;
  expect(moveOf(deferred, 1, 2000).move.dueAt).toBe(now + 2000);
  expect(moveOf(deferred, 9, 2000).move.dueAt).toBe(now + 2000);
  expect(moveOf(deferred, 50, 2000).move.what).toBe('refused');
});

test('a mail that breaks every connection stays open, further and further apart, and is never given up as a bounce', () => {
  for (const isMailGone of [true, false])
    for (const attempts of [1, 3, 12, 100]) {
      const { move } = moveOf({ result: 'lost', about: null, code: null, isMailGone }, attempts);
      expect(move.what).toBe(isMailGone ? 'uncertain' : 'lost');
      expect(move.dueAt).toBeGreaterThan(now);
    }
});
