// A controller's package, made in one go: its people out of the evidence, sealed to its key, signed by the instance,
// with a proof beside it. In: a case, what the package is made of, and for whom. Out: FILE and FILE.proof, there whole
// or not at all. What waits on the disk until then is noise; the custody log has it begun before, sealed with its hash
// once it is whole, and done when it is in its place.
//
// What a kill leaves: until the files are put in place what was there before, or nothing, and an entry that never ends;
// between the two files the proof of the new package beside the older one, which is whole, or beside none: verifying
// says so, and making it again mends it; after them the package with its proof, sealed but not done in the log.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline as pipe } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { WholeFile } from '../../base/files/index.ts';
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
import { keepEvidence } from './evidence-list.ts';
import {
  manifestBytes,
  maxManifestBytes,
  packageFiles,
  packageFormat,
  type PackageManifest,
  signManifest,
} from './package-manifest.ts';
import { shownPerson } from '../person-number.ts';
import { nextPackageNumber } from './package-number.ts';
import { createPieceHasher, sealedVerb, writeProof } from './package-proof.ts';
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
  /** What stands there already, a package that was sent perhaps, is replaced. */
  force?: boolean;
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
  { recipient, out, force = false, who, why, signal }: MakePackageOptions,
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
  if (!force) checkFree(path);
  using file = openOutput(path);
  const number = nextPackageNumber(record, { who, controller: source.controller.name });
  const begun = appendCustody(home, { ...said, result: 'begun', counts: { package: number } }, record.key);
  try {
    using people = createPeopleFile({
      ...source,
      folder: dirname(path),
      people: source.people.length,
      numberOf: (place) => shownPerson(source.people[place]!),
    });
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
      complete: finished.complete,
      byIdentifier: finished.byIdentifier,
      withoutLine: finished.withoutLine,
      leftOutValues: finished.leftOut,
      classes: source.classes,
      fields: [...source.fields],
      ...keepEvidence(evidence),
      publicKey: signer.publicKey,
      custody: inclusionProof(custodyFolder(home.path), begun.number),
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
    const whole = {
      ...said,
      result: 'done',
      counts: { people: manifest.people, bytes: hashes.bytes },
      hashes: { sha256: hashes.sha256, package: about.package },
    } satisfies CustodyEntry;
    const seal = appendCustody(home, { ...whole, what: sealedVerb }, record.key);
    const logged = inclusionProof(custodyFolder(home.path), seal.number);
    const proof = { package: about.package, publicKey: signer.publicKey, ...hashes };
    // it took a while
    if (!force) checkFree(path);
    place(file, path, writeProof(proof, logged, signer));
    appendCustody(home, whole, record.key);
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

/** Neither the package nor its proof is replaced unseen: they may have been sent, and the proof is what shows it. */
function checkFree(path: string): void {
  for (const taken of [path, proofPath(path)])
    if (existsSync(taken))
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a file already: ${taken}`, {
        hint: 'name another file with --out, or replace this one and its proof with --force',
      });
}

function openOutput(path: string): WholeFile {
  try {
    return new WholeFile(path);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}

/** The proof first: a package never stands without one. Both are on the disk before either is moved. */
function place(file: WholeFile, path: string, proof: string): void {
  try {
    using beside = new WholeFile(proofPath(path));
    beside.write(Buffer.from(proof));
    beside.end();
    beside.keepAs(proofPath(path));
    file.keepAs(path);
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
  if (bytes.length > maxManifestBytes)
    throw new TocsinError(
      'OUTPUT_NOT_WRITABLE',
      `the package would be refused: its manifest is longer than ${maxManifestBytes >> 20} MiB`,
      { hint: 'examine the evidence in several cases, so that each package has fewer fields' },
    );
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
