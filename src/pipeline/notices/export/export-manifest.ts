// What the proof of a case's notices says of itself in its manifest.json: the plans, who approved which texts, the hash of
// each file, one hash over these, and that the custody log holds that one. In: these facts, or the bytes of such a manifest
// with its signature. Out: bytes and signature, or the manifest once both hold.

import { createHash } from 'node:crypto';
import {
  checkInclusion,
  type NoteSigner,
  openNote,
  parsePublicKey,
  signNote,
} from '../../../custody/index.ts';

export const exportFormat = 'tocsin notices 1';
export const exportVerb = 'notify.export';
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';

export interface ExportFile {
  name: string;
  bytes: number;
  sha256: string;
}

export interface ExportManifest {
  format: typeof exportFormat;
  case: string;
  made: { at: string; by: string };
  plans: {
    plan: number;
    at: string;
    by: string;
    kind: string;
    state: string;
    /** How many texts it has: those of the plans follow each other. */
    variants: number;
    /** Over all of them. */
    texts: string | null;
    approvals: { by: string; at: string; sha256: string }[];
  }[];
  files: ExportFile[];
  /** SHA-256 over a line `sha256 name` for each of the files in order: what the custody log holds. */
  root: string;
  publicKey: string;
  /** That the custody log holds the entry of this export (c2sp.org/tlog-proof). */
  custody: string;
}

export function rootOf(files: readonly ExportFile[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of files) hash.update(`${sha256} ${name}\n`);
  return hash.digest('hex');
}

export function signExport(bytes: Uint8Array, signer: NoteSigner): Buffer {
  return Buffer.from(signNote(signedText(bytes), signer));
}

function signedText(bytes: Uint8Array): string {
  return `${exportFormat}\nmanifest sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`;
}

/** What is wrong where it does not hold. `publicKey`: whose signature is expected, where that is known. */
export function checkManifest(
  bytes: Buffer,
  signature: string,
  publicKey?: string,
): { manifest: ExportManifest; entry: number } | string {
  const manifest = parsed(bytes);
  if (manifest === null) return 'its manifest cannot be read';
  if (publicKey !== undefined && manifest.publicKey !== publicKey)
    return 'it is signed by another key than the one given';
  const verifier = parsePublicKey(manifest.publicKey);
  const note = verifier && openNote(signature, verifier);
  if (!note?.isSigned || note.text !== signedText(bytes))
    return 'its manifest was changed, or is not signed by the key that it names';
  if (rootOf(manifest.files) !== manifest.root)
    return 'its list of files does not give the hash that it names';
  const logged = checkInclusion(manifest.custody, manifest.publicKey);
  if (!logged.ok) return logged.what;
  const { entry, number } = logged;
  if (entry?.what !== exportVerb || entry.case !== manifest.case || entry.hashes?.['root'] !== manifest.root)
    return 'the custody log does not say that it was made';
  return { manifest, entry: number };
}

function parsed(bytes: Buffer): ExportManifest | null {
  let manifest: Partial<ExportManifest> | null;
  try {
    manifest = JSON.parse(bytes.toString()) as Partial<ExportManifest> | null;
  } catch {
    return null;
  }
  const isWhole =
    manifest?.format === exportFormat &&
    [manifest.case, manifest.root, manifest.publicKey, manifest.custody].every(
      (text) => typeof text === 'string',
    ) &&
    Array.isArray(manifest.files) &&
    manifest.files.every(
      (file) =>
        typeof file?.name === 'string' &&
        typeof file.sha256 === 'string' &&
        Number.isSafeInteger(file.bytes) &&
        !/[\n\0]/u.test(file.name),
    );
  return isWhole ? (manifest as ExportManifest) : null;
}
