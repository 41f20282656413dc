import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCase, openHome } from '../index.ts';
import { madeUpPlan } from './made-up-plan.fixture.ts';
import { openNotices } from './open-notices.ts';
import { currentPlan, isBegun, removePlan } from './plan-rows.ts';
import { recipientOf, recipientsBatch } from './recipient-rows.ts';
import { variantsOf } from './variant-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-notices-'));
const home = openHome(join(folder, 'home'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('recipients are read back in order, by the batch, as they were written', () => {
  const record = openCase(home, null, new Date());
  const plan = madeUpPlan(record, { people: 1001, channels: ['el', 's', ''], variants: 3 });
  using notices = openNotices(record);
  const read = [];
  for (let after = 0; ; after = read.at(-1)!.recipient) {
    const batch = recipientsBatch(notices.db, plan, after, 300);
    read.push(...batch);
    if (batch.length < 300) break;
  }
  expect(read.map(({ person }) => person)).toEqual(Array.from({ length: 1001 }, (_, i) => i));
  expect(recipientOf(notices.db, 1)).toEqual({
    recipient: 1,
    plan,
    person: 0,
    variant: 1,
    channels: 'el',
    why: null,
    name: 'Ada Exemple 0',
    addressee: null,
    email: 'ada.0@mail0.example.org',
    phone: null,
    lines: ['1 rue du Modèle', '10000 EXEMPLEVILLE'],
    country: 'FR',
    customer: null,
    salt: 0,
    state: 'open',
  });
  expect(recipientOf(notices.db, 5000)).toBeNull();
});

test('a plan counts its first sends, its notices and its people, and says how many share a text', () => {
  const record = openCase(home, null, new Date());
  const plan = madeUpPlan(record, { people: 100, channels: ['el', 's', ''], variants: 3 });
  using notices = openNotices(record);
  expect(notices.db.prepare('SELECT what, state, count FROM tally').raw().all()).toEqual([
    ['e', 'planned', 34],
    ['notices', 'open', 67],
    ['notices', 'unreachable', 33],
    ['people', 'open', 67],
    ['people', 'unreachable', 33],
    ['s', 'planned', 33],
  ]);
  expect(variantsOf(notices.db, plan).map(({ people }) => people)).toEqual([34, 33, 33]);
});

test('a plan that is not begun goes with all that hangs on it, and one of which something was leased is begun', () => {
  const record = openCase(home, null, new Date());
  const plan = madeUpPlan(record, { people: 10 });
  using notices = openNotices(record);
  const { db } = notices;
  expect(isBegun(db, plan)).toBe(false);
  db.prepare(`UPDATE send SET state = 'leased' WHERE send = 3`).run();
  expect(isBegun(db, plan)).toBe(true);
  removePlan(db, plan);
  expect(currentPlan(db)).toBeNull();
  for (const table of ['send', 'recipient', 'variant', 'approval', 'tally', 'known_by'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});
