import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madeUpModel } from '../serve/made-up-model.fixture.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { insertBreach, publishBreach, withdrawBreach } from '../../src/store/register/index.ts';
import { forgetPasswords, importPasswords } from '../../src/pipeline/passwords/index.ts';
import { exportRanges } from '../../src/pipeline/export/export-ranges.ts';
import { passwordFiles } from '../../src/pipeline/export/password-files.ts';

const folder = scratchFolder();
const now = new Date('2026-11-23T10:00:00Z');
const who = 'Ada Example';
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
let names = 0;
const fresh = (what: string) => join(folder, `${what}-${++names}`);

async function importText({ home, register }: OpenedRegister, name: string, text: string): Promise<void> {
  const path = fresh('corpus');
  writeFileSync(path, text);
  await importPasswords(home, register, [path], { who, now, name });
}

/** Addresses by their SHA-1, in a breach of its own. */
async function publish(
  { register }: OpenedRegister,
  name: string,
  addresses: string[],
  isSensitive = false,
): Promise<number> {
  const { rows } = register;
  const model = JSON.stringify(madeUpModel(name, { IsSensitive: isSensitive }));
  const breach = await insertBreach(rows, { name, caseId: null, isRange: true, model });
  const entries = addresses.map((address) => ({ sha1: Buffer.from(sha1(address), 'hex'), breach }));
  await rows.insertInto('sha1_entry').values(entries).execute();
  await publishBreach(register, breach, {});
  return breach;
}

function manifest(out: string, sort: string): Map<string, string> {
  const lines = readFileSync(join(out, `manifest-${sort}.txt`), 'utf8').trimEnd();
  return new Map(lines === '' ? [] : lines.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Every file of a sort is what its manifest says, and there is no other. */
function expectWhole(out: string, sort: string, sub: string): void {
  const known = manifest(out, sort);
  expect(readdirSync(join(out, sub)).toSorted()).toEqual(
    [...known.keys()].map((path) => path.slice(sub.length + 1)),
  );
  for (const [path, hash] of known)
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex'),
    ).toBe(hash);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
}

forBothEngines((open) => {
  test('ranges of addresses are files with what the API answers; a second run touches what has changed', async () => {
    await using opened = await open();
    const out = fresh('out');
    const [ada, bob, eve] = ['ada@example.org', 'bob@example.org', 'eve@example.org'];
    await publish(opened, 'First', [ada, bob]);
    const second = await publish(opened, 'Second', [bob]);
    await publish(opened, 'Hidden', [ada, eve], true);
    const run = async () => (await exportRanges(opened.register, { out, sorts: ['accounts'] }))[0];
    const pathOf = (address: string) =>
      join(out, 'breachedaccount/range', `${sha1(address).slice(0, 6)}.json`);
    expect(await run()).toMatchObject({ files: 2, written: 2, removed: 0 });
    expect(JSON.parse(readFileSync(pathOf(bob), 'utf8'))).toEqual([
      { hashSuffix: sha1(bob).slice(6), websites: ['First', 'Second'] },
    ]);
    expect(existsSync(pathOf(eve))).toBe(false);
    const untouched = statSync(pathOf(ada)).mtimeMs;
    expect(await run()).toMatchObject({ files: 2, written: 0, removed: 0 });

    await withdrawBreach(opened.register, second);
    const third = await publish(opened, 'Third', [eve]);
    expect(await run()).toMatchObject({ files: 3, written: 2, removed: 0 });
    expect(JSON.parse(readFileSync(pathOf(bob), 'utf8'))).toEqual([
      { hashSuffix: sha1(bob).slice(6), websites: ['First'] },
    ]);
    expect(statSync(pathOf(ada)).mtimeMs).toBe(untouched);
    expectWhole(out, 'accounts', 'breachedaccount/range');

    await withdrawBreach(opened.register, third);
    expect(await run()).toMatchObject({ files: 2, written: 0, removed: 1 });
    expect(existsSync(pathOf(eve))).toBe(false);
    rmSync(pathOf(ada));
    expect(await run()).toMatchObject({ files: 2, written: 1, removed: 0 });
    expectWhole(out, 'accounts', 'breachedaccount/range');
  });

  test('a run that is stopped anywhere goes on, and leaves what one that was not stopped leaves', async () => {
    await using opened = await open();
    const out = fresh('out');
    const addresses = Array.from({ length: 120 }, (_, i) => `person.${i}@example.org`);
    const first = await publish(opened, 'First', addresses.slice(0, 80));
    const run = async (signal?: AbortSignal) =>
      (
        await exportRanges(opened.register, {
          out,
          sorts: ['accounts'],
          batchFiles: 25,
          ...(signal ? { signal } : {}),
        })
      )[0]!;
    const stoppedAt = async (batch: number) => {
      let left = batch;
      const signal = { throwIfAborted: () => --left > 0 || fail() } as unknown as AbortSignal;
      await expect(run(signal)).rejects.toThrow('stopped by the test');
    };
    await stoppedAt(1);
    await stoppedAt(2);
    const rest = await run();
    expect(rest.written).toBeLessThan(60);
    expectWhole(out, 'accounts', 'breachedaccount/range');

    await publish(opened, 'Second', addresses.slice(40));
    await stoppedAt(3);
    await withdrawBreach(opened.register, first);
    await stoppedAt(2);
    await run();
    expectWhole(out, 'accounts', 'breachedaccount/range');
    const fresher = fresh('out');
    await exportRanges(opened.register, { out: fresher, sorts: ['accounts'] });
    expect(manifest(out, 'accounts')).toEqual(manifest(fresher, 'accounts'));
  });

  test('every beginning of a password’s hash has a file, with the text that is served', async () => {
    await using opened = await open();
    const hash = sha1('a password');
    await importText(opened, 'one', `${hash}:3`);
    await importText(opened, 'two', `${hash}:4\n${'F'.repeat(40)}:1`);
    const made = async () => {
      const filled = new Map<string, string>();
      let [files, last] = [0, ''];
      for await (const { name, bytes } of passwordFiles(opened.register, 'sha1')) {
        if (name <= last) throw new Error('files are not in the order of their names');
        [files, last] = [files + 1, name];
        if (bytes.length > 0) filled.set(name, bytes.toString('latin1'));
      }
      return { files, filled };
    };
    expect(await made()).toEqual({
      files: 2 ** 20,
      filled: new Map([
        [hash.slice(0, 5), `${hash.slice(5)}:7`],
        ['FFFFF', `${'F'.repeat(35)}:1`],
      ]),
    });
    await forgetPasswords(opened.home, opened.register, 'one', { who, now });
    expect((await made()).filled.get(hash.slice(0, 5))).toBe(`${hash.slice(5)}:4`);
    const reading = passwordFiles(opened.register, 'sha1');
    await reading.next();
    await forgetPasswords(opened.home, opened.register, 'two', { who, now });
    const toTheEnd = async () => {
      for await (const _ of reading);
    };
    await expect(toTheEnd()).rejects.toMatchObject({ code: 'REGISTER_BUSY' });
    expect((await made()).files).toBe(0);
  });

  test('where there are no passwords, there are no files of them', async () => {
    await using opened = await open();
    const out = fresh('out');
    expect(await exportRanges(opened.register, { out, sorts: ['range', 'ntlm'] })).toMatchObject([
      { sort: 'range', files: 0 },
      { sort: 'ntlm', files: 0 },
    ]);
  });
});

function fail(): never {
  throw new Error('stopped by the test');
}
