/*
 * An event is written down with its entry in the custody log, or not at all; and one event never stands in the way of the
 * next.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCustody } from '../custody/index.ts';
import {
  appendEvents,
  type CaseRecord,
  hasCaseFolder,
  type InstanceHome,
  openCase,
  openHome,
  readEvents,
  removeCaseFiles,
  removeCaseKey,
} from '../store/index.ts';
import { recordEvents } from './record-event.ts';

let folder: string;
let home: InstanceHome;
let record: CaseRecord;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-record-'));
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, new Date());
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = (text: string) => ({
  kind: 'case.note',
  who: 'ada',
  at: '2026-11-23T09:00:00.000Z',
  body: { text },
});

const logged = () => [...listCustody(home, () => record.key)].map(({ what }) => what);

test('an event that the custody log cannot take is refused, and the next one is written', () => {
  expect(() => recordEvents(home, record, [note('\u0001'.repeat(125_000))])).toThrow('too long');
  expect(readEvents(record)).toEqual([]);
  expect(recordEvents(home, record, [note('next')])).toEqual([1]);
  expect(logged()).toEqual(['case.note']);
});

test('an entry of that size that an earlier version left pending is written cut', () => {
  const details = { text: '\u0001'.repeat(125_000) };
  const pending = { who: 'ada', case: record.case, what: 'case.note', result: 'done', details };
  appendEvents(record, [note('long')], () => pending);
  recordEvents(home, record, [note('next')]);
  expect(logged()).toEqual(['case.note', 'case.note']);
  const [cut] = listCustody(home, () => record.key);
  expect(cut!.details!['text']).toMatch(/… \(125000 characters\)$/u);
});

test.each([
  ['its key', () => removeCaseKey(home, record.case)],
  [
    'its folder',
    () => {
      removeCaseKey(home, record.case);
      removeCaseFiles(home, record.case);
    },
  ],
])('a case of which %s went meanwhile takes no event, and is not made again', (_, destroy) => {
  destroy();
  const before = hasCaseFolder(home, record.case);
  expect(() => recordEvents(home, record, [note('late')])).toThrow('was destroyed meanwhile');
  expect(() => appendEvents({ ...record, folder: join(folder, 'gone') }, [note('late')])).toThrow(
    'was destroyed meanwhile',
  );
  expect(hasCaseFolder(home, record.case)).toBe(before);
});
