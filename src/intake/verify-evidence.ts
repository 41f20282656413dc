// Whether evidence is still what was taken: the files it was taken from and the sealed copies are read and hashed again.
// In: a case. Out: for each evidence how each of its files stands.

import { existsSync } from 'node:fs';
import { TocsinError } from '../base/index.ts';
import type { CaseRecord } from '../store/index.ts';
import { copyPath } from './evidence-copy.ts';
import type { Evidence } from './evidence.ts';
import { readPieces } from './file-pieces.ts';
import { eachPiece } from './hand-out-evidence.ts';
import { openAge } from '../store/age/index.ts';
import { copyIdentity } from './evidence-copy.ts';

export type PlaceState = 'unchanged' | 'changed' | 'missing';

export interface VerifiedEvidence {
  evidence: Evidence;
  places: { path: string; state: PlaceState }[];
  /** Null where none was taken. `what`: where it is damaged. */
  copy: { state: PlaceState; what?: string } | null;
  /** It can still be had as it was taken. */
  isSafe: boolean;
}

export async function verifyEvidence(
  record: CaseRecord,
  evidence: Evidence,
  { signal, onRead = () => {} }: { signal?: AbortSignal; onRead?: (bytes: number) => void } = {},
): Promise<VerifiedEvidence> {
  const places: VerifiedEvidence['places'] = [];
  for (const { path } of evidence.places)
    places.push({ path, state: await stateOf(path, evidence, onRead, signal) });
  const copy = evidence.how === 'copy' ? await copyState(record, evidence, onRead) : null;
  const isSafe =
    copy?.state === 'unchanged' || (copy === null && places.some(({ state }) => state === 'unchanged'));
  return { evidence, places, copy, isSafe };
}

async function stateOf(
  path: string,
  evidence: Evidence,
  onRead: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<PlaceState> {
  try {
    const { sha256 } = await readPieces(path, (piece) => onRead(piece.length), signal);
    return sha256 === evidence.sha256 ? 'unchanged' : 'changed';
  } catch (error) {
    signal?.throwIfAborted();
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return 'missing';
  }
}

async function copyState(
  record: CaseRecord,
  evidence: Evidence,
  onRead: (bytes: number) => void,
): Promise<{ state: PlaceState; what?: string }> {
  const path = copyPath(record, evidence.id);
  if (!existsSync(path)) return { state: 'missing' };
  try {
    using file = await openAge(path, [copyIdentity(record)], `the copy of ${evidence.id}`);
    const sealed = { evidence, path, seal: file.seal };
    const sha256 = await eachPiece(record, sealed, (piece) => onRead(piece.length));
    return { state: sha256 === evidence.sha256 ? 'unchanged' : 'changed' };
  } catch (error) {
    if (error instanceof TocsinError) return { state: 'changed', what: error.message };
    throw error;
  }
}
