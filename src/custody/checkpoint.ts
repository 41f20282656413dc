// A checkpoint (c2sp.org/tlog-checkpoint): the log's name, how many entries it had, and the root of its tree; signed.
// In: size and root, or a note. Out: the note, or what it says and whether the log signed it.

import { hashBytes } from './merkle.ts';
import { exactBase64, type NoteSigner, type NoteVerifier, openNote, signNote } from './signed-note.ts';

export interface TreeHead {
  size: number;
  root: Buffer;
}

/** The name of the log is that of its key. */
export function checkpointNote({ size, root }: TreeHead, signer: NoteSigner): string {
  return signNote(checkpointText({ size, root }, signer.keyName), signer);
}

export function checkpointText({ size, root }: TreeHead, origin: string): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Null where it is no checkpoint of that log, or not signed by it. */
export function openCheckpoint(note: string, verifier: NoteVerifier): TreeHead | null {
  const opened = openNote(note, verifier);
  if (!opened?.isSigned) return null;
  const [origin, sizeText, rootText] = opened.text.split('\n');
  if (origin !== verifier.keyName || !/^(0|[1-9]\d{0,14})$/u.test(sizeText ?? '')) return null;
  const root = exactBase64(rootText ?? '');
  return root?.length === hashBytes ? { size: Number(sizeText), root } : null;
}
