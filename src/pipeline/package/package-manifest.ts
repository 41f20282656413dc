// What a package says of itself, in its manifest.json: whose it is, for whom, what is in it, out of which evidence, and
// that the custody log had it begun. In: these facts, or the bytes of a manifest with its signature. Out: the bytes and
// the signature over them, or the manifest once the signature holds.

import { createHash } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import { checkInclusion, type NoteSigner, openNote, parsePublicKey, signNote } from '../../custody/index.ts';

export const packageFormat = 'tocsin package 1';

export const packageFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  readme: 'README.txt',
  people: 'people.csv',
} as const;

export interface PackageManifest {
  format: typeof packageFormat;
  /** `case/controller/number`; of one case the numbers ascend. */
  package: string;
  case: string;
  controller: { number: number; name: string };
  number: number;
  made: { at: string; by: string };
  /** The age recipient that it is sealed to: sealed again to somebody else it is refused. */
  recipient: string;
  /** The controller's: those of the next three together. */
  people: number;
  /** With values of their rows. */
  complete: number;
  /** Of whom no row of the controller's tells who they are: with an identifier of its own list, and nothing else. */
  byIdentifier: number;
  /** Of whom nothing can be handed over that tells who they are. */
  withoutLine: number;
  leftOutValues: number;
  classes: { class: string; people: number }[];
  fields: string[];
  /** By their hashes, ascending; the first 10,000 where there are more. */
  evidence: { sha256: string; bytes: number }[];
  /** All of them. */
  evidenceFiles: number;
  /** Over all of them, a line `sha256 bytes` each. */
  evidenceSha256: string;
  files: { name: string; bytes: number; sha256: string }[];
  /** With which the manifest, checkpoint and proof are signed. */
  publicKey: string;
  /** That the custody log holds the entry that begins this package (c2sp.org/tlog-proof). */
  custody: string;
}

/** Longer ones are not read. */
export const maxManifestBytes = 16 << 20;

export function manifestBytes(manifest: PackageManifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** A signed note that names the manifest by its hash. */
export function signManifest(bytes: Uint8Array, signer: NoteSigner): string {
  return signNote(signedText(bytes), signer);
}

function signedText(bytes: Uint8Array): string {
  return `${packageFormat}\nmanifest sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`;
}

/**
 * `publicKey`: the sender's, where it is known; else the one that the manifest names. Throws PACKAGE_REFUSED where it is
 * no manifest, was changed, or is signed by another key.
 */
export function openManifest(bytes: Buffer, signature: string, publicKey?: string): PackageManifest {
  const manifest = parseManifest(bytes);
  if (publicKey !== undefined && manifest.publicKey !== publicKey)
    throw refused('it is signed by another instance than the one expected');
  const verifier = parsePublicKey(manifest.publicKey);
  const note = verifier && openNote(signature, verifier);
  if (!note?.isSigned || note.text !== signedText(bytes))
    throw refused('its manifest was changed, or is not signed by the key that it names');
  const logged = checkInclusion(manifest.custody, manifest.publicKey);
  const { entry } = logged.ok ? logged : { entry: null };
  const isLogged =
    entry?.what === 'package' &&
    entry.case === manifest.case &&
    entry.on === String(manifest.controller.number) &&
    entry.counts?.['package'] === manifest.number;
  if (!isLogged) throw refused('the custody log of its sender does not say that it was made');
  return manifest;
}

function parseManifest(bytes: Buffer): PackageManifest {
  let manifest: Partial<PackageManifest> | null;
  try {
    manifest = JSON.parse(bytes.toString()) as Partial<PackageManifest> | null;
  } catch {
    throw refused('its manifest cannot be read');
  }
  if (manifest?.format !== packageFormat) throw refused('its manifest is of another format');
  const isWhole =
    typeof manifest.case === 'string' &&
    /^\d{4}-[0-9a-z]{6}$/u.test(manifest.case) &&
    typeof manifest.recipient === 'string' &&
    typeof manifest.publicKey === 'string' &&
    typeof manifest.custody === 'string' &&
    typeof manifest.controller?.number === 'number' &&
    typeof manifest.controller.name === 'string' &&
    Number.isSafeInteger(manifest.controller.number) &&
    Number.isSafeInteger(manifest.number) &&
    manifest.package === `${manifest.case}/${manifest.controller.number}/${manifest.number}` &&
    [manifest.people, manifest.complete, manifest.byIdentifier, manifest.withoutLine].every(
      Number.isSafeInteger,
    ) &&
    Array.isArray(manifest.files) &&
    manifest.files.every(
      (file) =>
        typeof file?.name === 'string' && typeof file.bytes === 'number' && typeof file.sha256 === 'string',
    );
  if (!isWhole) throw refused('its manifest lacks what it has to say');
  return manifest as PackageManifest;
}

export function refused(why: string, hint?: string): TocsinError {
  return new TocsinError(
    'PACKAGE_REFUSED',
    `the package is refused: ${why}`,
    hint === undefined ? {} : { hint },
  );
}
