import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase, openHome, openVault } from '../../../store/index.ts';
import { openOrCreateNotices } from '../../../store/notices/index.ts';
import { type History, noticeHistory } from './notice-history.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = openCase(openHome(folder), null, new Date('2026-11-23T10:00:00Z'));

const written = (mayJoin: boolean) =>
  fc.record({
    human: fc.nat(5),
    /** Which of his addresses stand in the row; none: his household's telephone alone, where that may be. */
    emails: mayJoin ? fc.subarray([0, 1]) : fc.subarray([0, 1], { minLength: 1 }),
    hasPhone: fc.boolean(),
    classes: fc.subarray(['Names', 'Passwords', 'Phone numbers'], { minLength: 1 }),
  });

const step = (mayJoin: boolean) =>
  fc.record({
    rows: fc.array(written(mayJoin), { maxLength: 5 }),
    /** Whether the telephone counts as somebody's own, so that who shares it is one person. */
    isPhoneOwn: mayJoin ? fc.boolean() : fc.constant(false),
    /** What becomes of the sends of its plan, one after the other; then again from the first. */
    outcomes: fc.array(fc.constantFrom('handed', 'bounced', 'open', 'bounced later'), {
      minLength: 1,
      maxLength: 7,
    }),
    order: fc.nat(1000),
  });

const histories = (mayJoin: boolean): fc.Arbitrary<History> =>
  fc.array(step(mayJoin), { minLength: 1, maxLength: 5 });

function run(history: History): ReturnType<typeof noticeHistory> {
  using vault = openVault(record);
  using notices = openOrCreateNotices(record);
  // nothing is killed here
  for (const { db } of [notices, vault]) db.pragma('synchronous = OFF');
  return noticeHistory(notices.db, vault, history);
}

test('nobody is missed and nobody is told the same twice, whatever comes in which order', () => {
  fc.assert(
    fc.property(histories(false), (history) => {
      const { missed, repeated } = run(history);
      expect({ missed, repeated }).toEqual({ missed: [], repeated: [] });
    }),
    { numRuns: 60 },
  );
});

test('nobody is missed where people were taken for one, or cannot be told apart', () => {
  fc.assert(
    fc.property(histories(true), (history) => {
      expect(run(history).missed).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
