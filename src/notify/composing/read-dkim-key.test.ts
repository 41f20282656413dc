import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDkimKey } from './read-dkim-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-dkim-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = { selector: 's2026', domain: 'example.org' };

function keyFile(text: string | Buffer, mode = 0o600): string {
  const file = join(folder, `${Math.random()}.pem`);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

function pem(type: 'rsa' | 'ed25519' | 'ec', bits = 2048): string {
  const { privateKey } =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

test.each([
  ['rsa', 'rsa-sha256'],
  ['ed25519', 'ed25519-sha256'],
] as const)('a key of %s signs with %s', (type, algorithm) => {
  const file = keyFile(pem(type));
  expect(readDkimKey({ file, ...place })).toMatchObject({ ...place, algorithm });
});

test.each([
  ['that others may read', () => keyFile(pem('ed25519'), 0o640), /others than its owner/u],
  ['of 1024 bits', () => keyFile(pem('rsa', 1024)), /fewer than 2048 bits/u],
  ['of another kind', () => keyFile(pem('ec')), /neither of RSA nor of Ed25519/u],
  [
    'that is none',
    () => keyFile('-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n'),
    /no private key/u,
  ],
  ['that is not there', () => join(folder, 'none.pem'), /cannot be read: ENOENT/u],
  ['without end', () => keyFile(Buffer.alloc(100_000)), /holds no key/u],
])('a key %s is refused', (_, file, message) => {
  expect(() => readDkimKey({ file: file(), ...place })).toThrow(
    expect.objectContaining({ code: 'DKIM_KEY', message: expect.stringMatching(message) }),
  );
});

test.each(['a b', 'a;b', '', 'x\r\ny'])('a selector such as %j is refused', (selector) => {
  const file = keyFile(pem('ed25519'));
  expect(() => readDkimKey({ file, selector, domain: 'example.org' })).toThrow(
    expect.objectContaining({ code: 'USAGE' }),
  );
});
