// Hands out one evidence as a file in clear, to somebody who says why. In: the evidence and where to. Out: the file, there
// whole and with the hash it was taken with, or not at all. That it is handed out is in the custody log before its first byte is read.

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { WholeFile } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { appendCustody } from '../custody/index.ts';
import { openAge } from '../store/age/index.ts';
import type { CaseRecord, InstanceHome } from '../store/index.ts';
import { copyIdentity } from './evidence-copy.ts';
import type { Evidence } from './evidence.ts';
import { readPieces } from './file-pieces.ts';
import type { EvidenceBytes } from './locate-evidence.ts';
import { openEvidence } from './open-evidence.ts';

/** Throws EVIDENCE_CHANGED, OUTPUT_NOT_WRITABLE; nothing is left at `out` then. */
export async function handOutEvidence(
  home: InstanceHome,
  record: CaseRecord,
  evidence: Evidence,
  { who, why, out }: { who: string; why: string; out: string },
): Promise<void> {
  const what = 'evidence.open';
  const [opened] = await openEvidence(home, record, [evidence], {
    who,
    what,
    why,
    details: { out: resolve(out) },
  });
  const told = { who, case: record.case, what, on: evidence.id };
  try {
    await writeOut(record, opened!, out);
    appendCustody(home, { ...told, result: 'done', counts: { bytes: evidence.bytes } }, record.key);
  } catch (error) {
    appendCustody(home, { ...told, result: 'failed' }, record.key);
    throw error;
  }
}

async function writeOut(record: CaseRecord, opened: EvidenceBytes, out: string): Promise<void> {
  using file = made(out);
  const { id } = opened.evidence;
  if ((await eachPiece(record, opened, (piece) => file.write(piece))) !== opened.evidence.sha256)
    throw new TocsinError(
      'EVIDENCE_CHANGED',
      `the evidence ${id} was changed since it was taken: nothing was written`,
    );
  try {
    file.keepAs(out);
  } catch (cause) {
    throw notWritable(out, cause);
  }
}

function made(out: string): WholeFile {
  try {
    return new WholeFile(out);
  } catch (cause) {
    throw notWritable(out, cause);
  }
}

function notWritable(out: string, cause: unknown): TocsinError {
  return new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${out}`, { cause });
}

/** Resolves to the SHA-256 of all of it. */
export async function eachPiece(
  record: CaseRecord,
  { evidence, path, seal }: EvidenceBytes,
  onPiece: (piece: Uint8Array) => void,
): Promise<string> {
  if (!seal) return (await readPieces(path, onPiece)).sha256;
  using file = await openAge(path, [copyIdentity(record)], `the copy of ${evidence.id}`);
  const hash = createHash('sha256');
  for (const piece of file.stream()) {
    hash.update(piece);
    onPiece(piece);
  }
  return hash.digest('hex');
}
