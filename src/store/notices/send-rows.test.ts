import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CaseRecord, openCase, openHome } from '../index.ts';
import { eventsOf } from './event-rows.ts';
import { madeUpPlan } from './made-up-plan.fixture.ts';
import { openNotices } from './open-notices.ts';
import { recipientOf } from './recipient-rows.ts';
import { changeSends } from './send-rows.ts';
import { nextSendState, type SendEvent, sendEvents, type SendState } from './send-states.ts';
import { countedTally, readTally } from './tally-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-sends-'));
const home = openHome(join(folder, 'home'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ledgerOf(people: number, channels: string[]): CaseRecord {
  const record = openCase(home, null, new Date());
  madeUpPlan(record, { people, channels });
  return record;
}

const sendRow = 'SELECT state, attempts, reply FROM send WHERE send = ?';

test('whatever is told of sends, states follow the table, events say how, and counts are those of the rows', () => {
  const moves = fc.array(
    fc.record({ send: fc.integer({ min: 1, max: 8 }), what: fc.constantFrom(...sendEvents) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 5 }), (told, atOnce) => {
      using notices = openNotices(ledgerOf(4, ['els', 'e', 'l', 'ec']));
      const { db } = notices;
      for (let i = 0; i < told.length; i += atOnce)
        changeSends(db, ({ move }) => {
          for (const { send, what } of told.slice(i, i + atOnce)) {
            const before = db.prepare(sendRow).get(send) as { state: SendState } | undefined;
            const wanted = before === undefined ? null : nextSendState(before.state, what);
            const moved = move({ send, what, at: i });
            expect(moved?.to ?? null).toBe(wanted);
          }
        });
      expect(readTally(db, 1)).toEqual(countedTally(db, 1));
      const sends = db.prepare('SELECT send, state, attempts FROM send').all() as {
        send: number;
        state: SendState;
        attempts: number;
      }[];
      for (const { send, state, attempts } of sends) {
        const events = eventsOf(db, send).map(({ what }) => what);
        const steps = events.filter((what) => what !== 'planned');
        expect(steps.reduce((at: SendState, what) => nextSendState(at, what)!, 'planned')).toBe(state);
        expect(events.filter((what) => what === 'leased')).toHaveLength(attempts);
      }
    }),
    { numRuns: 25 },
  );
});

test('what cannot happen in a state changes nothing and is not entered', () => {
  using notices = openNotices(ledgerOf(1, ['e']));
  const { db } = notices;
  const before = db.prepare('SELECT * FROM send').all();
  const wrong: SendEvent[] = ['refused', 'lost', 'uncertain', 'deferred', 'planned'];
  changeSends(db, ({ move }) => {
    for (const what of wrong) expect(move({ send: 1, what, at: 1 })).toBeNull();
    expect(move({ send: 99, what: 'leased', at: 1 })).toBeNull();
  });
  expect(db.prepare('SELECT * FROM send').all()).toEqual(before);
  expect(eventsOf(db, 1)).toEqual([]);
});

test('a bounce leads to the next channel, and the last one to a reason', () => {
  using notices = openNotices(ledgerOf(1, ['el']));
  const { db } = notices;
  changeSends(db, ({ move }) => {
    move({ send: 1, what: 'leased', at: 1 });
    expect(move({ send: 1, what: 'refused', at: 2 })).toMatchObject({ to: 'bounced', next: 'l' });
  });
  expect(recipientOf(db, 1)).toMatchObject({ channels: 'l', state: 'open' });
  expect(eventsOf(db, 2)).toMatchObject([{ what: 'planned' }]);
  changeSends(db, ({ move }) => {
    move({ send: 2, what: 'leased', at: 3 });
    move({ send: 2, what: 'handed', at: 4 });
  });
  expect(recipientOf(db, 1)).toMatchObject({ state: 'told' });
  changeSends(db, ({ move }) =>
    expect(move({ send: 2, what: 'bounced', at: 5 })).toMatchObject({ to: 'bounced', next: null }),
  );
  expect(recipientOf(db, 1)).toMatchObject({ channels: '', state: 'unreachable', why: 'bounced' });
  expect(readTally(db, 1)).toEqual([
    { what: 'e', state: 'bounced', count: 1 },
    { what: 'l', state: 'bounced', count: 1 },
    { what: 'notices', state: 'unreachable', count: 1 },
    { what: 'people', state: 'unreachable', count: 1 },
  ]);
});

test('an error in the middle leaves nothing of the transaction', () => {
  using notices = openNotices(ledgerOf(2, ['e']));
  const { db } = notices;
  const fails = () =>
    changeSends(db, ({ move }) => {
      move({ send: 1, what: 'leased', at: 1 });
      throw new Error('no more');
    });
  expect(fails).toThrow('no more');
  expect(eventsOf(db, 1)).toEqual([]);
  expect(readTally(db, 1)).toEqual(countedTally(db, 1));
});

test('a reply never keeps the address, nor what stands before its @', () => {
  using notices = openNotices(ledgerOf(1, ['e']));
  const { db } = notices;
  const reply = '550 5.1.1 <Ada.0@mail0.example.org>: ada.0 unknown; see postmaster@mail0.example.org';
  changeSends(db, ({ move }) => {
    move({ send: 1, what: 'leased', at: 1 });
    move({ send: 1, what: 'refused', at: 2, reply });
  });
  const kept = (db.prepare(sendRow).get(1) as { reply: string }).reply;
  expect(kept).toBe('550 5.1.1 <[address]>: [address] unknown; see [address]');
  expect(eventsOf(db, 1).at(-1)!.reply).toBe(kept);
});
