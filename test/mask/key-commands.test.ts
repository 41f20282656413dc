/*
 * The commands beside a run: keys, tracing, receipts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createMasker, type MaskedRun } from './masked.fixture.ts';

const masker = createMasker(scratchFolder());
const source = `id;email;last_name\n${Array.from({ length: 40 }, (_, i) => `${i};jean.durand${i}@mail.example;Durand\n`).join('')}`;
const plan = `plan: 1
tables:
  people:
    id: {keep: "row number"}
    email: {mask: email}
    last_name: {mask: last-name}
files: text
`;
let masked: MaskedRun;
let people: string;

beforeAll(async () => {
  people = masker.write('people.csv', source);
  masked = await masker.mask(people, plan, ['--key', 'shop', '--for', 'Majorel', '--environment', 'test']);
}, 60_000);

test('a key is made when it is first used, and that is said', () => {
  expect([masked.stderr, masked.exit]).toEqual(['a new key was made: shop\n', 0]);
});

describe('tocsin mask trace', () => {
  test('says of a few lines of a copy for whom it was made', async () => {
    const sample = masker.write('found.txt', masked.output!.toString().split('\n').slice(3, 6).join('\n'));
    const { stdout, exit } = await masker.run(['mask', 'trace', sample, '--json']);
    const { verdict, recipients, real } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ verdict, real, exit }).toEqual({ verdict: 'masked', real: 0, exit: 0 });
    expect(recipients).toMatchObject([{ key: 'shop', vendor: 'Majorel', environment: 'test', verified: 3 }]);
  });

  test('ends with 1 for the source, and tells no value of it', async () => {
    const { stdout, exit } = await masker.run(['mask', 'trace', people]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^REAL: /u);
    expect(stdout).not.toContain('durand');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('tocsin mask verify', () => {
  test('holds for the copy, and no longer once a byte was added', async () => {
    const holds = await masker.run(['mask', 'verify', masked.out]);
    expect([holds.exit, holds.stdout.startsWith('holds: ')]).toEqual([0, true]);
    const copy = masker.write('copy.csv', Buffer.concat([masked.output!, Buffer.from('\n')]));
    const changed = await masker.run([
      'mask',
      'verify',
      copy,
      '--receipt',
      `${masked.out}.receipt.json`,
      '--json',
    ]);
    expect([changed.exit, JSON.parse(changed.stdout)]).toMatchObject([1, { ok: false }]);
  });
});

describe('tocsin mask key', () => {
  test('lists and shows keys, and never their secrets', async () => {
    const listed = await masker.run(['mask', 'key', 'list', '--json']);
    const { keys } = JSON.parse(listed.stdout) as { keys: object[] };
    expect(keys).toMatchObject([{ name: 'shop', recipients: [{ vendor: 'Majorel', environment: 'test' }] }]);
    expect(Object.keys((keys[0] as { recipients: object[] }).recipients[0]!).toSorted()).toEqual([
      'date',
      'environment',
      'keyId',
      'vendor',
    ]);
    const receipt = JSON.parse(readFileSync(`${masked.out}.receipt.json`, 'utf8')) as { key: { id: string } };
    expect((await masker.run(['mask', 'key', 'show', 'shop'])).stdout).toContain(receipt.key.id);
    expect((await masker.run(['mask', 'key', 'show', 'none'])).stderr).toContain(
      'there is no key for masking',
    );
  });

  test('masks the same way again, and another way for somebody else', async () => {
    const again = await masker.mask(people, plan, [
      '--key',
      'shop',
      '--for',
      'Majorel',
      '--environment',
      'test',
    ]);
    expect(again.stderr).toBe('');
    expect(again.output!.equals(masked.output!)).toBe(true);
    const other = await masker.mask(people, plan, ['--key', 'shop', '--for', 'Capgemini']);
    const addresses = (output: Buffer) => output.toString().match(/[^;\n]+@[^;]+/gu) ?? [];
    const before = new Set(addresses(masked.output!));
    expect(addresses(other.output!)).toHaveLength(40);
    expect(addresses(other.output!).filter((address) => before.has(address))).toEqual([]);
  });

  test('destroys a key once it was said what goes; then no copy is masked under it, nor traced to it', async () => {
    const own = ['--key', 'short-lived'];
    const copy = await masker.mask(people, plan, own);
    const asked = await masker.run(['mask', 'key', 'destroy', 'short-lived']);
    expect([asked.exit, asked.stderr.includes('--yes')]).toEqual([1, true]);
    expect((await masker.run(['mask', 'trace', copy.out])).exit).toBe(0);
    const done = await masker.run(['mask', 'key', 'destroy', 'short-lived', '--yes']);
    expect([done.exit, done.stderr]).toEqual([0, 'the key is destroyed: short-lived\n']);
    const refused = await masker.mask(people, plan, own);
    expect([refused.exit, refused.output]).toEqual([2, null]);
    expect(refused.stderr).toContain('was destroyed on');
    const traced = await masker.run(['mask', 'trace', copy.out, '--json']);
    expect(JSON.parse(traced.stdout)).toMatchObject({ verdict: 'unknown', recipients: [] });
  });

  test('rests sealed: no name of a vendor in any file of the instance', async () => {
    const home = join(masker.folder, 'home');
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes('Majorel')).toBe(false);
  });
});
