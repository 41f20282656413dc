/*
 * Evidence is read from its sealed copies when the files themselves are gone: the report is the same, whatever kind of
 * file it is, and however deep something lies inside of it.
 */
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine, takeDelivery, takeFiles } from '../../src/pipeline/index.ts';
import { packedOne } from '../../src/read/archives/archives.fixture.ts';
import { zipOf } from '../../src/read/office/office-file.fixture.ts';
import { tarOf } from '../../src/read/unpack/tar-writer.fixture.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { copyPath, listEvidence } from '../../src/intake/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../src/store/index.ts';
import {
  documentFiles,
  mailFiles,
  type MadeFiles,
  packedFiles,
  tableFiles,
} from '../examine/one-of-everything.fixture.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const root = join(folder, 'leak');
const who = 'ada';

let home: InstanceHome;
let record: CaseRecord;
let before: ExposureReport;

beforeAll(async () => {
  for (const name of ['plain', 'packed', 'scratch']) mkdirSync(join(root, name), { recursive: true });
  const contents = [
    await tableFiles(join(root, 'scratch')),
    withoutPictures(await documentFiles()),
    mailFiles(),
  ];
  rmSync(join(root, 'scratch'), { recursive: true });
  const files = contents.flatMap((made) =>
    Object.entries(made).map(([name, { bytes }]) => [name, bytes] as const),
  );
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(root, 'plain', name)), { recursive: true });
    writeFileSync(join(root, 'plain', name), bytes);
  }
  for (const [name, { bytes }] of Object.entries(await packedFiles()))
    writeFileSync(join(root, 'packed', name), bytes);
  const deepest = await packedOne(
    'deepest.7z',
    [],
    Object.fromEntries(files.filter(([name]) => /pdf|sqlite|csv/u.test(name) && !/scan/u.test(name))),
  );
  const inner = zipOf({ 'deepest.7z': deepest });
  writeFileSync(
    join(root, 'packed', 'backup.tar.gz'),
    gzipSync(tarOf([{ name: 'inner.zip', content: inner }])),
  );
  for (const [part, from] of [deepest.length / 3, (deepest.length * 2) / 3, deepest.length].entries())
    writeFileSync(join(root, `parts.7z.00${part + 1}`), deepest.subarray((part * deepest.length) / 3, from));
  await plantSample(join(root, 'customers.sql'), { seed: 31, people: 2000, sizeBytes: 6_000_000 });
  before = await examine([root]);
  home = openHome(join(folder, 'home'));
  record = openCase(home, 'copies', new Date());
  const { failed } = await takeFiles(home, record, [root], { who, copy: true });
  if (failed.length > 0) throw new Error(`not taken: ${failed[0]!.path}`);
  rmSync(root, { recursive: true });
}, 300_000);

/** Each is read by OCR, which takes seconds; pictures are in documents too. */
function withoutPictures(files: MadeFiles): MadeFiles {
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => !/\.(?:png|jpe?g|tiff?|bmp|gif)$/u.test(name)),
  );
}

/** All but how long it took. */
function told(report: ExposureReport): object {
  return { ...report, seconds: 0, megabytesPerSecond: 0 };
}

describe('a case whose files are gone', () => {
  test('is examined from the sealed copies, to the same report', async () => {
    expect(before.inputs.length).toBeGreaterThan(45);
    expect(before.inputs.some(({ path }) => path.endsWith('parts.7z.003'))).toBe(true);
    const { report } = await takeDelivery(home, record, [], { who });
    expect(told(report)).toEqual(told(before));
  }, 300_000);

  test('has nothing more to examine then', async () => {
    await expect(takeDelivery(home, record, [], { who })).rejects.toMatchObject({ code: 'NOTHING_READABLE' });
  });

  test('tells where a copy was changed, and reads what is sound before and behind it', async () => {
    const other = openCase(home, 'changed', new Date());
    const path = join(folder, 'dump.sql');
    const { people } = await plantSample(path, { seed: 32, people: 4000, sizeBytes: 12_000_000 });
    await takeFiles(home, other, [path], { who, copy: true });
    rmSync(path);
    const [evidence] = listEvidence(other);
    const copy = readFileSync(copyPath(other, evidence!.id));
    copy[9_000_000]! ^= 1;
    writeFileSync(copyPath(other, evidence!.id), copy);
    const { report } = await takeDelivery(home, other, [], { who });
    expect(report.inputs).toMatchObject([{ path, complete: false, sha256: '' }]);
    const damaged = report.skipped.find(({ reason }) => reason.includes('sealed copy'));
    expect(damaged!.reason).toMatch(
      /^its sealed copy is damaged: chunk 138 was changed, within bytes \d+ to \d+$/u,
    );
    expect(report.people.count).toBeGreaterThan(people.length / 2);
    expect(report.people.count).toBeLessThan(people.length);
  }, 300_000);
});

describe('evidence by reference', () => {
  const csv = 'id,name,email\n1,Ada Birchmere,ada@example.org\n2,Bea Coldwick,bea@example.org\n';

  test('is whole though its file was touched, and is read from another path where the first is gone', async () => {
    const other = openCase(home, 'touched', new Date());
    const [first, second] = ['first.csv', 'second.csv'].map((name) => join(folder, name)) as [string, string];
    for (const path of [first, second]) writeFileSync(path, csv);
    await takeFiles(home, other, [first, second], { who });
    rmSync(first);
    utimesSync(second, 1000, 1000);
    const { report } = await takeDelivery(home, other, [], { who });
    expect(report.inputs).toMatchObject([{ path: second, complete: true, rows: 2 }]);
    expect(report.people.count).toBe(2);
  });

  test('that is gone or changed is told as not read, and the rest is read', async () => {
    const other = openCase(home, 'gone', new Date());
    const paths = ['gone.csv', 'changed.csv', 'there.csv'].map((name) => join(folder, name));
    paths.forEach((path, i) => writeFileSync(path, csv + String(i).repeat(i)));
    await takeFiles(home, other, paths, { who });
    rmSync(paths[0]!);
    writeFileSync(paths[1]!, csv);
    const { report } = await takeDelivery(home, other, [], { who });
    const unread = report.inputs.filter(({ format }) => format === 'not read');
    expect(unread.map(({ path }) => path).toSorted()).toEqual(paths.slice(0, 2).toSorted());
    for (const { note } of unread)
      expect(note).toContain('taken by reference, and the file was changed or moved');
    expect(report.people.count).toBe(2);
  });

  test('is entered by the examination itself, once', async () => {
    const other = openCase(home, 'by itself', new Date());
    const path = join(folder, 'itself.csv');
    writeFileSync(path, csv);
    for (let i = 0; i < 2; i++) await takeDelivery(home, other, [path], { who, source: 'the press' });
    expect(listEvidence(other)).toMatchObject([{ id: 'E1', path, how: 'reference', source: 'the press' }]);
    expect(listEvidence(other)[0]!.places).toHaveLength(1);
  });

  test('is copied before it is examined where that is asked for', async () => {
    const other = openCase(home, 'kept', new Date());
    const path = join(folder, 'kept.csv');
    writeFileSync(path, csv);
    await takeDelivery(home, other, [path], { who, copy: true });
    expect(listEvidence(other)).toMatchObject([{ id: 'E1', path, how: 'copy' }]);
  });
});
