// Checks a package without being able to open it: that its bytes are those that its sender signed, and where they are
// not. In: the file, its FILE.proof beside it, and the sender's public key where it is known. Out: the verdict.

import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { TocsinError } from '../../base/index.ts';
import { maxProofFileBytes, type PackageProof, proofPieceBytes, readProof } from './package-proof.ts';

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

/**
 * `publicKey`: the sender's; `own`: that of whoever verifies, who may be the sender. Throws INPUT_NOT_FOUND,
 * INPUT_UNREADABLE.
 */
export function verifyPackage(path: string, publicKey?: string, own: string | null = null): PackageVerdict {
  const read = readProof(proofText(path), publicKey?.trim());
  if (!read.ok)
    return {
      ok: false,
      package: null,
      holds: [],
      problems: [{ place: proofPath(path), what: read.what }],
      remarks: [],
    };
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

function proofText(path: string): string {
  const proof = proofPath(path);
  for (const wanted of [path, proof])
    if (!existsSync(wanted))
      throw new TocsinError('INPUT_NOT_FOUND', `there is no ${wanted}`, {
        hint: 'a package is checked with its .proof file beside it; ask the sender for both',
      });
  try {
    if (statSync(proof).size <= maxProofFileBytes) return readFileSync(proof, 'utf8');
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${proof}`, { cause });
  }
  return '';
}

/** More are counted, not told. */
const maxTold = 10;

function compare(path: string, { bytes, pieces, sha256 }: PackageProof): PackageVerdict['problems'] {
  const problems: PackageVerdict['problems'] = [];
  const whole = createHash('sha256');
  const file = openSync(path, 'r');
  let size = 0;
  let wrong = 0;
  try {
    const piece = Buffer.alloc(proofPieceBytes);
    for (let number = 0; ; number++) {
      const had = readFully(file, piece, number * proofPieceBytes);
      if (had === 0) break;
      size += had;
      const found = piece.subarray(0, had);
      whole.update(found);
      const wanted = pieces[number];
      if (wanted === undefined || createHash('sha256').update(found).digest('hex') === wanted) continue;
      const begin = number * proofPieceBytes;
      if (wrong++ < maxTold)
        problems.push({
          place: `byte ${begin} to ${begin + had}`,
          what: `this part of the file (MiB ${number + 1} of ${pieces.length}) is not as it was made`,
        });
    }
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  } finally {
    closeSync(file);
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

function readFully(file: number, target: Uint8Array, offset: number): number {
  let had = 0;
  while (had < target.length) {
    const taken = readSync(file, target, had, target.length - had, offset + had);
    if (taken === 0) break;
    had += taken;
  }
  return had;
}
