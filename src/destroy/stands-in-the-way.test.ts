import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listCustody } from '../custody/index.ts';
import {
  appendEvent,
  type CaseRecord,
  findCase,
  type InstanceHome,
  lockCase,
  openCase,
  openHome,
  pendingPath,
} from '../store/index.ts';
import type { DestroyPlan } from './certificate.ts';
import { destroyCase, tell } from './destroy-case.ts';
import { madeUpPlan, scratch } from './destroyed-case.fixture.ts';
import { settleUnfinished } from './settle-unfinished.ts';

const folder = scratch();
const openedAt = new Date('2026-11-20T09:00:00Z');

function made(name: string): { home: InstanceHome; record: CaseRecord; other: CaseRecord } {
  const home = openHome(join(folder, name));
  const record = openCase(home, 'to go', openedAt);
  return { home, record, other: openCase(home, 'to stay', openedAt) };
}

function planOf({ case: id }: CaseRecord, changes: Partial<DestroyPlan> = {}): DestroyPlan {
  return { ...madeUpPlan, case: id, ...changes };
}

/** As after a kill at that step: nothing further is done. */
async function stoppedAt(step: string, home: InstanceHome, record: CaseRecord): Promise<void> {
  const onStep = (done: string): void => {
    if (done === step) throw new Error('stopped');
  };
  const copy = { ...record, key: Buffer.from(record.key) };
  await expect(destroyCase(home, copy, planOf(record), () => undefined, { onStep })).rejects.toThrow(
    'stopped',
  );
}

test('another key is refused while the record of any case cannot be read, and nothing changes', async () => {
  const { home, record, other } = made('unreadable');
  const path = join(other.folder, 'case.json');
  renameSync(path, `${path}.kept`);
  // a folder gives an error of reading to everybody, root too
  mkdirSync(path);
  const plan = planOf(record, { isKeyReplaced: true });
  const refused = destroyCase(home, record, plan, () => undefined);
  await expect(refused).rejects.toMatchObject({
    code: 'CASE_UNREADABLE',
    message: expect.stringContaining(other.case) as string,
  });
  expect(existsSync(join(home.path, 'key.next'))).toBe(false);
  expect(findCase(home, record.case)!.name).toBe('to go');
  rmSync(path, { recursive: true });
  renameSync(`${path}.kept`, path);
  const { passedOver } = await destroyCase(home, record, plan, () => undefined);
  expect(passedOver).toEqual([]);
  expect(findCase(openHome(home.path), other.case)!.key.equals(other.key)).toBe(true);
});

test('a record that is none is passed over by another key, and named', async () => {
  const { home, record, other } = made('none');
  writeFileSync(join(other.folder, 'case.json'), 'noise');
  const { passedOver } = await destroyCase(
    home,
    record,
    planOf(record, { isKeyReplaced: true }),
    () => undefined,
  );
  expect(passedOver).toEqual([other.case]);
});

test('the certificate says what was there when nobody could write into the case any more', async () => {
  const { home, record } = made('late');
  appendEvent(record, { kind: 'case.note', who: 'Ada Example', at: openedAt.toISOString(), body: {} });
  const planAgain = (): DestroyPlan => {
    expect(() => lockCase(record)).toThrow('another process is writing');
    return planOf(record, { people: { count: 7, min: 7, max: 7 } });
  };
  const { signed } = await destroyCase(home, record, planOf(record), () => undefined, { planAgain });
  expect(signed.certificate.gone.people!.count).toBe(7);
});

test('a damaged file of a destruction that was begun goes where the case is whole, and keeps no other', async () => {
  const { home, record, other } = made('whole');
  await stoppedAt('ready', home, record);
  await stoppedAt('key overwritten', home, other);
  writeFileSync(pendingPath(home.path, record.case), 'noise');
  expect(settleUnfinished(home).toSorted((a, b) => a.state.localeCompare(b.state))).toEqual([
    { case: other.case, state: 'destroyed' },
    { case: record.case, state: 'whole' },
  ]);
  const { signed } = await destroyCase(home, record, planOf(record), () => undefined);
  expect(signed.certificate.case.id).toBe(record.case);
  expect([...listCustody(home, () => null)].filter((entry) => entry.case === record.case)).toMatchObject([
    { result: 'begun' },
    { result: 'failed', who: 'Ada Example' },
    { result: 'begun' },
    { result: 'done' },
  ]);
});

test('a case whose key is gone goes, whatever became of the file, and is told as destroyed', async () => {
  const { home, record } = made('uncertified');
  await stoppedAt('key overwritten', home, record);
  const path = pendingPath(home.path, record.case);
  cpSync(path, `${path}.copy`);
  writeFileSync(path, 'noise');
  const aside = join(home.path, 'certificates', `${record.case}.pending.damaged`);
  expect(settleUnfinished(home)).toEqual([{ case: record.case, state: 'uncertified', path: aside }]);
  expect(settleUnfinished(home)).toEqual([]);
  expect(existsSync(record.folder)).toBe(false);
  expect(() => findCase(home, record.case)).toThrow('is damaged');
  // and a copy of it that is put back gives the certificate
  renameSync(`${path}.copy`, path);
  expect(settleUnfinished(home)).toEqual([{ case: record.case, state: 'destroyed' }]);
  expect((await tell(home, record.case)).signed.certificate.case.id).toBe(record.case);
});

test('a key that something else removed is not said to be overwritten', async () => {
  const { home, record } = made('missing');
  await stoppedAt('ready', home, record);
  rmSync(join(record.folder, 'case.json'));
  settleUnfinished(home);
  const { certificate } = (await tell(home, record.case)).signed;
  expect(certificate.verification).toContainEqual({ check: 'key-bytes-overwritten', holds: false });
  expect(certificate.verification).toContainEqual({ check: 'key-record-absent', holds: true });
  expect(certificate.method.keyCopies.map(({ where }) => where)).toContain('case-record-missing');
  expect(readFileSync(join(home.path, 'certificates', `${record.case}.pdf`)).length).toBeGreaterThan(0);
});
