/*
 * A folder of one of everything, packed in itself three deep, is read whole: the report has a line for each
 * file, which says what it was and what it held.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import { packedOne } from '../../src/read/archives/archives.fixture.ts';
import { zipOf } from '../../src/read/office/office-file.fixture.ts';
import { tarOf } from '../../src/read/unpack/tar-writer.fixture.ts';
import type { ExposureReport, ReportFile } from '../../src/report/index.ts';
import {
  attachment,
  documentFiles,
  type MadeFiles,
  mailFiles,
  packedFiles,
  rarFile,
  tableFiles,
} from './one-of-everything.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const root = join(folder, 'case');

/** Path below the folder -> what the report must say of it. */
const expected = new Map<string, { format: string; holds: 'rows' | 'documents' | 'files' }>();
let report: ExposureReport;
let listed: Map<string, ReportFile>;

beforeAll(async () => {
  const mails = mailFiles();
  const documents = await documentFiles();
  const tables = await tableFiles(folder);
  const deepest = await packedOne('deepest.7z', [], contentsOf(mails));
  const inner = zipOf({ ...contentsOf(documents), 'deepest.7z': deepest });
  const members = [...Object.entries(contentsOf(tables)), ['inner.zip', inner] as const];
  const outer = gzipSync(tarOf(members.map(([name, content]) => ({ name, content }))));
  mkdirSync(join(root, 'more', 'and more'), { recursive: true });
  writeFileSync(join(root, 'backup.tar.gz'), outer);
  writeFileSync(join(root, 'more', 'old.rar'), rarFile);
  const packed = await packedFiles();
  for (const [name, { bytes }] of Object.entries(packed))
    writeFileSync(join(root, 'more', 'and more', name), bytes);

  expectContainer('backup.tar.gz', 'tar archive, gzip');
  expectAll('backup.tar.gz', tables);
  expectContainer('backup.tar.gz/inner.zip', 'zip archive');
  expectAll('backup.tar.gz/inner.zip', documents);
  expectContainer('backup.tar.gz/inner.zip/deepest.7z', '7z archive');
  expectAll('backup.tar.gz/inner.zip/deepest.7z', mails);
  expected.set(`backup.tar.gz/inner.zip/deepest.7z/${attachment.path}`, { format: 'CSV', holds: 'rows' });
  expectContainer('more/old.rar', 'rar archive');
  expected.set('more/old.rar/staff.csv', { format: 'CSV', holds: 'rows' });
  expectAll('more/and more', packed);

  report = await examine([root]);
  listed = new Map(
    [...report.inputs, ...report.inside].map((file) => [relative(root, file.path), file] as const),
  );
});

function contentsOf(files: MadeFiles): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, { bytes }]) => [name, bytes]));
}

function expectContainer(path: string, format: string): void {
  expected.set(path, { format, holds: 'files' });
}

function expectAll(below: string, files: MadeFiles): void {
  for (const [name, { format, holds }] of Object.entries(files))
    expected.set(`${below}/${name}`, { format, holds });
}

test('every file is listed, and no other', () => {
  expect([...listed.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
  expect(report.insideCount).toBe(report.inside.length);
});

test('each is called what it is', () => {
  const called = [...listed].map(([path, { format }]) => `${path}: ${format}`);
  expect(called.toSorted()).toEqual(
    [...expected].map(([path, { format }]) => `${path}: ${format}`).toSorted(),
  );
});

test('each was read to its end', () => {
  expect([...listed.values()].filter(({ complete }) => !complete)).toEqual([]);
  expect(report.skipped).toEqual([]);
});

test('each held what it was made to hold', () => {
  const empty = [...expected].filter(
    ([path, { holds }]) => holds !== 'files' && !((listed.get(path)?.[holds] ?? 0) > 0),
  );
  expect(empty).toEqual([]);
  const containers = [...expected].filter(([, { holds }]) => holds === 'files');
  expect(containers.map(([path]) => listed.get(path)?.rows)).toEqual(containers.map(() => 0));
  const staff = `backup.tar.gz/inner.zip/deepest.7z/${attachment.path}`;
  expect(listed.get(staff)?.rows).toBe(attachment.rows);
});

describe('the scanned letter', () => {
  const scan = join(folder, 'scan.pdf');
  beforeAll(async () => writeFileSync(scan, (await documentFiles())['scan.pdf']!.bytes));

  test('yields whose it is: name, NIR and address', async () => {
    const { tables, people, classes } = await examine([scan], { workers: 1 });
    const found = tables.find(({ name }) => name === 'people in documents');
    expect(found?.rows).toBe(1);
    const filled = found?.columns.filter((column) => column.filled === 1).map(({ name }) => name);
    for (const column of ['name', 'NIR', 'street address', 'postal code', 'place'])
      expect(filled).toContain(column);
    expect(people).toMatchObject({ min: 1, count: 1, max: 1 });
    const lost = classes.filter((entry) => entry.people === 1).map((entry) => entry.class);
    expect(lost).toEqual(expect.arrayContaining(['Names', 'Social security numbers', 'Physical addresses']));
  });

  test('is about the one who has its NIR in a table', async () => {
    const nirs = Array.from({ length: 20 }, (_, i) => 2_840_569_900_456 + i);
    const rows = nirs.map((nir, i) => `${i},${nir}${String(97 - (nir % 97)).padStart(2, '0')},Lyon`);
    const table = join(folder, 'insured.csv');
    writeFileSync(table, ['id,nir,ville', ...rows].join('\n'));
    expect((await examine([table], { workers: 1 })).people.count).toBe(20);
    expect((await examine([table, scan], { workers: 1 })).people.count).toBe(20);
    writeFileSync(table, ['id,nir,ville', ...rows.slice(1)].join('\n'));
    expect((await examine([table, scan], { workers: 1 })).people.count).toBe(20);
  });
});
