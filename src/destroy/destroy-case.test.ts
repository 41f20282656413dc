import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { custodyFolder, custodyHead, listCustody, verifyCustody } from '../custody/index.ts';
import { appendEvent, beginLoad, type CaseRecord, findCase, openCase, openHome } from '../store/index.ts';
import { destroyCase } from './destroy-case.ts';
import { destroyedCase, madeUpPlan, scratch } from './destroyed-case.fixture.ts';

const folder = scratch();

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function made(name: string): { home: ReturnType<typeof openHome>; record: CaseRecord } {
  const home = openHome(join(folder, name));
  return { home, record: openCase(home, 'made up', new Date('2026-11-20T09:00:00Z')) };
}

test('neither the key, as it was wrapped or as it is, nor a file of the case is anywhere afterwards', async () => {
  const { home, record } = made('gone');
  const wrapped = JSON.parse(readFileSync(join(record.folder, 'case.json'), 'utf8')) as { key: string };
  const key = Buffer.from(record.key);
  appendEvent(record, {
    kind: 'case.note',
    who: 'Ada Example',
    at: '2026-11-20T09:00:00Z',
    body: { text: 'x' },
  });
  await destroyCase(home, record, { ...madeUpPlan, case: record.case }, () => undefined);
  const left = filesUnder(home.path);
  for (const path of left)
    for (const bytes of [key, Buffer.from(wrapped.key), Buffer.from(wrapped.key, 'base64')])
      expect(readFileSync(path).includes(bytes)).toBe(false);
  expect(left.filter((path) => path.includes(join('cases', '')))).toEqual([]);
  expect(record.key.equals(Buffer.alloc(32))).toBe(true);
});

test('the certificate lists what was there, and the log holds its hash', async () => {
  const { home, destroyed } = await destroyedCase(join(folder, 'listed'));
  const { certificate, log } = destroyed.signed;
  expect(certificate.gone.files.map(({ path }) => path)).toEqual(['case.json', 'vault.db']);
  expect(certificate.gone.people).toEqual(madeUpPlan.people);
  expect(certificate.steps.map(({ step }) => step)).toEqual([
    'begun',
    'key overwritten',
    'key record removed',
    'files removed',
    'checked',
  ]);
  expect(certificate.verification.every(({ holds }) => holds)).toBe(true);
  const entries = [...listCustody(home, () => null)];
  expect(entries.map(({ number, what, result }) => [number, what, result])).toEqual([
    [log.begun, 'destroy', 'begun'],
    [log.done, 'destroy', 'done'],
  ]);
  expect(verifyCustody(custodyFolder(home.path), { known: custodyHead(home) }).ok).toBe(true);
});

test('an instance key that is replaced opens what stays, and the old one opens nothing', async () => {
  const path = join(folder, 'replaced');
  const stays = openCase(openHome(path), 'to stay', new Date('2026-11-20T09:00:00Z'));
  const old = openHome(path);
  const { destroyed } = await destroyedCase(path, { isKeyReplaced: true });
  expect(findCase(openHome(path), stays.case)!.key.equals(stays.key)).toBe(true);
  expect(() => findCase(old, stays.case)).toThrow('does not open');
  expect(() => openCase(old, 'with the old key', new Date())).toThrow('replaced meanwhile');
  expect(destroyed.signed.certificate.method.keyCopies.map(({ where }) => where)).toContain('instance-key');
  for (const file of filesUnder(path)) expect(readFileSync(file).includes(old.key)).toBe(false);
});

test('a case that somebody writes into stays, and nothing is begun', async () => {
  const { home, record } = made('busy');
  using load = beginLoad(record);
  expect(load.deliveries).toEqual([]);
  const plan = { ...madeUpPlan, case: record.case };
  await expect(destroyCase(home, record, plan, () => undefined)).rejects.toMatchObject({ code: 'CASE_BUSY' });
  expect(findCase(home, record.case)!.name).toBe('made up');
  expect(existsSync(join(home.path, 'certificates'))).toBe(false);
  expect(custodyHead(home)?.size ?? 0).toBe(0);
});

test('of two that destroy a case at once one does, and the other is told', async () => {
  const { home, record } = made('twice');
  const again = { ...record, key: Buffer.from(record.key) };
  const plan = { ...madeUpPlan, case: record.case };
  const [one, other] = await Promise.allSettled([
    destroyCase(home, record, plan, () => undefined),
    destroyCase(home, again, plan, () => undefined),
  ]);
  expect([one.status, other.status]).toEqual(['fulfilled', 'rejected']);
  const registered: string[] = [];
  const late = destroyCase(home, again, plan, () => void registered.push('again'));
  await expect(late).rejects.toMatchObject({ code: 'CASE_DESTROYED' });
  expect(registered).toEqual([]);
  expect([...listCustody(home, () => null)].map(({ result }) => result)).toEqual(['begun', 'done']);
});

test('a vault that is damaged does not stand in the way', async () => {
  const { home, record } = made('damaged');
  writeFileSync(join(record.folder, 'vault.db'), 'no vault');
  const plan = { ...madeUpPlan, case: record.case, people: null };
  const { signed } = await destroyCase(home, record, plan, () => undefined);
  expect(signed.certificate.gone.people).toBe(null);
  expect(existsSync(record.folder)).toBe(false);
});

test('names stand in the certificate only where they were asked for', async () => {
  const { destroyed } = await destroyedCase(join(folder, 'named'), { name: 'made up' });
  expect(readFileSync(destroyed.path, 'utf8')).toContain('made up');
  const { home, destroyed: silent } = await destroyedCase(join(folder, 'silent'));
  expect(readFileSync(silent.path, 'utf8')).not.toContain('made up');
  expect(() => findCase(home, silent.case)).toThrow(`was destroyed: its certificate is ${silent.path}`);
});
