/*
 * Variants to compose and keys to sign with, for tests, and what an independent reader makes of the mails.
 */
import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { nameMark, referenceMark } from '../wording/notice-types.ts';
import type { ComposedBatch, DkimSigner, MailOrder, MailVariant } from './composer-types.ts';
import { dkimRecord } from './read-dkim-key.ts';

export const sender = { name: 'Société d’Exemple', address: 'notices@example.org' };

/** 1: quoted-printable. 2: base64. Both with blanks at the ends of lines, and lines that begin with a dot. */
export const variants: MailVariant[] = [
  variant(
    1,
    'fr',
    'Vos données personnelles: ce qui est arrivé, et ce que vous pouvez faire maintenant',
    'une ligne ordinaire,  sans détour',
  ),
  variant(2, 'el', 'Τα προσωπικά σας δεδομένα', 'Τι συνέβη  και πότε'),
];

function variant(number: number, language: string, subject: string, line: string): MailVariant {
  const paragraph = `${`${line}, ${line}`.repeat(3)}. \n`;
  const text = (greeting: string) =>
    `${greeting}\n\n${paragraph.repeat(4)}.\n.une ligne\n  - ${line}\t\n\n(${referenceMark})\n\n\n`;
  const html = (greeting: string) =>
    `<!doctype html>\n<p>${greeting}</p>\n  ${paragraph.repeat(4)}<p>${referenceMark}</p>\n`;
  const greeting = `${line} ${nameMark},`;
  return {
    variant: number,
    language,
    subject,
    named: { text: text(greeting), html: html(greeting) },
    unnamed: { text: text(line), html: html(line) },
  };
}

export function order(of: Partial<MailOrder> = {}): MailOrder {
  return {
    id: 1,
    variant: 1,
    to: 'zoe@example.net',
    name: 'Zoé Dubois',
    reference: '1234 5678 9012 3',
    messageId: `<${'0f'.repeat(16)}@example.org>`,
    at: Date.UTC(2026, 10, 23, 10),
    ...of,
  };
}

export function signer(algorithm: DkimSigner['algorithm']): DkimSigner {
  const { privateKey } =
    algorithm === 'rsa-sha256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  return { algorithm, selector: 's2026', domain: 'example.org', privateKey: pem };
}

export function messages({ bytes, ends }: ComposedBatch): Buffer[] {
  return [...ends].map((end, i) => Buffer.from(bytes.subarray(i === 0 ? 0 : ends[i - 1]!, end)));
}

/** What mailauth says of each signature: `pass`, `fail`, `neutral`. */
export async function verified(message: Buffer, key: DkimSigner): Promise<string[]> {
  const record = dkimRecord(key);
  const resolver = (name: string, type: string) =>
    name === `${key.selector}._domainkey.${key.domain}` && type === 'TXT'
      ? Promise.resolve([[record]])
      : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
  const { results } = await dkimVerify(message, { resolver });
  return results.map(({ status }) => status.result);
}
