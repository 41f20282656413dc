import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { csvLine } from './csv-line.ts';
import { createSpool } from './sealed-spool.ts';
import { readTar, writeTar } from './tar-archive.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-payload-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function listed(archive: Buffer, size: number): Promise<{ name: string; text: string }[]> {
  const files: { name: string; parts: Buffer[] }[] = [];
  await readTar(chunks(archive, size), {
    onFile: (name) => void files.push({ name, parts: [] }),
    onBytes: (piece) => void files.at(-1)!.parts.push(Buffer.from(piece)),
  });
  return files.map(({ name, parts }) => ({ name, text: Buffer.concat(parts).toString() }));
}

const archive = Buffer.concat([
  ...writeTar(
    ['', 'x', 'y'.repeat(512), 'z'.repeat(1000)].map((text, i) => ({
      name: `file-${i}.txt`,
      bytes: text.length,
      content: [Buffer.from(text)],
    })),
    new Date(0),
  ),
]);

test('an archive is read back the same in pieces of any size', async () => {
  const whole = await listed(archive, archive.length);
  expect(whole.map(({ name, text }) => `${name} ${text.length}`)).toEqual([
    'file-0.txt 0',
    'file-1.txt 1',
    'file-2.txt 512',
    'file-3.txt 1000',
  ]);
  for (const size of [1, 7, 511, 512, 513]) expect(await listed(archive, size)).toEqual(whole);
});

test('tar lists what was written', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'a.tar'), archive);
  const ran = spawnSync('tar', ['tf', 'a.tar'], { cwd: folder, encoding: 'utf8' });
  expect(ran.stdout).toBe('file-0.txt\nfile-1.txt\nfile-2.txt\nfile-3.txt\n');
});

test('an archive that was cut, or that points elsewhere, is refused', async () => {
  for (const length of [0, 511, 600, archive.length - 1024])
    await expect(listed(archive.subarray(0, length), 100)).rejects.toMatchObject({ code: 'PACKAGE_REFUSED' });
  for (const name of ['../up.txt', '/etc/passwd', 'a/b', '.hidden', '']) {
    const bad = Buffer.concat([...writeTar([{ name, bytes: 0, content: [] }], new Date(0))]);
    await expect(listed(bad, 512)).rejects.toMatchObject({ code: 'PACKAGE_REFUSED' });
  }
});

test('a spool gives back what was written, and rests as noise without a name', () => {
  const folder = scratch();
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (pieces) => {
      using spool = createSpool(folder, 64);
      for (const piece of pieces) spool.write(piece);
      const all = Buffer.concat(pieces);
      expect(spool.bytes).toBe(all.length);
      for (let time = 0; time < 2; time++) expect(Buffer.concat([...spool.read()])).toEqual(all);
      expect(readdirSync(folder)).toEqual([]);
    }),
  );
});

test('what a spreadsheet would run is kept from running, and numbers stay as they are', () => {
  const shown = (value: string) => csvLine([[value]]).trimEnd();
  expect(['=1+1', '@SUM(A1)', '+cmd|x', '-2+3', '\t=1'].map(shown)).toEqual([
    "'=1+1",
    "'@SUM(A1)",
    "'+cmd\\|x",
    "'-2+3",
    "'\t=1",
  ]);
  expect(['+33 6 39 98 12 34', '+1 (555) 0123', '-12.5', 'O’Neill', '007'].map(shown)).toEqual([
    '+33 6 39 98 12 34',
    '+1 (555) 0123',
    '-12.5',
    'O’Neill',
    '007',
  ]);
  expect(csvLine([['a,b', 'c"d'], ['e|f\\']])).toBe('"a,b | c""d",e\\|f\\\\\r\n');
});
