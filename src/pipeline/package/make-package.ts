// A controller's package, made in one go: its people out of the evidence, sealed to its key, signed by the instance,
// with a proof beside it. In: a case, what the package is made of, and for whom. Out: FILE and FILE.proof, there whole
// or not at all. What waits on the disk until then is noise; the custody log has it begun before, and done after.

import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline as pipe } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { WholeFile, writeWhole } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import {
  appendCustody,
  type CustodyEntry,
  custodyFolder,
  inclusionProof,
  instanceSigner,
} from '../../custody/index.ts';
import { parseRecipient, sealStream } from '../../store/age/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import {
  manifestBytes,
  packageFiles,
  packageFormat,
  type PackageManifest,
  signManifest,
} from './package-manifest.ts';
import { createPieceHasher, writeProof } from './package-proof.ts';
import { packageReadme } from './package-readme.ts';
import type { PackageSource } from './package-source.ts';
import { createPeopleFile, type FinishedPeople } from './people-file.ts';
import { type TarFile, writeTar } from './tar-archive.ts';
import { proofPath } from './verify-package.ts';

export interface MakePackageOptions {
  /** An age recipient, `age1…`. */
  recipient: string;
  /** Where the package goes; its proof goes beside it. */
  out: string;
  who: string;
  why?: string;
  signal?: AbortSignal;
}

export interface MadePackage {
  package: string;
  path: string;
  proof: string;
  /** Of the sealed file. */
  sha256: string;
  bytes: number;
  manifest: PackageManifest;
}

/** Throws RECIPIENT, OUTPUT_NOT_WRITABLE, and what the source throws; then there is no package. */
export async function makePackage(
  home: InstanceHome,
  record: CaseRecord,
  source: PackageSource,
  { recipient, out, who, why, signal }: MakePackageOptions,
): Promise<MadePackage> {
  const path = resolve(out);
  const to = parseRecipient(recipient);
  const said = {
    who,
    case: record.case,
    what: 'package',
    on: String(source.controller.number),
    details: {
      controller: source.controller.name,
      recipient: recipient.trim(),
      out: path,
      ...(why ? { why } : {}),
    },
  } satisfies Omit<CustodyEntry, 'result'>;
  using file = openOutput(path);
  const { number } = appendCustody(home, { ...said, result: 'begun' }, record.key);
  try {
    using people = createPeopleFile({ ...source, folder: dirname(path), people: source.people.length });
    const evidence = await gather(source, people, signal);
    const finished = people.finish();
    const signer = instanceSigner(home);
    const about = {
      format: packageFormat,
      package: `${record.case}/${source.controller.number}/${number}`,
      case: record.case,
      controller: source.controller,
      number,
      made: { at: new Date().toISOString(), by: who },
      recipient: recipient.trim(),
      people: source.people.length,
      withoutRows: source.people.length - finished.withRows,
      leftOutValues: finished.leftOut,
      classes: source.classes,
      fields: [...source.fields],
      evidence,
      publicKey: signer.publicKey,
      custody: inclusionProof(custodyFolder(home.path), number),
    } satisfies Omit<PackageManifest, 'files'>;
    const { manifest, archive } = packed(about, finished, signer);
    const hasher = createPieceHasher();
    for await (const sealed of sealStream(gzipped(archive), [to])) {
      signal?.throwIfAborted();
      hasher.update(sealed);
      file.write(sealed);
    }
    file.end();
    const hashes = hasher.finish();
    const counts = { people: manifest.people, bytes: hashes.bytes };
    const done = appendCustody(
      home,
      { ...said, result: 'done', counts, hashes: { sha256: hashes.sha256, package: about.package } },
      record.key,
    );
    const logged = inclusionProof(custodyFolder(home.path), done.number);
    const proof = { package: about.package, publicKey: signer.publicKey, ...hashes };
    writeOver(path, () => {
      writeWhole(proofPath(path), writeProof(proof, logged, signer));
      file.keepAs(path);
    });
    return {
      package: about.package,
      path,
      proof: proofPath(path),
      sha256: hashes.sha256,
      bytes: hashes.bytes,
      manifest,
    };
  } catch (error) {
    appendCustody(home, { ...said, result: 'failed' }, record.key);
    throw error;
  }
}

function openOutput(path: string): WholeFile {
  try {
    return new WholeFile(path);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}

function writeOver(path: string, write: () => void): void {
  try {
    // a package of the same name never stands beside another one's proof
    rmSync(path, { force: true });
    write();
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}

async function gather(
  source: PackageSource,
  people: ReturnType<typeof createPeopleFile>,
  signal: AbortSignal | undefined,
): Promise<PackageManifest['evidence']> {
  const placeOf = placesOf(source.people);
  return await source.forEachRow((person, part, values) => {
    signal?.throwIfAborted();
    const place = placeOf(person);
    // nobody who is not the controller's, whatever a row says
    if (place >= 0) people.add(place, part, values);
  });
}

/** By halving: a table by number would be as long as the case has people. */
function placesOf(people: Int32Array): (person: number) => number {
  return (person) => {
    let [low, high] = [0, people.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (people[middle] === person) return middle;
      if (people[middle]! < person) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
}

function packed(
  about: Omit<PackageManifest, 'files'>,
  { content, sha256 }: FinishedPeople,
  signer: Parameters<typeof signManifest>[1],
): { manifest: PackageManifest; archive: Iterable<Uint8Array> } {
  const readme = Buffer.from(packageReadme(about));
  const manifest: PackageManifest = {
    ...about,
    files: [
      {
        name: packageFiles.readme,
        bytes: readme.length,
        sha256: createHash('sha256').update(readme).digest('hex'),
      },
      { name: packageFiles.people, bytes: content.bytes, sha256 },
    ],
  };
  const bytes = manifestBytes(manifest);
  const signature = Buffer.from(signManifest(bytes, signer));
  const archive = writeTar(
    [
      small(packageFiles.manifest, bytes),
      small(packageFiles.signature, signature),
      small(packageFiles.readme, readme),
      { name: packageFiles.people, bytes: content.bytes, content: content.read() },
    ],
    new Date(about.made.at),
  );
  return { manifest, archive };
}

function small(name: string, held: Buffer): TarFile {
  return { name, bytes: held.length, content: [held] };
}

/** Of what remains to be won by more, text like this gains little, and it takes several times as long. */
const gzipLevel = 3;

async function* gzipped(archive: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const gzip = createGzip({ level: gzipLevel });
  const piping = pipe(Readable.from(archive, { objectMode: false }), gzip);
  // what fails in the archive ends the compressed stream, and is told by it
  piping.catch(() => {});
  for await (const piece of gzip) yield piece as Uint8Array;
  await piping;
}
