import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentCheckpoint, custodyFolder, instanceSigner } from '../custody/index.ts';
import { openHome } from '../store/index.ts';
import { destroyedCase, scratch } from './destroyed-case.fixture.ts';
import { isCertificate, verifyCertificate } from './verify-certificate.ts';
import {
  certificateFile,
  parseCertificateFile,
  type SignedCertificate,
  signCertificate,
} from './signed-certificate.ts';

const folder = scratch();
let json: Buffer;
let pdf: Buffer;
let publicKey: string;
let signed: SignedCertificate;

beforeAll(async () => {
  const { home, destroyed } = await destroyedCase(join(folder, 'home'));
  json = readFileSync(destroyed.path);
  pdf = readFileSync(destroyed.pdfPath);
  publicKey = currentCheckpoint(custodyFolder(home.path)).publicKey;
  signed = destroyed.signed;
});

test('a certificate holds, as JSON and as PDF, and says when nobody said whose it is', () => {
  for (const file of [json, pdf]) {
    expect(isCertificate(file)).toBe(true);
    expect(verifyCertificate(file, publicKey)).toMatchObject({ ok: true, problems: [], remarks: [] });
    expect(verifyCertificate(file)).toMatchObject({ ok: true, remarks: [expect.stringContaining('--key')] });
  }
});

test('it holds no name of the case and no key', () => {
  for (const text of ['made up', signed.certificate.method.keyFingerprint.toUpperCase()])
    expect(json.includes(text)).toBe(false);
});

test.each([
  ['JSON', () => json],
  ['PDF', () => pdf],
])('any changed byte of the %s is found, with a place', (_, file) => {
  const bytes = file();
  const place = fc.nat(bytes.length - 1);
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at]! ^= by;
      const { ok, problems } = verifyCertificate(changed, publicKey);
      expect(ok).toBe(false);
      expect(problems[0]!.place).not.toBe('');
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['JSON', () => json],
  ['PDF', () => pdf],
])('a %s that is cut off, or has something behind it, is found', (_, file) => {
  const bytes = file();
  for (const changed of [
    bytes.subarray(0, -1),
    bytes.subarray(0, bytes.length / 2),
    Buffer.concat([bytes, Buffer.from('\n')]),
  ])
    expect(verifyCertificate(changed, publicKey).ok).toBe(false);
});

describe('content that was changed', () => {
  /** As somebody would write it who keeps to the form. */
  function forged(change: (copy: SignedCertificate) => void): Buffer {
    const copy = structuredClone(signed);
    change(copy);
    return Buffer.from(certificateFile(copy));
  }

  test.each<[string, (copy: SignedCertificate) => void, string]>([
    ['fewer people', ({ certificate }) => (certificate.gone.people!.count = 12), 'gone'],
    ['another hash of evidence', ({ certificate }) => (certificate.gone.evidence[0]!.sha256 = '00'), 'gone'],
    ['another actor', ({ certificate }) => (certificate.by.who = 'Bob Sample'), 'by'],
    ['another case', ({ certificate }) => (certificate.case.id = '2026-bcdfgh'), 'case'],
    [
      'a check that failed',
      ({ certificate }) => (certificate.verification[0]!.holds = false),
      'verification',
    ],
    ['another entry of the log', ({ log }) => (log.done += 1), 'log'],
    ['another signature', (copy) => (copy.signature = copy.signature.replace('gone ', 'gonf ')), 'gone'],
  ])('%s: the part is named', (_, change, part) => {
    const { ok, problems } = verifyCertificate(forged(change), publicKey);
    expect(ok).toBe(false);
    expect(problems.map(({ place }) => place).join('; ')).toMatch(new RegExp(`\\b${part}, line \\d+`, 'u'));
  });

  test('and is signed by somebody else is not of the instance whose key is given', () => {
    const stranger = instanceSigner(openHome(join(folder, 'stranger')));
    const certificate = structuredClone(signed.certificate);
    certificate.gone.people!.count = 1;
    const text = Buffer.from(signCertificate(certificate, signed.log, stranger));
    const { ok, problems } = verifyCertificate(text, publicKey);
    expect(ok).toBe(false);
    expect(problems.map(({ what }) => what)).toContain('it is of another instance than the key given');
    // nor does a log hold it
    expect(verifyCertificate(text).ok).toBe(false);
  });
});

test('what is no certificate is told as none', () => {
  for (const text of ['', '{', '{"certificate": 1}', 'null', '%PDF-1.7\n', '[1]'])
    expect(verifyCertificate(Buffer.from(text))).toMatchObject({ ok: false, signed: null });
  expect(parseCertificateFile('{"certificate":{"format":"tocsin-certificate/1"}}')).toBe(null);
});
