import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { instanceSigner } from '../custody/index.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { destroyedCase, scratch } from './destroyed-case.fixture.ts';
import { attachedFile } from './pdf-attachment.ts';
import type { InstanceHome } from '../store/index.ts';
import type { Destroyed } from './write-certificate.ts';

const folder = scratch();
let home: InstanceHome;
let destroyed: Destroyed;

beforeAll(async () => {
  ({ home, destroyed } = await destroyedCase(join(folder, 'home')));
});

test('the certificate lies in the PDF byte by byte', () => {
  const pdf = readFileSync(destroyed.pdfPath);
  expect(attachedFile(pdf)!.equals(readFileSync(destroyed.path))).toBe(true);
});

test('the same certificate gives the same PDF', () => {
  const text = readFileSync(destroyed.path, 'utf8');
  const again = certificatePdf(text, destroyed.signed, instanceSigner(home));
  expect(again.equals(readFileSync(destroyed.pdfPath))).toBe(true);
});

test('it begins and ends as a PDF, so that viewers open it in spite of the seal', () => {
  const pdf = readFileSync(destroyed.pdfPath);
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  const [, offset] = /startxref\n(\d+)\n%%EOF\n$/u.exec(pdf.subarray(-100).toString('latin1'))!;
  expect(pdf.subarray(Number(offset), Number(offset) + 5).toString()).toBe('xref\n');
});

test('letters that the fonts do not have, and thousands of files, make a PDF all the same', () => {
  const { certificate, log, publicKey, signature } = structuredClone(destroyed.signed);
  certificate.case.name = 'Дело, 事件, naïve œuvre – 5 €';
  certificate.gone.evidence = Array.from({ length: 3000 }, (_, i) => ({
    id: `E${i + 1}`,
    sha256: 'ab'.repeat(32),
    bytes: i,
    how: 'reference' as const,
  }));
  const pdf = certificatePdf('{}', { certificate, log, publicKey, signature }, instanceSigner(home));
  expect(pdf.toString('latin1').match(/\/Type \/Page\n/gu)!.length).toBeGreaterThan(60);
});
