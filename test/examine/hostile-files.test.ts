/*
 * Files made to do harm, to the disk, to memory, to patience or to the reader of the report: each is a line that
 * says what is wrong with it, and the file beside it is read as if it were alone.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { examine, type ExamineOptions } from '../../src/pipeline/index.ts';
import { packedOne, tarEnd, tarMember, zipOf } from '../../src/read/archives/archives.fixture.ts';
import { writePdf } from '../../src/read/pdf/pdf-file.fixture.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { runTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
let folders = 0;

const csv = `id,email,name\n${Array.from({ length: 40 }, (_, i) => `${i},person${i}@example.org,Ada Elm ${i}`).join('\n')}\n`;
const megabyte = Buffer.alloc(1 << 20);

/** A folder of its own with these files, and an honest one. */
function made(files: Record<string, string | Uint8Array>): string {
  const inside = join(folder, String(folders++));
  for (const [name, content] of Object.entries({ ...files, 'honest.csv': csv })) {
    mkdirSync(dirname(join(inside, name)), { recursive: true });
    writeFileSync(join(inside, name), content);
  }
  return inside;
}

interface Seen {
  report: ExposureReport;
  /** Why each file was not read whole, by path. */
  reasons: Record<string, string>;
}

/** Whatever lies beside it, the honest file is read, and everybody in it is counted. */
async function see(files: Record<string, string | Uint8Array>, options: ExamineOptions = {}): Promise<Seen> {
  const inside = made(files);
  const report = await examine([inside], options);
  const lines = [...report.inputs, ...report.inside].map(({ path, ...line }) => ({
    ...line,
    path: path.slice(inside.length + 1),
  }));
  expect(lines.find(({ path }) => path === 'honest.csv')).toMatchObject({ rows: 40, complete: true });
  expect(report.people.max).toBeGreaterThanOrEqual(40);
  const reasons = Object.fromEntries(
    lines.flatMap(({ path, note, complete }) => (complete ? [] : [[path, note ?? '']])),
  );
  return { report, reasons };
}

function deflated(path: string, content: Uint8Array) {
  const data = deflateRawSync(content);
  return { path, data, method: 8, crc: crc32(content), sizeBytes: content.length };
}

describe('bombs', () => {
  test('zips in zips in zips end at the limit, and are told with what raises it', async () => {
    const leaf = zipOf(Array.from({ length: 8 }, (_, i) => deflated(`${i}.bin`, megabyte)));
    const middle = zipOf(Array.from({ length: 8 }, (_, i) => deflated(`${i}.zip`, leaf)));
    const { reasons } = await see(
      { 'bomb.zip': zipOf(Array.from({ length: 8 }, (_, i) => deflated(`${i}.zip`, middle))) },
      { maxUnpackedBytes: 20_000_000 },
    );
    expect(Object.values(reasons).join('\n')).toMatch(/unpacks to more than .* --max-unpacked/u);
  });

  test('a gzip file of more than a gigabyte of zeros is read as far as an honest one may go', async () => {
    const packed = gzipSync(Buffer.alloc(64 << 20));
    const { report, reasons } = await see({
      'zeros.gz': Buffer.concat(Array.from({ length: 17 }, () => packed)),
    });
    const zeros = report.inputs.find(({ path }) => path.endsWith('zeros.gz'));
    expect(zeros?.format).toBe('binary, gzip');
    expect(reasons).toEqual({ 'zeros.gz': expect.stringMatching(/made to fill disks/u) as string });
    expect(report.skipped[0]!.bytes).toBeGreaterThanOrEqual(2 ** 30);
  });

  test('a zip whose members all lie in the same bytes is no bigger than it looks', async () => {
    const kernel = deflated('0', Buffer.alloc(4 << 20));
    const others = Array.from({ length: 3000 }, (_, i) => ({
      ...kernel,
      path: `${i + 1}`,
      at: 0,
      onlyNamed: true,
    }));
    const { reasons } = await see(
      { 'overlap.zip': zipOf([kernel, ...others]) },
      { maxUnpackedBytes: 50_000_000 },
    );
    expect(Object.keys(reasons).length).toBeGreaterThan(0);
    expect(Object.values(reasons).every((reason) => /\w/u.test(reason))).toBe(true);
  });

  test('gzip in gzip without end stops at a depth', async () => {
    let nested = gzipSync(csv);
    for (let i = 0; i < 40; i++) nested = gzipSync(nested);
    const { reasons } = await see({ 'deep.gz': nested });
    expect(reasons).toEqual({ 'deep.gz': expect.stringMatching(/containers deep/u) as string });
  });

  test('entities that stand for entities that stand for entities are not written out', async () => {
    const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">${entities.join('')}]><d><p><mail>x@example.net</mail><note>&e30;</note></p><p><mail>y@example.net</mail><note>z</note></p></d>`;
    const { report } = await see({ 'laughs.xml': xml });
    expect(report.tables.find(({ name }) => name === 'p')?.rows).toBe(2);
  });

  test('a PDF of streams inside streams, and one that refers to itself, end', async () => {
    const unpacked = deflateSync(Buffer.alloc(60 << 20, 'q '));
    let stream: Buffer = deflateSync(unpacked);
    for (let i = 0; i < 5; i++) stream = deflateSync(stream);
    const filters = '/FlateDecode '.repeat(7);
    const head = Buffer.from(
      `<</Type/ObjStm/N 99999999/First 10/Extends 4 0 R/Filter[${filters}]/Length ${stream.length}>>stream\n`,
    );
    const streams = Buffer.concat([head, stream, Buffer.from('\nendstream')]);
    const { reasons } = await see({
      'streams.pdf': writePdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
        streams,
      ]),
      'loop.pdf': writePdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 900000000/Kids[2 0 R 2 0 R]>>',
      ]),
    });
    expect(reasons['loop.pdf']).toMatch(/\w/u);
  });
});

describe('what the names say', () => {
  const names = [
    '../../escaped.csv',
    '/tmp/escaped.csv',
    'a/../../escaped.csv',
    '..\\..\\escaped.csv',
    '~/.profile',
  ];

  test.each(['zip', 'tar'])('a path out of the folder in a %s is a name and nothing else', async (kind) => {
    const content = Buffer.from(csv.replaceAll('person', 'other'));
    const archive =
      kind === 'zip'
        ? zipOf(names.map((path) => deflated(path, content)))
        : Buffer.concat([...names.map((path) => tarMember(path, content)), tarEnd]);
    const { report } = await see({ [`names.${kind}`]: archive });
    expect(report.inside.filter(({ rows }) => rows === 40)).toHaveLength(names.length);
    expect(report.people.count).toBe(80);
    expect(existsSync('/tmp/escaped.csv')).toBe(false);
    expect(readdirSync(dirname(folder)).filter((name) => name.includes('escaped'))).toEqual([]);
  });

  test('a link in an archive is told and not followed', async () => {
    const link = tarMember('passwords', '', {
      type: '2',
      more: (header) => void header.write('/etc/passwd', 157),
    });
    const { reasons } = await see({ 'links.tar': Buffer.concat([link, tarMember('a.csv', csv), tarEnd]) });
    expect(reasons).toEqual({ 'links.tar/passwords': expect.stringMatching(/link/u) as string });
  });
});

describe('what is not as it says', () => {
  test('a cell longer than what is read whole is searched, and the rows after it are read', async () => {
    const long = `41,"${'x '.repeat(1_000_000)}lost@example.net ",Bo Elm\n`;
    const { report } = await see(
      { 'long.csv': `${csv}${long}42,after@example.net,Cy Elm\n` },
      { tuning: { maxRowBytes: 1 << 20 } },
    );
    const input = report.inputs.find(({ path }) => path.endsWith('long.csv'));
    expect(input?.rows).toBe(41);
    expect(report.skipped[0]!.bytes).toBeGreaterThanOrEqual(long.length - 1);
    expect(report.people.mentioned).toBe(1);
  });

  test('line ends of all kinds in one file, and NULs, lose no row', async () => {
    const lines = csv.trimEnd().split('\n');
    const mixed = lines.map((line, i) => line + (i % 2 === 0 ? '\r\n' : '\n')).join('');
    const nuls = csv.replaceAll('Elm 7\n', 'E\0lm\0 7\0\n').replaceAll('person9@', 'person9\0@');
    const { report } = await see({ 'mixed.csv': mixed, 'nuls.csv': nuls });
    expect(report.inputs.map(({ rows }) => rows)).toEqual([40, 40, 40]);
    expect(report.people.count).toBeLessThanOrEqual(42);
  });

  test('a file that changes while it is read is told to', async () => {
    const inside = made({ 'growing.csv': csv });
    const examining = examine([inside]);
    appendFileSync(join(inside, 'growing.csv'), '41,late@example.net,Di Elm\n');
    const report = await examining;
    const growing = report.inputs.find(({ path }) => path.endsWith('growing.csv'));
    expect(growing).toMatchObject({
      complete: false,
      note: expect.stringMatching(/changed .* copy/u) as string,
    });
    expect(growing!.rows).toBeGreaterThanOrEqual(40);
  });

  test('names with line ends, colours and marks that turn the writing round reach no terminal', async () => {
    const names = ['a\nb.csv', 'fdp\u202etxt.csv', '\u001b[31mred.csv', '\u2066x.csv'];
    const inside = made(Object.fromEntries(names.map((name) => [name, `${csv}40,broken`])));
    const { exit, stdout } = await runTocsin(['examine', inside]);
    expect(exit).toBe(0);
    expect(stdout).not.toMatch(/[\u202a-\u202e\u2066-\u2069\r]|\nb\.csv/u);
    expect(stdout).not.toContain('\u001b');
    const json = await runTocsin(['examine', inside, '--json']);
    const report = JSON.parse(json.stdout) as ExposureReport;
    expect(report.inputs.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).toSorted()).toEqual(
      [...names, 'honest.csv'].toSorted(),
    );
    expect(report.people.count).toBe(40);
  });
});

describe('what is locked', () => {
  const other = csv.replaceAll('person', 'locked');

  test.each([
    ['zip', ['-tzip', '-mem=AES256']],
    ['7z', ['-mhe=on']],
  ] as const)('a %s asks for its password, and is read with it', async (ending, args) => {
    const name = `locked.${ending}`;
    const locked = await packedOne(name, [...args, '-psecret'], { 'a.csv': other });
    const without = await see({ [name]: locked });
    expect(Object.values(without.reasons)).toEqual([expect.stringMatching(/password/u)]);
    expect(without.report.people.count).toBe(40);
    const wrong = await see({ [name]: locked }, { passwords: ['guess'] });
    expect(Object.values(wrong.reasons)).toEqual([expect.stringMatching(/password/u)]);
    const right = await see({ [name]: locked }, { passwords: ['guess', 'secret'] });
    expect(right.reasons).toEqual({});
    expect(right.report.people.count).toBe(80);
  });
});
