// Where the bytes of an evidence can be had: from a file it was taken from that is unchanged, else from its sealed copy,
// which is opened in memory only. In: a case and an evidence. Out: a path, with what opens it where it is sealed.

import { existsSync, statSync } from 'node:fs';
import { type FileSeal, TocsinError } from '../base/index.ts';
import { openAge } from '../store/age/index.ts';
import type { CaseRecord } from '../store/index.ts';
import { copyIdentity, copyPath } from './evidence-copy.ts';
import type { Evidence } from './evidence.ts';
import { readPieces } from './file-pieces.ts';

export interface EvidenceBytes {
  evidence: Evidence;
  /** The file that holds them. */
  path: string;
  /** Null where they lie there in clear. */
  seal: FileSeal | null;
}

/** Throws EVIDENCE_CHANGED where they are nowhere any more. */
export async function locateEvidence(record: CaseRecord, evidence: Evidence): Promise<EvidenceBytes> {
  for (const place of evidence.places.toReversed())
    if (await isUnchanged(place.path, place.modifiedMs, evidence))
      return { evidence, path: place.path, seal: null };
  const path = copyPath(record, evidence.id);
  if (evidence.how === 'copy' && existsSync(path)) {
    using file = await openAge(path, [copyIdentity(record)], `the copy of ${evidence.id}`);
    return { evidence, path, seal: file.seal };
  }
  const { id, how } = evidence;
  const what =
    how === 'copy' ? 'its copy in the case is gone, and the file' : 'it was taken by reference, and the file';
  throw new TocsinError(
    'EVIDENCE_CHANGED',
    `the evidence ${id} cannot be read: ${what} was changed or moved: ${evidence.path}`,
  );
}

/**
 * A file of another date is the same where it holds the same. Where a copy can be read instead, its date alone says
 * nothing: whoever changed the file may have set that back.
 */
async function isUnchanged(
  path: string,
  modifiedMs: number,
  { bytes, sha256, how }: Evidence,
): Promise<boolean> {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size !== bytes) return false;
    if (how === 'reference' && stats.mtimeMs === modifiedMs) return true;
    return (await readPieces(path, () => {})).sha256 === sha256;
  } catch {
    return false;
  }
}
