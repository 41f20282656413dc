// The instance's Ed25519 key, with which it signs checkpoints, certificates and packages. Made on first use; the seed
// rests sealed under the instance key, the public key beside it in clear. In: the instance. Out: its signer. A log
// whose signing key is missing never gets another one.

import {
  createPrivateKey,
  createPublicKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { makeFolder, syncFolder, writeOnce, writeWhole } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { type InstanceHome, openBytes, sealBytes } from '../store/index.ts';
import { custodyDamaged, custodyFiles, custodyFolder } from './custody-files.ts';
import { exactBase64, type NoteSigner, publicKeyText } from './signed-note.ts';

export interface InstanceSigner extends NoteSigner {
  /** 32 bytes under which details are sealed that belong to no case. */
  detailsKey: Buffer;
}

const seedBytes = 32;
const purpose = 'custody signing key';

/** What stands before the seed in the DER form of an Ed25519 private key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function instanceSigner(home: InstanceHome): InstanceSigner {
  const seed = readSeed(home);
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const { keyName, publicKey } = publicPart(key);
  return {
    keyName,
    publicKey,
    sign: (bytes) => sign(null, bytes, key),
    detailsKey: Buffer.from(hkdfSync('sha256', seed, '', 'custody details', seedBytes)),
  };
}

/**
 * Seals the seed under another instance key; the signing key itself stays, and so does what it signed. Nothing where it
 * is sealed under that already.
 */
export function resealSigner(home: InstanceHome, newKey: Uint8Array): void {
  const { signingKey } = custodyFiles(custodyFolder(home.path));
  if (!existsSync(signingKey) || openBytes(readFileSync(signingKey, 'utf8').trim(), newKey, purpose)) return;
  writeWhole(signingKey, `${sealBytes(readSeed(home), newKey, purpose)}\n`);
}

function publicPart(key: KeyObject): { keyName: string; publicKey: string } {
  const bytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-seedBytes);
  const keyName = `tocsin/${hash('sha256', bytes).slice(0, 16)}`;
  return { keyName, publicKey: publicKeyText(keyName, bytes) };
}

function readSeed(home: InstanceHome): Buffer {
  const files = custodyFiles(custodyFolder(home.path));
  if (!existsSync(files.signingKey)) makeSeed(home);
  let text: string;
  try {
    text = readFileSync(files.signingKey, 'utf8');
  } catch (cause) {
    throw custodyDamaged(`the signing key of the custody log cannot be read: ${files.signingKey}`, cause);
  }
  const sealed = text.endsWith('\n') ? text.slice(0, -1) : '';
  const seed = exactBase64(sealed) && openBytes(sealed, home.key, purpose);
  if (seed?.length !== seedBytes)
    throw custodyDamaged(`the key of this instance does not open the signing key ${files.signingKey}`);
  return seed;
}

function makeSeed(home: InstanceHome): void {
  const files = custodyFiles(custodyFolder(home.path));
  if (existsSync(files.checkpoint) || existsSync(files.entries))
    throw custodyDamaged(`the signing key of the custody log is missing: ${files.signingKey}`);
  const seed = randomBytes(seedBytes);
  try {
    makeFolder(files.folder, { mode: 0o700 });
    syncFolder(home.path);
    writeOnce(files.signingKey, `${sealBytes(seed, home.key, purpose)}\n`);
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write ${files.signingKey}`, { cause });
  }
}

/** For whoever verifies without the instance's key. Throws CUSTODY_DAMAGED where another one is there. */
export function writePublicKey(home: InstanceHome, publicKey: string): void {
  const { publicKey: path } = custodyFiles(custodyFolder(home.path));
  if (!existsSync(path)) writeOnce(path, `${publicKey}\n`, { mode: 0o644 });
  else if (!holds(path, `${publicKey}\n`))
    throw custodyDamaged(`the public key of the custody log was changed: ${path}`);
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path).equals(Buffer.from(text));
  } catch {
    return false;
  }
}
