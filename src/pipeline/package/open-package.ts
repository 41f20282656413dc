// Opens a package at the controller's: everything is checked in one reading before anything is written in a second.
// In: the file, the controller's identity, where to. Out: the files, or PACKAGE_REFUSED with the reason and nothing
// written: changed on the way, sealed again by somebody else, for another recipient, or received before.

import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline as pipe } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { syncFolder } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../custody/index.ts';
import { type AgeIdentity, openAge, readIdentities, recipientsOf } from '../../store/age/index.ts';
import type { InstanceHome, ReceivedPackage } from '../../store/index.ts';
import {
  maxManifestBytes,
  openManifest,
  packageFiles,
  type PackageManifest,
  refused,
} from './package-manifest.ts';
import { refuseTaken, takeOnce } from './take-once.ts';
import { readTar } from './tar-archive.ts';

export interface OpenPackageOptions {
  /** The file of the identity that the package was sealed to. */
  identity: string;
  /** A folder that is not there yet, or is empty. */
  out: string;
  who: string;
  /** The sender's public key, where it is known from elsewhere. */
  publicKey?: string;
}

export interface OpenedPackage {
  manifest: PackageManifest;
  folder: string;
  files: string[];
}

/** Throws PACKAGE_REFUSED, SEALED_KEY, SEALED_DAMAGED, IDENTITY, OUTPUT_NOT_WRITABLE; then nothing was written. */
export async function openPackage(
  home: InstanceHome,
  path: string,
  { identity, out, who, publicKey }: OpenPackageOptions,
): Promise<OpenedPackage> {
  const folder = resolve(out);
  checkEmpty(folder);
  const said = {
    who,
    case: null,
    what: 'package.open',
    details: { path: resolve(path), out: folder },
  } as const;
  try {
    const identities = readIdentities(identity);
    const manifest = await checked(path, identities, publicKey);
    const about = { ...said, on: manifest.package } satisfies Omit<CustodyEntry, 'result'>;
    checkRecipient(manifest, await recipientsOf(identities));
    const isKeyGiven = publicKey !== undefined;
    refuseTaken(home, received(manifest), isKeyGiven);
    appendCustody(home, { ...about, result: 'begun', counts: { people: manifest.people } });
    await unpack(path, identities, manifest, folder, (waits) => {
      takeOnce(home, received(manifest), isKeyGiven, { waits, folder });
    });
    appendCustody(home, { ...about, result: 'done', counts: { people: manifest.people } });
    return { manifest, folder, files: Object.values(packageFiles) };
  } catch (error) {
    const result = isRefusal(error) ? 'refused' : 'failed';
    const why = error instanceof TocsinError ? error.message : 'an error of the program or the machine';
    appendCustody(home, { ...said, result, details: { ...said.details, why } });
    throw error;
  }
}

/** Whether an error says that the package is not to be taken, rather than that it could not be. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof TocsinError && ['PACKAGE_REFUSED', 'SEALED_KEY', 'SEALED_DAMAGED'].includes(error.code)
  );
}

function checkEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `the folder is not empty: ${folder}`, {
      hint: 'name a folder that is not there yet',
    });
}

function checkRecipient(manifest: PackageManifest, recipients: readonly string[]): void {
  if (recipients.includes(manifest.recipient)) return;
  throw refused(
    'it was made for another recipient, and sealed again to this one by somebody else',
    'ask the sender whether it was meant for you, and who forwarded it',
  );
}

function received({ case: id, controller, number, publicKey }: PackageManifest): ReceivedPackage {
  return { publicKey, case: id, controller: controller.number, number };
}

/** Reads it to its end, and writes nothing. */
async function checked(
  path: string,
  identities: AgeIdentity[],
  publicKey: string | undefined,
): Promise<PackageManifest> {
  const small = new Map<string, Buffer[]>();
  const hashes = new Map<string, { hash: Hash; bytes: number }>();
  let name = '';
  await readPackage(path, identities, {
    onFile(begun, bytes) {
      if (!(Object.values(packageFiles) as string[]).includes(begun) || hashes.has(begun))
        throw refused(`a file is in it that does not belong there`);
      name = begun;
      hashes.set(name, { hash: createHash('sha256'), bytes });
      if (name !== packageFiles.manifest && name !== packageFiles.signature) return;
      if (bytes > maxManifestBytes) throw refused('its manifest is too long');
      small.set(name, []);
    },
    onBytes(piece) {
      hashes.get(name)!.hash.update(piece);
      small.get(name)?.push(Buffer.from(piece));
    },
  });
  const [bytes, signature] = [packageFiles.manifest, packageFiles.signature].map((wanted) =>
    small.get(wanted),
  );
  if (!bytes || !signature) throw refused('it has no manifest');
  const manifest = openManifest(Buffer.concat(bytes), Buffer.concat(signature).toString(), publicKey?.trim());
  for (const { name: named, bytes: size, sha256 } of manifest.files) {
    const found = hashes.get(named);
    if (found?.bytes !== size || found.hash.digest('hex') !== sha256)
      throw refused(`${named} in it is not the file that was signed`);
  }
  if (manifest.files.length !== hashes.size - 2) throw refused('it holds other files than its manifest says');
  return manifest;
}

/** Into a hidden folder beside `folder`, which `take` moves there when all is on the disk. */
async function unpack(
  path: string,
  identities: AgeIdentity[],
  manifest: PackageManifest,
  folder: string,
  take: (waits: string) => void,
): Promise<void> {
  let beside: string;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    beside = mkdtempSync(join(dirname(folder), '.tocsin-package-'));
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${folder}`, { cause });
  }
  try {
    const written = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
    await writeFiles(path, identities, beside, written);
    take(beside);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** The file may have been changed since it was checked: what is kept is what was signed. */
async function writeFiles(
  path: string,
  identities: AgeIdentity[],
  folder: string,
  signed: ReadonlyMap<string, string>,
): Promise<void> {
  let open: { name: string; file: number; hash: Hash } | null = null;
  const finish = () => {
    if (!open) return;
    const { name, file, hash } = open;
    open = null;
    fsyncSync(file);
    closeSync(file);
    const wanted = signed.get(name);
    if (wanted !== undefined && hash.digest('hex') !== wanted)
      throw refused('the file was changed while it was being read');
  };
  try {
    await readPackage(path, identities, {
      onFile(name) {
        finish();
        open = { name, file: openSync(join(folder, name), 'wx', 0o600), hash: createHash('sha256') };
      },
      onBytes(piece) {
        open!.hash.update(piece);
        for (let done = 0; done < piece.length;) done += writeSync(open!.file, piece, done);
      },
    });
    finish();
    syncFolder(folder);
  } finally {
    // only after an error
    const left = open as { file: number } | null;
    if (left) closeSync(left.file);
  }
}

async function readPackage(
  path: string,
  identities: AgeIdentity[],
  visitor: Parameters<typeof readTar>[1],
): Promise<void> {
  using sealed = await openSealed(path, identities);
  const gunzip = createGunzip();
  const piping = pipe(Readable.from(sealed.stream(), { objectMode: false }), gunzip);
  piping.catch(() => {});
  try {
    await readTar(gunzip as AsyncIterable<Uint8Array>, visitor);
    await piping;
  } catch (error) {
    if (error instanceof TocsinError) throw error;
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw refused('what is sealed in it is not as packages are made');
    throw error;
  }
}

async function openSealed(path: string, identities: AgeIdentity[]) {
  try {
    return await openAge(path, identities);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new TocsinError('INPUT_NOT_FOUND', `there is no ${path}`);
    if (code === 'EACCES' || code === 'EISDIR')
      throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause: error });
    throw error;
  }
}
