import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isTocsinError } from '../../base/index.ts';
import { type InstanceHome, openHome } from '../instance-home.ts';
import { replaceInstanceKey } from '../replace-instance-key.ts';
import { destroyMaskKey, type DestroyKeyStep } from './destroy-mask-key.ts';
import { findMaskKey, listMaskKeys } from './list-mask-keys.ts';
import { maskKeyId, maskKeyPaths, maskKeysFolder, resealMaskKeys } from './mask-key-files.ts';
import { openMaskKey } from './open-mask-key.ts';

const now = new Date('2026-11-23T09:00:00Z');
let folder: string;
let home: InstanceHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-mask-keys-'));
  home = openHome(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return isTocsinError(error) ? error.code : String(error);
  }
  return 'none';
}

describe('a key for masking', () => {
  test('is made when it is first asked for, and is the same ever after', () => {
    const first = openMaskKey(home, 'shop', { vendor: 'Capgemini', environment: 'test', now });
    expect(first).toMatchObject({ name: 'shop', isNew: true, isNewRecipient: true });
    expect(first.recipient).toEqual({ vendor: 'Capgemini', environment: 'test', date: '2026-11-23' });
    expect(first.secret).toHaveLength(32);
    expect(first.keyId).toMatch(/^[0-9a-f]{16}$/u);
    const again = openMaskKey(openHome(home.path), 'shop', {
      vendor: 'Capgemini',
      environment: 'test',
      now: new Date('2027-03-01T00:00:00Z'),
    });
    expect(again).toEqual({ ...first, isNew: false, isNewRecipient: false });
  });

  test('has another secret for each name, vendor, environment and day', () => {
    const requests = [
      ['shop', {}],
      ['Shop', {}],
      ['shop', { vendor: 'a' }],
      ['shop', { environment: 'a' }],
      ['shop', { vendor: 'a', environment: 'b' }],
      ['shop', { date: '2026-01-01' }],
      ['other', {}],
    ] as const;
    const secrets = requests.map(([name, request]) =>
      openMaskKey(home, name, { ...request, now }).secret.toString('hex'),
    );
    expect(new Set(secrets).size).toBe(requests.length);
  });

  test('rests sealed, for its owner alone, and its name is not in the names of files', () => {
    const { secret } = openMaskKey(home, 'capgemini-copy', { vendor: 'Capgemini', now });
    for (const name of readdirSync(maskKeysFolder(home.path))) {
      const path = join(maskKeysFolder(home.path), name);
      const bytes = readFileSync(path);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(name).not.toContain('capgemini');
      for (const clear of ['apgemini', secret.toString('base64'), secret.toString('hex')])
        expect(bytes.includes(clear)).toBe(false);
      expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('with a name or a day that is none is refused', () => {
    expect(codeOf(() => openMaskKey(home, ' '))).toBe('USAGE');
    expect(codeOf(() => openMaskKey(home, 'a\u0007'))).toBe('USAGE');
    expect(codeOf(() => openMaskKey(home, 'a'.repeat(101)))).toBe('USAGE');
    expect(codeOf(() => openMaskKey(home, 'a', { date: '2026-02-30' }))).toBe('USAGE');
  });

  test('of another instance, or changed, is damaged, and does not hide the others', () => {
    openMaskKey(home, 'a', { now });
    openMaskKey(home, 'b', { now });
    writeFileSync(maskKeyPaths(home.path, maskKeyId('a')).key, 'AAAA\n');
    expect(codeOf(() => openMaskKey(home, 'a'))).toBe('MASK_KEY_DAMAGED');
    const { keys, unreadable } = listMaskKeys(home);
    expect(keys.map(({ name }) => name)).toEqual(['b']);
    expect(unreadable).toEqual([maskKeyPaths(home.path, maskKeyId('a')).key]);
  });

  test('opens under another key of the instance, and no longer under the old one', () => {
    const { secret } = openMaskKey(home, 'shop', { now });
    const old = { ...home, key: Buffer.from(home.key) };
    const { home: renewed } = replaceInstanceKey(home.path, { reseal: resealMaskKeys });
    expect(openMaskKey(renewed, 'shop').secret).toEqual(secret);
    expect(listMaskKeys(old).keys).toEqual([]);
    resealMaskKeys(old, renewed.key);
    expect(openMaskKey(renewed, 'shop').secret).toEqual(secret);
  });
});

describe('destroying a key for masking', () => {
  test('leaves nothing that opens, and its name is never used again', () => {
    const { keyId } = openMaskKey(home, 'shop', { now });
    const paths = maskKeyPaths(home.path, maskKeyId('shop'));
    const before = readFileSync(paths.key);
    const linked = join(folder, 'same-file');
    // what lies on the disk under the name is seen through another name
    spawnSync('ln', [paths.key, linked]);
    expect(destroyMaskKey(home, 'shop', { now })).toEqual({
      destroyedAt: now.toISOString(),
      keyIds: [keyId],
    });
    expect([existsSync(paths.key), existsSync(paths.about)]).toEqual([false, false]);
    expect(readFileSync(linked)).toHaveLength(before.length);
    expect(readFileSync(linked).equals(before)).toBe(false);
    expect(codeOf(() => openMaskKey(home, 'shop'))).toBe('MASK_KEY_DESTROYED');
    expect(findMaskKey(home, 'shop')).toEqual({ destroyedAt: now.toISOString(), keyIds: [keyId] });
    expect(listMaskKeys(home)).toEqual({
      keys: [],
      destroyed: [{ destroyedAt: now.toISOString(), keyIds: [keyId] }],
      unreadable: [],
    });
  });

  test('takes what a killed process left beside it', () => {
    openMaskKey(home, 'shop', { now });
    const { key } = maskKeyPaths(home.path, maskKeyId('shop'));
    const left = join(maskKeysFolder(home.path), `.${maskKeyId('shop')}.key.1234.partial`);
    cpSync(key, left);
    destroyMaskKey(home, 'shop', { now });
    expect(readdirSync(maskKeysFolder(home.path))).toEqual([`${maskKeyId('shop')}.destroyed`]);
  });

  test('of a key that never was is refused', () => {
    expect(codeOf(() => destroyMaskKey(home, 'shop'))).toBe('MASK_KEY_UNKNOWN');
    expect(findMaskKey(home, 'shop')).toBeNull();
  });

  test('can be stopped anywhere: from its first step on no copy is masked under it, and it ends when asked again', () => {
    for (const stop of [
      'mask-key.told',
      'mask-key.overwritten',
      'mask-key.removed',
    ] satisfies DestroyKeyStep[]) {
      const name = `key ${stop}`;
      openMaskKey(home, name, { now });
      const onStep = (step: DestroyKeyStep) => {
        if (step === stop) throw new Error('killed');
      };
      expect(() => destroyMaskKey(home, name, { now, onStep })).toThrow('killed');
      expect(codeOf(() => openMaskKey(home, name))).toBe('MASK_KEY_DESTROYED');
      destroyMaskKey(home, name);
      expect(existsSync(maskKeyPaths(home.path, maskKeyId(name)).key)).toBe(false);
    }
  });
});

test(
  'a process that is killed while it makes keys has handed out none that is lost',
  { timeout: 60_000 },
  () => {
    const program = `
    const { openHome, openMaskKey } = await import(${JSON.stringify(join(import.meta.dirname, '..', 'index.ts'))});
    const home = openHome(process.argv[1]);
    for (let i = 0; ; i++) {
      const { secret } = openMaskKey(home, 'name ' + (i % 7), { vendor: 'vendor ' + i });
      console.log((i % 7) + ' ' + i + ' ' + secret.toString('hex'));
    }`;
    let kept = 0;
    // a busy machine may not have come to the first one
    for (let afterMs = 400; kept < 20 && afterMs < 15_000; afterMs *= 1.5) {
      const path = join(folder, `killed-${Math.round(afterMs)}`);
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], {
        timeout: Math.round(afterMs),
        killSignal: 'SIGKILL',
        encoding: 'utf8',
      });
      const told = stdout.split('\n').slice(0, -1);
      const reopened = openHome(path);
      for (const line of told) {
        const [name, vendor, secret] = line.split(' ');
        const opened = openMaskKey(reopened, `name ${name}`, { vendor: `vendor ${vendor}` });
        expect([opened.isNewRecipient, opened.secret.toString('hex')]).toEqual([false, secret]);
      }
      for (let name = 0; name < 7; name++)
        expect(codeOf(() => openMaskKey(reopened, `name ${name}`))).toBe('none');
      expect(listMaskKeys(reopened).unreadable).toEqual([]);
      kept += told.length;
    }
  },
);
