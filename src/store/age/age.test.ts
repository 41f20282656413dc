import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AgeIdentity,
  type AgeRecipient,
  keyIdentity,
  keyRecipient,
  openAge,
  parseIdentities,
  parseRecipient,
  recipientsOf,
  sealToFile,
} from './index.ts';

const chunk = 64 << 10;
const folder = mkdtempSync(join(tmpdir(), 'tocsin-age-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'sealed.age');

/** Made up for this test; nothing is sealed to it elsewhere. */
const secret = 'AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33';

let identities: AgeIdentity[];
let recipients: AgeRecipient[];
let recipient: string;

beforeAll(async () => {
  identities = parseIdentities(`# created: 2023-06-01\n${secret}\n`);
  [recipient] = (await recipientsOf(identities)) as [string];
  recipients = [parseRecipient(recipient)];
});

async function content(from = path, opening = identities): Promise<Buffer> {
  using file = await openAge(from, opening);
  return Buffer.concat([...file.stream()]);
}

async function told(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing';
  } catch (error) {
    return `${(error as { code?: string }).code}: ${(error as Error).message.replaceAll(path, 'FILE')}`;
  }
}

const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk - 1, 3 * chunk, 3 * chunk + 1, (1 << 20) + 17];

describe('a sealed file', () => {
  test.each(sizes)('of %i bytes is opened as it was', async (size) => {
    const bytes = randomBytes(size);
    const { bytes: sealedBytes, sha256 } = await sealToFile(path, [bytes], recipients);
    const written = readFileSync(path);
    expect([sealedBytes, sha256]).toEqual([
      written.length,
      createHash('sha256').update(written).digest('hex'),
    ]);
    expect((await content()).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('is read from anywhere', async () => {
    const bytes = randomBytes(5 * chunk + 100);
    await sealToFile(path, [bytes], recipients);
    using file = await openAge(path, identities);
    fc.assert(
      fc.property(fc.nat(6 * chunk), fc.nat(3 * chunk), (offset, length) => {
        expect(file.readAt(offset, length).equals(bytes.subarray(offset, offset + length))).toBe(true);
      }),
    );
  });

  test('is found out wherever a byte of it is flipped', async () => {
    await sealToFile(path, [randomBytes(2 * chunk + 5)], recipients);
    const sealed = readFileSync(path);
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;
    // all of the header and the nonce, and bytes of every chunk
    const places = [
      ...Array.from({ length: header + 16 }, (_, i) => i),
      ...Array.from(
        { length: 40 },
        (_, i) => header + 16 + Math.floor((i * (sealed.length - header - 17)) / 39),
      ),
    ];
    for (const at of places) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      writeFileSync(path, changed);
      const what = await told(content());
      const inChunk = Math.floor(Math.max(0, at - header - 16) / (chunk + 16)) + 1;
      expect(what).toMatch(
        at < header
          ? /^SEALED_(?:DAMAGED|KEY): FILE/u
          : new RegExp(`chunk ${inChunk}(?:, the last,)? was changed`, 'u'),
      );
    }
  });

  test('is found out wherever it is cut off', async () => {
    await sealToFile(path, [randomBytes(2 * chunk)], recipients);
    const sealed = readFileSync(path);
    for (let i = 0; i < 60; i++) {
      writeFileSync(path, sealed.subarray(0, Math.floor((i * sealed.length) / 60)));
      expect(await told(content())).toMatch(/^SEALED_DAMAGED: FILE is/u);
    }
  });

  test('is not handed out as far as it is sound only to be found damaged: each piece is checked first', async () => {
    const bytes = randomBytes(40 * chunk);
    await sealToFile(path, [bytes], recipients);
    const sealed = readFileSync(path);
    sealed[sealed.length - 1]! ^= 1;
    writeFileSync(path, sealed);
    using file = await openAge(path, identities);
    const had: Buffer[] = [];
    expect(() => {
      for (const piece of file.stream()) had.push(piece);
    }).toThrow('chunk 40, the last, was changed');
    const sound = Buffer.concat(had);
    expect(sound.equals(bytes.subarray(0, sound.length))).toBe(true);
    expect(sound.length).toBe(32 * chunk);
  });

  test('says nothing of what is in it', async () => {
    await sealToFile(path, [Buffer.from('anna.schmidt@example.org\n'.repeat(10_000))], recipients);
    expect(readFileSync(path).includes('anna')).toBe(false);
  });

  test('is there whole or not at all', async () => {
    const other = join(folder, 'other.age');
    const failing = async function* () {
      yield randomBytes(100_000);
      await Promise.resolve();
      throw new Error('the disk went away');
    };
    await expect(sealToFile(other, failing(), recipients)).rejects.toThrow('the disk went away');
    expect(readdirSync(folder).filter((name) => name.includes('other'))).toEqual([]);
  });

  test('is opened by any of its recipients, and by nobody else', async () => {
    const key = randomBytes(32);
    await sealToFile(path, [Buffer.from('hello')], [...recipients, keyRecipient(key, 'evidence E1')]);
    expect((await content()).toString()).toBe('hello');
    expect((await content(path, [keyIdentity(key, 'evidence E1')])).toString()).toBe('hello');
    expect(await told(openAge(path, [keyIdentity(key, 'evidence E2')]))).toBe(
      'SEALED_KEY: FILE is sealed to somebody else: no identity given opens it',
    );
    expect(await told(openAge(path, [keyIdentity(randomBytes(32), 'evidence E1')]))).toMatch(/^SEALED_KEY/u);
    expect(await told(openAge(path, []))).toMatch(/^SEALED_KEY/u);
  });
});

test.each([
  ['an identity', secret, 'this is an identity'],
  ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5', 'only X25519 recipients'],
  ['a hybrid recipient', `age1pq1${'q'.repeat(1900)}`, 'only X25519 recipients'],
  ['a plugin', 'age1yubikey1qwz', 'only X25519 recipients'],
  ['a typing error', 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk', 'typing error'],
  ['nothing', '', 'typing error'],
])('%s is no recipient', (_, text, message) => {
  expect(() => parseRecipient(text)).toThrow(message);
});

test('an identity with a typing error is told by its line and never quoted', () => {
  const wrong = secret.replace('V', 'Z');
  expect(() => parseIdentities(`# mine\n\n${wrong}`)).toThrow(/^line 3 is no X25519 identity of age$/u);
});

const hasAge = spawnSync('age', ['--version']).status === 0;

describe.runIf(hasAge)('the age program', () => {
  const plain = join(folder, 'plain');
  const identityFile = join(folder, 'identity.txt');
  beforeAll(() => writeFileSync(identityFile, `${secret}\n`));

  test.each(sizes)('opens what we seal, and we what it seals: %i bytes', async (size) => {
    const bytes = randomBytes(size);
    await sealToFile(path, [bytes], recipients);
    expect(execFileSync('age', ['-d', '-i', identityFile, path], { maxBuffer: 1 << 26 }).equals(bytes)).toBe(
      true,
    );
    writeFileSync(plain, bytes);
    execFileSync('age', ['-r', recipient, '-o', path, plain]);
    expect((await content()).equals(bytes)).toBe(true);
  });
});
