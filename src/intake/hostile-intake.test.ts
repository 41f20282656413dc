/*
 * Evidence where something works against it: a case destroyed while it is taken, a file changed under its old date, the
 * same bytes in thousands of places, a reason of any length.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../store/index.ts';
import { findEvidence, handOutEvidence, listEvidence, takeEvidence } from './index.ts';

let folder: string;
let home: InstanceHome;
let record: CaseRecord;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-hostile-'));
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, new Date());
  path = join(folder, 'letter.txt');
  writeFileSync(path, 'as it was taken');
});
afterEach(() => rmSync(folder, { recursive: true }));

const by = { who: 'ada' };

test.each([true, false])(
  'nothing is taken into a case that was destroyed meanwhile (copy: %s)',
  async (copy) => {
    rmSync(record.folder, { recursive: true });
    await expect(takeEvidence(home, record, [path], { ...by, copy })).rejects.toMatchObject({
      code: 'CASE_DESTROYED',
    });
    expect(existsSync(record.folder)).toBe(false);
  },
);

test('a case that is destroyed while a file is copied is told as that, and is not made again', async () => {
  const onRead = () => rmSync(record.folder, { recursive: true, force: true });
  const taking = takeEvidence(home, record, [path], { ...by, copy: true, onRead });
  await expect(taking).rejects.toMatchObject({ code: 'CASE_DESTROYED' });
  expect(existsSync(record.folder)).toBe(false);
});

test('a file that was changed under its old size and date is had from its copy', async () => {
  await takeEvidence(home, record, [path], { ...by, copy: true });
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'as it is a LIE.');
  utimesSync(path, atime, mtime);
  const out = join(folder, 'out.txt');
  await handOutEvidence(home, record, findEvidence(record, 'E1'), { who: 'ada', why: 'asked', out });
  expect(readFileSync(out, 'utf8')).toBe('as it was taken');
});

test('a reason that the custody log cannot take is refused, and the next file is taken', async () => {
  const why = '\u0001'.repeat(125_000);
  await expect(takeEvidence(home, record, [path], { ...by, why })).rejects.toMatchObject({ code: 'USAGE' });
  expect(listEvidence(record)).toEqual([]);
  expect((await takeEvidence(home, record, [path], by)).files).toMatchObject([{ id: 'E1' }]);
});

test('the same bytes of more places than are entered at once are one evidence with all of them, once', async () => {
  const paths = Array.from({ length: 1500 }, (_, i) => join(folder, `empty-${i}`));
  for (const empty of paths) writeFileSync(empty, '');
  const { files } = await takeEvidence(home, record, [...paths, path, paths[0]!], by);
  expect([files[0]!.isKnown, files[1400]!.isKnown, files.at(-2)!.id]).toEqual([false, true, 'E2']);
  const [empties, letter] = listEvidence(record);
  expect(empties!.places.map((place) => place.path)).toEqual(paths);
  expect(letter).toMatchObject({ id: 'E2', path });
});
