import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openCase, openHome } from '../../../store/index.ts';
import {
  changeSends,
  countedTally,
  openNotices,
  readTally,
  returnedRows,
} from '../../../store/notices/index.ts';
import { madeUpPlan } from '../../../store/notices/made-up-plan.fixture.ts';
import { applyReturn, type ReportedFate } from './apply-return.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-returns-'));
const home = openHome(join(folder, 'home'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type What = ReportedFate['what'];

const whats: readonly What[] = ['bounced', 'full', 'policy', 'delayed', 'delivered', 'relayed', 'complaint'];

/** What holds in the end, whatever came first. */
function endOf(reports: readonly What[]): string {
  if (reports.includes('bounced')) return 'bounced';
  if (reports.includes('complaint')) return 'complained';
  if (reports.includes('delivered')) return 'delivered';
  return reports.includes('full') || reports.includes('policy') ? 'planned' : 'handed';
}

test('whatever comes back in whatever order, the same holds in the end, and nobody is lost', () => {
  const people = 400;
  const record = openCase(home, null, new Date());
  const plan = madeUpPlan(record, { people, channels: ['el', 'e', 'elsc'] });
  using notices = openNotices(record);
  const { db } = notices;
  const rows = returnedRows(db);
  const of = (sql: string, send: number) => db.prepare(sql).pluck().all(send) as string[];
  let next = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...whats), { maxLength: 7 }), (reports) => {
      const send = 1 + (next++ % people);
      changeSends(db, (moves) => {
        for (const what of ['leased', 'handed'] as const) moves.move({ send, what, at: 1 });
        for (const what of reports)
          applyReturn(moves, {
            send: rows.sendOf(send)!,
            fate: { what, code: null, reply: null },
            at: 2,
          });
      });
      const [state] = of('SELECT state FROM send WHERE send = ?', send);
      expect(state).toBe(endOf(reports));
      const [person] = of(
        'SELECT recipient.state FROM recipient JOIN send USING (recipient) WHERE send = ?',
        send,
      );
      const states = of(
        'SELECT state FROM send WHERE recipient = (SELECT recipient FROM send WHERE send = ?)',
        send,
      );
      const isTold = states.some((one) => ['handed', 'delivered', 'complained'].includes(one));
      const isOpen = states.some((one) => one === 'planned');
      expect(person).toBe(isTold ? 'told' : isOpen ? 'open' : 'unreachable');
      // who was told is not told once more over another channel
      expect(isTold && isOpen).toBe(false);
    }),
    { numRuns: people },
  );
  expect(readTally(db, plan)).toEqual(countedTally(db, plan));
});
