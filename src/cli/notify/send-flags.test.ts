import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sendRequest } from './send-flags.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-flags-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a key and its selector sign; the domain is said only where it is another than that of the sender', () => {
  const dkimKey = join(folder, 'dkim.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(dkimKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const dkimOf = (flags: { dkimKey?: string; dkimSelector?: string; dkimDomain?: string }) =>
    sendRequest({ smtp: 'smtp://localhost', connections: '1', giveUp: '10m', ...flags }, {}).dkim;
  expect(dkimOf({ dkimKey, dkimSelector: 's2026' })).toMatchObject({ selector: 's2026', domain: null });
  expect(dkimOf({ dkimKey, dkimSelector: 's2026', dkimDomain: 'Example.org' })).toMatchObject({
    domain: 'example.org',
  });
  expect(dkimOf({})).toBeNull();
  for (const flags of [{ dkimKey }, { dkimSelector: 's2026' }, { dkimDomain: 'example.org' }])
    expect(() => dkimOf(flags)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
