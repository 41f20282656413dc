import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isTocsinError } from '../base/index.ts';
import { appendEvent, appendEvents, lockEvents, readEvents, settlePending } from './case-events.ts';

let record: { case: string; folder: string; key: Buffer };
beforeEach(() => {
  record = {
    case: '2026-abc123',
    folder: mkdtempSync(join(tmpdir(), 'tocsin-events-')),
    key: randomBytes(32),
  };
});
afterEach(() => rmSync(record.folder, { recursive: true, force: true }));

const note = (text: string) => ({
  kind: 'case.note',
  who: 'ada',
  at: '2026-11-23T09:00:00.000Z',
  body: { text },
});

test('events come back in the order they were written, with what they say', () => {
  expect(readEvents(record)).toEqual([]);
  expect(appendEvent(record, note('one'))).toBe(1);
  expect(appendEvents(record, [note('two'), note('three')])).toEqual([2, 3]);
  expect(readEvents(record)).toEqual([
    { number: 1, ...note('one') },
    { number: 2, ...note('two') },
    { number: 3, ...note('three') },
  ]);
});

test('of several events that are written at once none is there if one fails', () => {
  const unwritable = { ...note(''), body: { count: 1n } };
  expect(() => appendEvents(record, [note('one'), unwritable])).toThrow(TypeError);
  expect(readEvents(record)).toEqual([]);
});

test('no file in the folder holds what an event says', () => {
  appendEvent(record, note('the telephone of Mrs Example'));
  for (const name of readdirSync(record.folder)) {
    const bytes = readFileSync(join(record.folder, name)).toString('latin1');
    expect(bytes).not.toMatch(/telephone|case\.note|SQLite/u);
    expect(statSync(join(record.folder, name)).mode & 0o777).toBe(0o600);
  }
});

test.each([
  ['another key', () => void (record.key = randomBytes(32))],
  ['other bytes', () => writeFileSync(join(record.folder, 'case.db'), randomBytes(8192))],
])('%s in the place of its own is told as damage', (_, change) => {
  appendEvent(record, note('one'));
  change();
  let code = '';
  try {
    readEvents(record);
  } catch (error) {
    code = isTocsinError(error) ? error.code : String(error);
  }
  expect(code).toBe('CASE_DAMAGED');
});

test('what is pending is said once, and again where saying it failed', () => {
  const said: string[] = [];
  const say = (pending: object) => void said.push((pending as { what: string }).what);
  appendEvents(record, [note('one'), note('two')], () => ({ what: 'case.note' }));
  appendEvent(record, note('three'));
  const failing = () => {
    throw new Error('disk full');
  };
  expect(() => settlePending(record, failing)).toThrow('disk full');
  settlePending(record, say);
  settlePending(record, say);
  expect(said).toEqual(['case.note', 'case.note']);
});

test('while the events are locked none is written, and they can be read', () => {
  appendEvent(record, note('one'));
  {
    using _ = lockEvents(record);
    expect(readEvents(record).length).toBe(1);
    expect(() => lockEvents(record)).toThrow('another process is writing');
  }
  expect(appendEvent(record, note('two'))).toBe(2);
});
