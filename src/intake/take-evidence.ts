// Takes files as evidence of a case, by reference or as sealed copies: each is read once, hashed and, for a copy, sealed
// on the way. In: paths of files. Out: what each came to, once it is on the disk and in the custody log. A process that
// is killed leaves no half evidence; nothing of a file is written but under its seal.

import { WholeFile } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { logPending } from '../custody/index.ts';
import { createSealer } from '../store/age/index.ts';
import { caseGone, type CaseRecord, type InstanceHome, refuseGone, withInstance } from '../store/index.ts';
import {
  enteredSoFar,
  enterEvidence,
  type EnteredFile,
  type HashedFile,
  type TakenBy,
} from './enter-evidence.ts';
import { copyPath, copyRecipient, prepareCopies } from './evidence-copy.ts';
import { readPieces } from './file-pieces.ts';

export interface TakeOptions extends TakenBy {
  /** Whether a sealed copy is kept in the case. */
  copy?: boolean;
  signal?: AbortSignal;
  /** Called with further bytes read. */
  onRead?: (bytes: number) => void;
}

export interface Taken {
  files: EnteredFile[];
  /** Files that could not be taken, and why. */
  failed: { path: string; reason: string }[];
}

/** Entered together: copies that are on the disk but in no list are lost with a crash, others need no hurry. */
const groupBytes = 256 << 20;
const groupFiles = 1000;

/** Throws HOME_NOT_WRITABLE where copies cannot be written, CASE_DESTROYED where the case is gone meanwhile, and the reason of `signal`; what was entered stays. */
export async function takeEvidence(
  home: InstanceHome,
  record: CaseRecord,
  paths: string[],
  { copy = false, signal, onRead = () => {}, ...by }: TakeOptions,
): Promise<Taken> {
  logPending(home, record);
  if (copy)
    guarded(record, () =>
      withInstance(home, () => {
        refuseGone(home, record);
        prepareCopies(record);
      }),
    );
  const soFar = enteredSoFar();
  const taken: Taken = { files: [], failed: [] };
  let group: HashedFile[] = [];
  let bytes = 0;
  try {
    for (const path of paths) {
      signal?.throwIfAborted();
      const hashed = await hashFile(record, path, copy, { onRead, ...(signal ? { signal } : {}) });
      if ('reason' in hashed) taken.failed.push(hashed);
      else {
        group.push(hashed);
        bytes += hashed.bytes;
      }
      if (bytes >= groupBytes || group.length >= groupFiles) enter();
    }
  } finally {
    enter();
  }
  return taken;

  function enter(): void {
    try {
      taken.files.push(...guarded(record, () => enterEvidence(home, record, group, by, soFar)));
    } finally {
      for (const file of group) file.copy?.[Symbol.dispose]();
      group = [];
      bytes = 0;
    }
  }
}

async function hashFile(
  record: CaseRecord,
  path: string,
  isCopied: boolean,
  { onRead, signal }: Required<Pick<TakeOptions, 'onRead'>> & { signal?: AbortSignal },
): Promise<HashedFile | { path: string; reason: string }> {
  const copy = isCopied ? guarded(record, () => new WholeFile(copyPath(record, 'next'))) : null;
  const sealer = isCopied ? await createSealer([copyRecipient(record)]) : null;
  const write = (sealed: Uint8Array | undefined) => {
    if (sealed) guarded(record, () => copy?.write(sealed));
  };
  let isKept = false;
  try {
    write(sealer?.header);
    const read = await readPieces(
      path,
      (piece) => {
        write(sealer?.push(piece));
        onRead(piece.length);
      },
      signal,
    );
    if (read.changed) return { path, reason: 'it changed while it was read: take it again from a copy' };
    write(sealer?.end());
    guarded(record, () => copy?.end());
    isKept = true;
    const { bytes, modifiedMs, sha256 } = read;
    return { path, bytes, modifiedMs, sha256, copy };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TocsinError || signal?.aborted || code === undefined) throw error;
    return { path, reason: reasonOf(code) };
  } finally {
    if (!isKept) copy?.[Symbol.dispose]();
  }
}

function reasonOf(code: string): string {
  if (code === 'ENOENT') return 'it is not there any more';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  return `cannot be read (${code})`;
}

/** What the file system has against the case's own files is no fault of the evidence. */
function guarded<T>(record: CaseRecord, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof TocsinError || code === undefined) throw cause;
    if (code === 'ENOENT') throw caseGone(record.case, cause);
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write the evidence of the case ${record.case}`, {
      cause,
    });
  }
}
