import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { appendCustody, renewCustody } from '../../custody/index.ts';
import { verifyCertificate } from '../../destroy/index.ts';
import { appendEvent, type CaseRecord, findCase, type InstanceHome, openHome } from '../../store/index.ts';
import { openCaseOf } from '../cases/index.ts';
import { destroyPlanned } from './destroy-planned.ts';
import { type DestructionPlan, planDestruction } from './plan-destruction.ts';
import { isOwnLogKey, verifyAgainstLog } from './verify-against-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-changed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const who = 'Ada Example';
const options = { areNamesKept: false, isKeyReplaced: false, why: null };

function made(name: string): { home: InstanceHome; record: CaseRecord } {
  const home = openHome(join(folder, name));
  return { home, record: openCaseOf(home, 'to go', {}, { who, now: new Date() }) };
}

function planned(home: InstanceHome, record: CaseRecord): DestructionPlan {
  return planDestruction(home, record, { who, role: 'owner' }, options);
}

test('what comes into the case after it was planned is not destroyed unseen', async () => {
  const { home, record } = made('note');
  const asked = planned(home, record);
  appendEvent(record, { kind: 'case.note', who, at: new Date().toISOString(), body: { text: 'late' } });
  await expect(destroyPlanned(home, record, asked)).rejects.toMatchObject({
    code: 'NOT_CONFIRMED',
    message: `the case ${record.case} changed meanwhile: look again`,
  });
  expect(findCase(home, record.case)!.key.equals(record.key)).toBe(true);
  await destroyPlanned(home, record, planned(home, record));
  expect(existsSync(record.folder)).toBe(false);
});

/** Anything that changes the log, so that it may be begun anew. */
function damageLog({ path }: InstanceHome): void {
  writeFileSync(join(path, 'custody', 'hashes'), '');
}

test('a certificate made before the log was begun anew holds by the log of its time', async () => {
  const { home, record } = made('renewed');
  const { destroyed } = await destroyPlanned(home, record, planned(home, record));
  const kept = readFileSync(join(home.path, 'custody', 'hashes'));
  damageLog(home);
  const { setAside } = renewCustody(home, { who, why: 'damaged' });
  const { signed } = destroyed;
  expect(isOwnLogKey(home.path, signed.publicKey)).toBe(true);
  expect(verifyCertificate(readFileSync(destroyed.path), signed.publicKey).ok).toBe(true);
  const lost = verifyAgainstLog(signed, home.path);
  expect(lost.problems).toEqual([]);
  expect(lost.remarks.join()).toContain('begun anew');
  expect(lost.holds.join()).not.toContain('the same entry');
  writeFileSync(join(setAside!, 'hashes'), kept);
  expect(verifyAgainstLog(signed, home.path).holds.join()).toContain(`${setAside}, holds the same entry`);
});

test('one made after that is still missed in a log that does not hold it', async () => {
  const { home } = made('after');
  damageLog(home);
  renewCustody(home, { who, why: 'damaged' });
  const record = openCaseOf(home, 'later', {}, { who, now: new Date() });
  const { destroyed } = await destroyPlanned(home, record, planned(home, record));
  expect(verifyAgainstLog(destroyed.signed, home.path).problems).toEqual([]);
  appendCustody(home, { who, case: null, what: 'user.add', result: 'done' });
  damageLog(home);
  expect(verifyAgainstLog(destroyed.signed, home.path).problems).not.toEqual([]);
});
