import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listCustody } from '../custody/index.ts';
import { openAge } from '../store/age/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../store/index.ts';
import { copyIdentity, copyPath } from './evidence-copy.ts';
import { handOutEvidence } from './hand-out-evidence.ts';
import { findEvidence, listEvidence, openEvidence, takeEvidence, verifyEvidence } from './index.ts';

let folder: string;
let home: InstanceHome;
let record: CaseRecord;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-intake-'));
  home = openHome(join(folder, 'home'));
  record = openCase(home, 'intake', new Date());
});
afterEach(() => rmSync(folder, { recursive: true }));

const letter = Buffer.from('Dear Ada Birchmere of ada@example.org, …\n'.repeat(5000));

function planted(name: string, bytes: Uint8Array = letter): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function logged(what: string): { on: string | undefined; result: string; hashes: unknown }[] {
  return [...listCustody(home, () => record.key)]
    .filter((entry) => entry.what === what)
    .map(({ on, result, hashes }) => ({ on, result, hashes }));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const by = { who: 'ada' };

async function stateOf(id: string): Promise<unknown> {
  const { places, copy, isSafe } = await verifyEvidence(record, findEvidence(record, id));
  return { places: places.map(({ state }) => state), copy: copy?.state ?? null, isSafe };
}

describe('a file taken as evidence', () => {
  test.each([true, false])('has its hash in the case and in the custody log (copy: %s)', async (copy) => {
    const path = planted('letter.txt');
    const { files, failed } = await takeEvidence(home, record, [path], {
      ...by,
      copy,
      source: 'police',
      why: 'asked',
    });
    expect(failed).toEqual([]);
    expect(files).toMatchObject([{ id: 'E1', path, isKnown: false, how: copy ? 'copy' : 'reference' }]);
    const [evidence] = listEvidence(record);
    expect(evidence).toMatchObject({
      sha256: sha256(letter),
      bytes: letter.length,
      source: 'police',
      who: 'ada',
    });
    expect(logged('evidence.take')).toEqual([{ on: 'E1', result: 'done', hashes: { E1: sha256(letter) } }]);
    expect(await stateOf('E1')).toEqual({
      places: ['unchanged'],
      copy: copy ? 'unchanged' : null,
      isSafe: true,
    });
  });

  test('rests as a sealed copy that only the key of the case opens', async () => {
    await takeEvidence(home, record, [planted('letter.txt')], { ...by, copy: true });
    const path = copyPath(record, 'E1');
    expect(readFileSync(path).includes('Birchmere')).toBe(false);
    using file = await openAge(path, [copyIdentity(record)]);
    expect(Buffer.concat([...file.stream()]).equals(letter)).toBe(true);
    const other = copyIdentity({ ...record, key: randomBytes(32) });
    await expect(openAge(path, [other])).rejects.toThrow('sealed to somebody else');
  });

  test('is one evidence however often and from wherever the same bytes come', async () => {
    const first = planted('letter.txt');
    const second = planted('again.txt');
    await takeEvidence(home, record, [first], by);
    const { files } = await takeEvidence(home, record, [second, first], { ...by, copy: true });
    expect(files.map(({ id, isKnown }) => [id, isKnown])).toEqual([
      ['E1', true],
      ['E1', true],
    ]);
    const [evidence, ...others] = listEvidence(record);
    expect(others).toEqual([]);
    expect(evidence).toMatchObject({ id: 'E1', path: first, how: 'copy' });
    expect(evidence!.places.map(({ path }) => path).toSorted()).toEqual([second, first].toSorted());
    expect(readdirSync(join(record.folder, 'evidence'))).toEqual(['E1.age']);
  });

  test('gets its copy back where that was lost, when the file is taken again', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    writeFileSync(copyPath(record, 'E1'), 'damaged');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    expect(await stateOf('E1')).toEqual({ places: ['unchanged'], copy: 'unchanged', isSafe: true });
  });

  test('is entered once where nothing about it is new', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], by);
    await takeEvidence(home, record, [path], by);
    expect(logged('evidence.take')).toHaveLength(1);
  });

  test('gets its number after those that are there, whatever cannot be read in between', async () => {
    await takeEvidence(home, record, [planted('a', Buffer.from('a'))], by);
    const { files, failed } = await takeEvidence(
      home,
      record,
      [planted('b', Buffer.from('b')), join(folder, 'gone'), planted('c', Buffer.alloc(0))],
      { ...by, copy: true },
    );
    expect(files.map(({ id }) => id)).toEqual(['E2', 'E3']);
    expect(failed).toEqual([{ path: join(folder, 'gone'), reason: 'it is not there any more' }]);
  });
});

describe('evidence is told as', () => {
  test('changed, where its file was changed and nobody has a copy', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], by);
    appendFileSync(path, '!');
    expect(await stateOf('E1')).toEqual({ places: ['changed'], copy: null, isSafe: false });
  });

  test('missing but safe, where its file is gone and a copy is whole', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    rmSync(path);
    expect(await stateOf('E1')).toEqual({ places: ['missing'], copy: 'unchanged', isSafe: true });
  });

  test('changed with the place, where a byte of its copy was flipped', async () => {
    await takeEvidence(home, record, [planted('letter.txt')], { ...by, copy: true });
    const copy = readFileSync(copyPath(record, 'E1'));
    copy[150_000]! ^= 1;
    writeFileSync(copyPath(record, 'E1'), copy);
    const verified = await verifyEvidence(record, findEvidence(record, 'E1'));
    expect(verified.isSafe).toBe(false);
    expect(verified.copy).toMatchObject({ state: 'changed' });
    expect(verified.copy!.what).toMatch(
      /the copy of E1 is damaged: chunk 3 was changed, within bytes \d+ to \d+/u,
    );
  });

  test('lost, where somebody put another copy in its place', async () => {
    await takeEvidence(home, record, [planted('a', Buffer.from('a')), planted('b', Buffer.from('b'))], {
      ...by,
      copy: true,
    });
    copyFileSync(copyPath(record, 'E2'), copyPath(record, 'E1'));
    expect(await stateOf('E1')).toEqual({ places: ['unchanged'], copy: 'changed', isSafe: false });
  });
});

describe('evidence is opened', () => {
  test('from where it was taken as long as that is unchanged, then from its copy', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    const open = async () => {
      const [opened] = await openEvidence(home, record, listEvidence(record), by);
      return { path: opened!.path, isSealed: opened!.seal !== null };
    };
    expect(await open()).toEqual({ path, isSealed: false });
    utimesSync(path, 1, 1);
    expect(await open()).toEqual({ path, isSealed: false });
    renameSync(path, join(folder, 'elsewhere'));
    writeFileSync(path, Buffer.alloc(letter.length));
    expect(await open()).toEqual({ path: copyPath(record, 'E1'), isSealed: true });
    expect(logged('evidence.open').map(({ on, result }) => [on, result])).toEqual([
      ['E1', 'begun'],
      ['E1', 'begun'],
      ['E1', 'begun'],
    ]);
  });

  test('not at all where it can be had nowhere, and the log has that too', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], by);
    rmSync(path);
    await expect(openEvidence(home, record, listEvidence(record), by)).rejects.toMatchObject({
      code: 'EVIDENCE_CHANGED',
      message: expect.stringContaining('the evidence E1 cannot be read') as string,
    });
    expect(logged('evidence.open').map(({ result }) => result)).toEqual(['failed']);
  });

  test('into a file that holds what was taken, for a reason that the log has', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    rmSync(path);
    const out = join(folder, 'out.txt');
    await handOutEvidence(home, record, findEvidence(record, 'E1'), {
      who: 'ada',
      why: 'the court asks',
      out,
    });
    expect(readFileSync(out).equals(letter)).toBe(true);
    expect(logged('evidence.open').map(({ result }) => result)).toEqual(['begun', 'done']);
  });

  test('into no file where its copy was changed', async () => {
    const path = planted('letter.txt');
    await takeEvidence(home, record, [path], { ...by, copy: true });
    rmSync(path);
    const copy = readFileSync(copyPath(record, 'E1'));
    copy[copy.length - 1]! ^= 1;
    writeFileSync(copyPath(record, 'E1'), copy);
    const out = join(folder, 'out.txt');
    const handing = handOutEvidence(home, record, findEvidence(record, 'E1'), { who: 'ada', why: 'x', out });
    await expect(handing).rejects.toMatchObject({ code: 'SEALED_DAMAGED' });
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
    expect(logged('evidence.open').map(({ result }) => result)).toEqual(['begun', 'failed']);
  });
});

test('what a killed process left of a copy goes with a later one, but not while it is being written', async () => {
  await takeEvidence(home, record, [planted('a', Buffer.from('a'))], { ...by, copy: true });
  const left = join(record.folder, 'evidence', '.next.age.1.partial');
  const live = join(record.folder, 'evidence', '.next.age.2.partial');
  for (const path of [left, live]) writeFileSync(path, 'noise');
  utimesSync(left, 1, 1);
  await takeEvidence(home, record, [planted('b', Buffer.from('b'))], { ...by, copy: true });
  expect([existsSync(left), existsSync(live)]).toEqual([false, true]);
});
