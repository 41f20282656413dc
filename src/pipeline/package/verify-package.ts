// Checks a package without being able to open it: that its bytes are those that its sender signed, and where they are
// not. In: the file, its FILE.proof beside it, and the sender's public key where it is known. Out: the verdict.

import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { readFully } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import {
  createPieceHasher,
  maxProofFileBytes,
  type PackageProof,
  proofPieceBytes,
  readProof,
} from './package-proof.ts';
import { placeInProof } from './proof-place.ts';

export interface PackageVerdict {
  ok: boolean;
  /** Null where the proof cannot be trusted. */
  package: string | null;
  /** What was checked and holds. */
  holds: string[];
  problems: { place: string; what: string }[];
  /** What was not checked. */
  remarks: string[];
}

export function proofPath(path: string): string {
  return `${path}.proof`;
}

/** Whether there is a proof beside it: other age files are not ours to judge. */
export function isPackage(path: string): boolean {
  return existsSync(proofPath(path));
}

/** What is to be said of a file in the age format that has no proof beside it. */
export function withoutProof(path: string): PackageVerdict {
  return {
    ok: false,
    package: null,
    holds: [],
    problems: [
      {
        place: proofPath(path),
        what: 'this proof is missing: without it a package, or another file in the age format, cannot be checked',
      },
    ],
    remarks: [
      "ask the sender for the proof and put it beside the file, or open the package with its recipient's identity",
    ],
  };
}

/**
 * `publicKey`: the sender's; `own`: that of whoever verifies, who may be the sender. Throws INPUT_NOT_FOUND,
 * INPUT_UNREADABLE.
 */
export function verifyPackage(path: string, publicKey?: string, own: string | null = null): PackageVerdict {
  const bytes = proofBytes(path);
  const read = readProof(bytes.toString(), publicKey?.trim());
  if (!read.ok) {
    const inside = placeInProof(bytes, () => hashesOf(path));
    const place = inside === null ? proofPath(path) : `${proofPath(path)}, ${inside}`;
    return { ok: false, package: null, holds: [], problems: [{ place, what: read.what }], remarks: [] };
  }
  const { proof, entry, logSize } = read;
  const problems = compare(path, proof);
  const remarks = ['what is inside was not looked at: that takes the identity of its recipient'];
  if (publicKey === undefined && proof.publicKey !== own)
    remarks.push(`whose key it is was not checked: give the sender's with --key`);
  return {
    ok: problems.length === 0,
    package: proof.package,
    holds:
      problems.length > 0
        ? []
        : [
            `${proof.bytes} bytes, SHA-256 ${proof.sha256}`,
            `signed by ${proof.publicKey.split('+')[0]}`,
            `entry ${entry} of its custody log of ${logSize} says the same`,
          ],
    problems,
    remarks,
  };
}

function proofBytes(path: string): Buffer {
  const proof = proofPath(path);
  for (const wanted of [path, proof])
    if (!existsSync(wanted))
      throw new TocsinError('INPUT_NOT_FOUND', `there is no ${wanted}`, {
        hint: 'a package is checked with its .proof file beside it; ask the sender for both',
      });
  try {
    if (statSync(proof).size <= maxProofFileBytes) return readFileSync(proof);
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${proof}`, { cause });
  }
  return Buffer.alloc(0);
}

function hashesOf(path: string): ReturnType<ReturnType<typeof createPieceHasher>['finish']> {
  const hasher = createPieceHasher();
  for (const piece of piecesOf(path)) hasher.update(piece);
  return hasher.finish();
}

/** One MiB at a time, in the same memory. */
function* piecesOf(path: string): Generator<Uint8Array> {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const piece = Buffer.alloc(proofPieceBytes);
    for (let offset = 0; ; offset += proofPieceBytes) {
      const had = readFully(file, piece, offset);
      if (had === 0) return;
      yield piece.subarray(0, had);
    }
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** More are counted, not told. */
const maxTold = 10;

function compare(path: string, { bytes, pieces, sha256 }: PackageProof): PackageVerdict['problems'] {
  const problems: PackageVerdict['problems'] = [];
  const whole = createHash('sha256');
  let size = 0;
  let wrong = 0;
  let number = 0;
  for (const found of piecesOf(path)) {
    const begin = size;
    size += found.length;
    whole.update(found);
    const wanted = pieces[number++];
    if (wanted === undefined || createHash('sha256').update(found).digest('hex') === wanted) continue;
    if (wrong++ < maxTold)
      problems.push({
        place: `byte ${begin} to ${size}`,
        what: `this part of the file (MiB ${number} of ${pieces.length}) is not as it was made`,
      });
  }
  if (wrong > maxTold)
    problems.push({ place: 'further on', what: `${wrong - maxTold} more parts were changed` });
  if (size !== bytes)
    problems.push({
      place: `byte ${Math.min(size, bytes)}`,
      what:
        size < bytes
          ? `the file was cut: ${bytes - size} bytes are missing`
          : `${size - bytes} bytes were added`,
    });
  else if (wrong === 0 && whole.digest('hex') !== sha256)
    problems.push({ place: 'the file', what: 'it is not as it was made' });
  return problems;
}
