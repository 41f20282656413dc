// Verifies a whole custody log offline: every entry, every hash, the checkpoint and its signature are computed again.
// In: its folder or a copy, and what the verifier holds from elsewhere: a public key, an older checkpoint, the
// instance's own knowledge. Out: what is wrong and where. Reads once from front to end, in bounded memory.

import { existsSync, readFileSync } from 'node:fs';
import { checkpointNote, checkpointText, openCheckpoint, type TreeHead } from './checkpoint.ts';
import { type CustodyFiles, custodyFiles } from './custody-files.ts';
import type { CustodyProblem } from './custody-problem.ts';
import { replayLog, type Replay } from './replay-log.ts';
import { type NoteSigner, type NoteVerifier, parsePublicKey } from './signed-note.ts';

export interface CustodyVerdict {
  ok: boolean;
  /** Acknowledged ones. */
  entries: number;
  /** Base64; null where the checkpoint cannot be trusted. */
  root: string | null;
  /** Name of the key that the checkpoint is signed with. */
  keyName: string | null;
  problems: CustodyProblem[];
  /** What is worth knowing and nothing is wrong with. */
  remarks: string[];
}

export interface VerifyOptions {
  /** From elsewhere than the folder. */
  publicKey?: string | undefined;
  /** An older checkpoint of the same log. */
  since?: string | undefined;
  /** The instance's own: tells which byte of a signature was changed. */
  signer?: NoteSigner | undefined;
  /** What the instance's database says of the log. */
  known?: TreeHead | null | undefined;
}

export function verifyCustody(folder: string, options: VerifyOptions = {}): CustodyVerdict {
  const files = custodyFiles(folder);
  const problems: CustodyProblem[] = [];
  const remarks: string[] = [];
  const verifier = keyOf(files, options, problems);
  const note = bytesOf(files.checkpoint);
  const head = note !== null && verifier ? openCheckpoint(note.toString(), verifier) : null;
  const since = sinceHead(options, verifier, problems);
  const sizes = [since?.size ?? 0, options.known?.size ?? 0];
  const replay = replayLog(files, head, sizes);
  problems.push(...replay.problems);
  remarks.push(...replay.remarks);
  if (head === null) {
    if (note !== null || replay.size > 0)
      problems.push(checkpointProblem(note, replay, verifier, options.signer));
  } else if (!replay.root.equals(head.root) && replay.problems.length === 0)
    problems.push({ place: 'checkpoint', what: 'its root is not that of the entries' });
  if (since) problems.push(...behind(since, replay, head, 'the older checkpoint', '--since'));
  if (options.known)
    problems.push(...behind(options.known, replay, head, 'the database of the instance', 'instance.db'));
  return {
    ok: problems.length === 0,
    entries: head?.size ?? replay.size,
    root: head?.root.toString('base64') ?? null,
    keyName: verifier?.keyName ?? null,
    problems,
    remarks,
  };
}

/** A key from elsewhere goes before the one in the folder, which whoever changed the log could have changed too. */
function keyOf(
  files: CustodyFiles,
  { publicKey, signer }: VerifyOptions,
  problems: CustodyProblem[],
): NoteVerifier | null {
  const given = publicKey?.trim() ?? signer?.publicKey;
  const resting = bytesOf(files.publicKey);
  const fault = keyFault(resting, given);
  if (fault && (resting !== null || existsSync(files.checkpoint)))
    problems.push({ place: 'public-key', what: fault });
  const trusted = parsePublicKey(given ?? resting?.toString().trim() ?? '');
  if (trusted === null && given !== undefined)
    problems.push({
      place: 'the key given',
      what: 'it is not a public key of a custody log, or was changed',
    });
  return trusted;
}

function keyFault(found: Buffer | null, given: string | undefined): string | null {
  if (found === null) return 'the file is missing';
  const resting = found.toString();
  const isWhole = resting.endsWith('\n') && parsePublicKey(resting.slice(0, -1)) !== null;
  if (given !== undefined && resting !== `${given}\n`)
    return isWhole
      ? 'it is another key than the one given'
      : `it was changed at byte ${firstDifference(found, `${given}\n`)}`;
  return isWhole ? null : 'it was changed: it does not fit the hash that it holds of itself';
}

function sinceHead(
  { since }: VerifyOptions,
  verifier: NoteVerifier | null,
  problems: CustodyProblem[],
): TreeHead | null {
  if (since === undefined || verifier === null) return null;
  const head = openCheckpoint(since, verifier);
  if (head === null)
    problems.push({ place: '--since', what: 'the older checkpoint is not signed by the key of this log' });
  return head;
}

/** The log must hold what an older state of it held. */
function behind(
  earlier: TreeHead,
  { rootsAt, size }: Replay,
  head: TreeHead | null,
  whose: string,
  place: string,
): CustodyProblem[] {
  const now = head?.size ?? size;
  if (earlier.size > now)
    return [
      { place, what: `the log was cut or put back: ${whose} says ${earlier.size} entries, there are ${now}` },
    ];
  if (rootsAt.get(earlier.size)?.equals(earlier.root)) return [];
  return [
    { place, what: `the log was rewritten: its first ${earlier.size} entries are not those of ${whose}` },
  ];
}

/** Entries and hashes agree or not: what the checkpoint should say can be computed, and shows where it differs. */
function checkpointProblem(
  note: Buffer | null,
  { root, size, problems }: Replay,
  verifier: NoteVerifier | null,
  signer: NoteSigner | undefined,
): CustodyProblem {
  if (note === null) return { place: 'checkpoint', what: 'the file is missing' };
  if (verifier === null) return { place: 'checkpoint', what: 'it cannot be checked without a public key' };
  if (problems.length > 0) return { place: 'checkpoint', what: 'it is not signed by the key of this log' };
  const text = `${checkpointText({ size, root }, verifier.keyName)}\n— ${verifier.keyName} `;
  if (!note.subarray(0, Buffer.byteLength(text)).equals(Buffer.from(text)))
    return {
      place: `checkpoint, byte ${firstDifference(note, text)}`,
      what: 'it does not say what the entries give: it was changed, or is of another state of the log',
    };
  if (signer)
    return {
      place: `checkpoint, byte ${firstDifference(note, checkpointNote({ size, root }, signer))}`,
      what: 'the signature was changed',
    };
  return {
    place: `checkpoint, byte ${Buffer.byteLength(text)} to ${note.length}`,
    what: 'the signature does not hold: it was changed, or made with another key',
  };
}

/** By bytes: what was changed need not be text any more. */
function firstDifference(found: Buffer, wanted: string): number {
  const [a, b] = [found, Buffer.from(wanted)];
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return at;
}

/** Far longer than a checkpoint with witnesses. */
const maxNoteBytes = 64 << 10;

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path).subarray(0, maxNoteBytes);
  } catch {
    return null;
  }
}
