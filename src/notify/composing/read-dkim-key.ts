// The key that signs mails. In: a file, and where receivers find its other half. Out: what a composer takes. Never repeats
// what the file holds.

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { TocsinError } from '../../base/index.ts';
import { parseMailAddress } from '../smtp/mail-address.ts';
import type { DkimKey, DkimSigner } from './composer-types.ts';

export interface DkimKeyFile {
  file: string;
  selector: string;
  /** Null: that of whoever sends. */
  domain: string | null;
}

/** RFC 8301, 3.2. */
const leastBits = 2048;
const maxFileBytes = 65_536;

/** Throws DKIM_KEY where the file is none, others may read it, or the key is too short; USAGE. */
export function readDkimKey({ file, selector, domain }: DkimKeyFile): DkimKey {
  if (!isDnsName(selector) || (domain !== null && !isDnsName(domain)))
    throw new TocsinError('USAGE', 'selector and domain of DKIM are names such as s2026 and example.org');
  const key = privateKey(file);
  return {
    algorithm: algorithmOf(key),
    selector: selector.toLowerCase(),
    domain: domain?.toLowerCase() ?? null,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** The TXT record at `SELECTOR._domainkey.DOMAIN`. */
export function dkimRecord({
  algorithm,
  privateKey: pem,
}: Pick<DkimSigner, 'algorithm' | 'privateKey'>): string {
  const key = createPublicKey(pem);
  const point =
    algorithm === 'rsa-sha256'
      ? key.export({ type: 'spki', format: 'der' })
      : Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
  return `v=DKIM1; k=${algorithm === 'rsa-sha256' ? 'rsa' : 'ed25519'}; p=${point.toString('base64')}`;
}

function privateKey(file: string): KeyObject {
  let pem: Buffer;
  try {
    const { mode, size } = statSync(file);
    if ((mode & 0o077) !== 0)
      throw new TocsinError('DKIM_KEY', 'others than its owner may read the key that signs mails');
    if (size > maxFileBytes) throw new TocsinError('DKIM_KEY', 'the file holds no key that signs mails');
    pem = readFileSync(file);
  } catch (error) {
    if (error instanceof TocsinError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new TocsinError('DKIM_KEY', `the key that signs mails cannot be read: ${code ?? 'a fault'}`);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw new TocsinError('DKIM_KEY', 'the file holds no private key in PEM, or one with a passphrase');
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): DkimSigner['algorithm'] {
  if (asymmetricKeyType === 'ed25519') return 'ed25519-sha256';
  if (asymmetricKeyType !== 'rsa')
    throw new TocsinError('DKIM_KEY', 'the key that signs mails is neither of RSA nor of Ed25519');
  if ((asymmetricKeyDetails?.modulusLength ?? 0) < leastBits)
    throw new TocsinError('DKIM_KEY', `the key that signs mails has fewer than ${leastBits} bits`);
  return 'rsa-sha256';
}

function isDnsName(text: string): boolean {
  const parsed = parseMailAddress(`x@${text}`);
  return parsed !== null && parsed.domain === text.toLowerCase();
}
