import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createPasswordRanges } from '../../src/lookup/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { passwordSources } from '../../src/store/register/index.ts';
import { forgetPasswords } from '../../src/pipeline/passwords/forget-passwords.ts';
import {
  type ImportedPasswords,
  importPasswords,
  type ImportOptions,
} from '../../src/pipeline/passwords/import-passwords.ts';

const folder = scratchFolder();
const now = new Date('2026-11-23T10:00:00Z');
let files = 0;

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

function written(content: string | Buffer, name = `corpus-${++files}.txt`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const imported = (
  { home, register }: OpenedRegister,
  paths: string[],
  options: Partial<ImportOptions> = {},
) => importPasswords(home, register, paths, { who: 'Ada Example', now, ...options });

/** All hashes with these first digits, as they are served. */
async function range({ register }: OpenedRegister, prefix: string, mode: 'sha1' | 'ntlm' = 'sha1') {
  const { text } = await createPasswordRanges(register).rangeOf(mode, Number.parseInt(prefix, 16));
  return text.toString('latin1');
}

/** Many that begin alike, in no order. */
const suffixes = Array.from({ length: 300 }, (_, i) => ({
  suffix: sha1(`${i}`).slice(5),
  count: 1 + (i % 9),
}));
const expected = suffixes
  .toSorted((a, b) => (a.suffix < b.suffix ? -1 : 1))
  .map(({ suffix, count }) => `${suffix}:${count}`)
  .join('\r\n');

forBothEngines((open) => {
  test('a corpus is answered range by range, in order or not, packed or not', async () => {
    await using opened = await open();
    const lines = suffixes.map(({ suffix, count }) => `21BD1${suffix}:${count}`);
    const others = Array.from({ length: 3000 }, (_, i) => `${sha1(`other ${i}`)}:1`);
    const mixed = [...lines, ...others].toSorted((a, b) => (sha1(a) < sha1(b) ? -1 : 1));
    const inOrder = [...mixed].toSorted();
    for (const [name, content] of [
      ['unsorted', mixed.join('\n')],
      ['sorted', inOrder.join('\r\n')],
      ['packed', gzipSync(mixed.join('\n'))],
    ] as const) {
      // a few at a time: most of them wait on the disk
      const done = await imported(opened, [written(content)], { name, atOnce: 64 });
      expect(done).toMatchObject({
        name,
        mode: 'sha1',
        sha1: 3300,
        ntlm: 0,
        wasThere: false,
        bad: { count: 0 },
      });
      expect(await range(opened, '21bd1')).toBe(expected);
      expect(await forgetPasswords(opened.home, opened.register, name, { who: 'Ada Example', now })).toBe(
        true,
      );
      expect(await range(opened, '21BD1')).toBe('');
    }
    expect(await passwordSources(opened.register)).toEqual([]);
  });

  test('several sources are answered as one, and the same hash counts for each', async () => {
    await using opened = await open();
    const [a, b, both] = [sha1('first'), sha1('second'), sha1('in both')];
    await imported(opened, [written(`${a}:5\n${both}:7\n`), written(`${both}:1`)], { name: 'one' });
    await imported(opened, [written(`${both}:2000000\n${b}:1`)], { name: 'two' });
    expect(await range(opened, both.slice(0, 5))).toBe(`${both.slice(5)}:2000008`);
    await forgetPasswords(opened.home, opened.register, 'one', { who: 'Ada Example', now });
    expect(await range(opened, both.slice(0, 5))).toBe(`${both.slice(5)}:2000000`);
    expect(await range(opened, a.slice(0, 5))).toBe('');
    expect(await range(opened, b.slice(0, 5))).toBe(`${b.slice(5)}:1`);
  });

  test('the same files twice change nothing, other files of that name replace it', async () => {
    await using opened = await open();
    const [first, second] = [written(`${sha1('a')}:1`), written(`${sha1('b')}:1`)];
    expect(await imported(opened, [first, second], { name: 'x' })).toMatchObject({ wasThere: false });
    const [before] = await passwordSources(opened.register);
    expect(await imported(opened, [second, first], { name: 'x' })).toMatchObject({ wasThere: true });
    expect(await passwordSources(opened.register)).toEqual([before]);
    expect(await imported(opened, [second], { name: 'x' })).toMatchObject({ wasThere: false, sha1: 1 });
    expect(await range(opened, sha1('a').slice(0, 5))).toBe('');
    expect((await passwordSources(opened.register)).map(({ name, state }) => [name, state])).toEqual([
      ['x', 'present'],
    ]);
  });

  test('the same files under another name change nothing, and are told by the name they have', async () => {
    await using opened = await open();
    const hash = sha1('twice');
    const [sorted, mixed] = [written(`${hash}:3`), written(`${sha1('b')}:1\n${sha1('a')}:1\n${sha1('c')}:1`)];
    for (const file of [sorted, mixed]) {
      await imported(opened, [file], { name: 'first' });
      const before = await passwordSources(opened.register);
      expect(await imported(opened, [file], { name: 'second' })).toMatchObject({
        name: 'first',
        wasThere: true,
      });
      expect(await passwordSources(opened.register)).toEqual(before);
    }
    await imported(opened, [sorted], { name: 'first' });
    expect(await range(opened, hash.slice(0, 5))).toBe(`${hash.slice(5)}:3`);
  });

  test('files of single ranges are taken from their folder', async () => {
    await using opened = await open();
    const ranges = join(folder, `ranges-${opened.register.engine}`);
    mkdirSync(ranges);
    const ntlm = suffixes.map(({ suffix, count }) => `${suffix.slice(0, 27)}:${count}`);
    writeFileSync(join(ranges, '21BD1.txt'), `\uFEFF${ntlm.toSorted().join('\r\n')}`);
    writeFileSync(join(ranges, '0000a.txt'), `${'0'.repeat(27)}:3`);
    writeFileSync(join(ranges, 'read me.txt'), 'no range');
    expect(await imported(opened, [ranges])).toMatchObject({
      mode: 'ntlm',
      ntlm: 301,
      sha1: 0,
      bad: { count: 0 },
    });
    expect(await range(opened, '21BD1', 'ntlm')).toBe(ntlm.toSorted().join('\r\n'));
    expect(await range(opened, '0000A', 'ntlm')).toBe(`${'0'.repeat(27)}:3`);
    expect(await range(opened, '21BD1')).toBe('');
  });

  test('a load that is stopped anywhere is seen by nobody, and goes on', async () => {
    await using opened = await open();
    const lines = Array.from({ length: 30_000 }, () => `${randomBytes(20).toString('hex')}:1`);
    for (const content of [lines.join('\n'), lines.toSorted().join('\n')]) {
      const path = written(content);
      let last: ImportedPasswords | null = null;
      for (let stops = 1; ; stops++) {
        let left = stops;
        const signal = {
          throwIfAborted: () => left-- > 0 || fail(),
          aborted: false,
        } as unknown as AbortSignal;
        const done = await imported(opened, [path], { name: 'x', signal, atOnce: 5000 }).catch(() => null);
        last = done;
        if (done) break;
        expect((await passwordSources(opened.register)).filter(({ state }) => state === 'present')).toEqual(
          [],
        );
      }
      expect(last).toMatchObject({ sha1: 30_000, seen: 30_000, wasThere: false });
      const probe = lines[777]!.toUpperCase();
      expect(await range(opened, probe.slice(0, 5))).toContain(probe.slice(5));
      expect(readdirSync(opened.home.path).filter((name) => name.endsWith('.partial'))).toEqual([]);
      await forgetPasswords(opened.home, opened.register, 'x', { who: 'Ada Example', now });
    }
  });

  test('files without a hash, damaged ones and what cannot be hashes are refused, and leave nothing', async () => {
    await using opened = await open();
    const packed = gzipSync(`${sha1('a')}:1\n`.repeat(1000));
    const alike = Array.from({ length: 100_001 }, (_, i) => `ABCDE${sha1(`${i}`).slice(5)}:1`);
    for (const [content, code] of [
      ['nothing\nof that sort', 'INPUT_EMPTY'],
      ['', 'INPUT_EMPTY'],
      [packed.subarray(0, packed.length - 20), 'INPUT_UNREADABLE'],
      [alike.join('\n'), 'INPUT_UNREADABLE'],
    ] as const)
      await expect(imported(opened, [written(content)])).rejects.toMatchObject({ code });
    await expect(imported(opened, [join(folder, 'not there')])).rejects.toMatchObject({
      code: 'INPUT_NOT_FOUND',
    });
    expect(await passwordSources(opened.register)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('stopped by the test');
}
