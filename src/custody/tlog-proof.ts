// Proofs as files that anybody can check with the instance's public key alone: that an entry is in the log
// (c2sp.org/tlog-proof, the entry's line as its extra data), and that the log of today goes on from an older
// checkpoint (the request body of c2sp.org/tlog-witness). In: a custody folder, or a proof. Out: text, or the verdict.

import { closeSync, openSync, readFileSync } from 'node:fs';
import { TocsinError } from '../base/index.ts';
import { openCheckpoint, type TreeHead } from './checkpoint.ts';
import { parseEntry, type WrittenEntry } from './custody-entry.ts';
import { custodyDamaged, custodyFiles, hashReader } from './custody-files.ts';
import { findLine } from './entry-file.ts';
import {
  consistencyPath,
  hashBytes,
  inclusionPath,
  isConsistent,
  leafHash,
  rootFromInclusion,
} from './merkle.ts';
import { exactBase64, parsePublicKey } from './signed-note.ts';

const proofName = 'c2sp.org/tlog-proof@v1';

/** Longer than any proof that this writes; what is longer is not read. */
export const maxProofBytes = 2 << 20;

/** `folder`: TOCSIN_HOME/custody or a copy. Throws USAGE where there is no entry of that number. */
export function inclusionProof(folder: string, number: number): string {
  const { note, head } = currentCheckpoint(folder);
  if (!Number.isSafeInteger(number) || number < 0 || number >= head.size)
    throw new TocsinError('USAGE', `the custody log has no entry ${number}: its last is ${head.size - 1}`);
  const files = custodyFiles(folder);
  return withFile(files.entries, (entries) =>
    withFile(files.hashes, (hashes) => {
      const line = findLine(entries, number);
      const path = inclusionPath(number, head.size, hashReader(hashes));
      const root = line && rootFromInclusion(number, head.size, leafHash(line.bytes), path);
      if (!line || !root?.equals(head.root))
        throw custodyDamaged(`the entry ${number} of the custody log is not the one that was signed`);
      const lines = [
        proofName,
        `extra ${line.bytes.toString('base64')}`,
        `index ${number}`,
        ...path.map((hash) => hash.toString('base64')),
      ];
      return `${lines.join('\n')}\n\n${note}`;
    }),
  );
}

/** From the first `earlier` entries to all; 0 < `earlier` <= all. */
export function consistencyProof(folder: string, earlier: number): string {
  const { note, head } = currentCheckpoint(folder);
  if (!Number.isSafeInteger(earlier) || earlier < 1 || earlier > head.size)
    throw new TocsinError('USAGE', `the custody log never had ${earlier} entries: it has ${head.size}`);
  const path = withFile(custodyFiles(folder).hashes, (hashes) =>
    consistencyPath(earlier, head.size, hashReader(hashes)),
  );
  return `${[`old ${earlier}`, ...path.map((hash) => hash.toString('base64'))].join('\n')}\n\n${note}`;
}

/** The log's signed checkpoint, as it stands in its folder. */
export function currentCheckpoint(folder: string): { note: string; head: TreeHead; publicKey: string } {
  const files = custodyFiles(folder);
  try {
    const note = readFileSync(files.checkpoint, 'utf8');
    const publicKey = readFileSync(files.publicKey, 'utf8').trim();
    const verifier = parsePublicKey(publicKey);
    const head = verifier && openCheckpoint(note, verifier);
    if (head) return { note, head, publicKey };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new TocsinError('CUSTODY_DAMAGED', `there is no custody log in ${folder}`, {
        cause,
        hint: 'a log begins with the first command that works on a case',
      });
    throw custodyDamaged(`the custody log cannot be read: ${folder}`, cause);
  }
  throw custodyDamaged(`the checkpoint of the custody log is not signed by its key: ${files.checkpoint}`);
}

export type ProofVerdict =
  | { ok: true; number: number; head: TreeHead; line: Buffer; entry: WrittenEntry | null }
  | { ok: false; what: string };

/** `line`: the entry that is meant to be proven; by default the one that the proof brings with it. */
export function checkInclusion(proof: string, publicKey: string, line?: Uint8Array): ProofVerdict {
  const verifier = parsePublicKey(publicKey.trim());
  if (verifier === null) return wrong('the public key is not one of a custody log, or was changed');
  const parts = splitProof(proof);
  const lines = parts?.lines ?? [];
  if (lines.shift() !== proofName) return wrong('it is no proof of inclusion');
  const extra = lines[0]?.startsWith('extra ') ? exactBase64(lines.shift()!.slice('extra '.length)) : null;
  const [, digits] = /^index (0|[1-9]\d{0,14})$/u.exec(lines.shift() ?? '') ?? [];
  const path = hashesOf(lines);
  const proven = line === undefined ? extra : Buffer.from(line);
  if (digits === undefined || path === null || proven === null)
    return wrong('the proof of inclusion is not whole');
  const head = openCheckpoint(parts!.note, verifier);
  if (head === null) return wrong('the checkpoint in the proof is not signed by that key');
  const number = Number(digits);
  const root = rootFromInclusion(number, head.size, leafHash(proven), path);
  if (!root?.equals(head.root)) return wrong('the entry is not the one that the checkpoint was signed over');
  return { ok: true, number, head, line: proven, entry: parseEntry(proven) };
}

/** `earlier`: the older checkpoint as it was given out. */
export function checkConsistency(
  proof: string,
  earlier: string,
  publicKey: string,
): { ok: true; from: number; to: number } | { ok: false; what: string } {
  const verifier = parsePublicKey(publicKey.trim());
  if (verifier === null) return wrong('the public key is not one of a custody log, or was changed');
  const parts = splitProof(proof);
  const [, digits] = /^old (0|[1-9]\d{0,14})$/u.exec(parts?.lines[0] ?? '') ?? [];
  const path = hashesOf(parts?.lines.slice(1) ?? []);
  if (digits === undefined || path === null) return wrong('it is no proof of consistency');
  const [from, to] = [openCheckpoint(earlier, verifier), openCheckpoint(parts!.note, verifier)];
  if (from === null) return wrong('the older checkpoint is not signed by that key');
  if (to === null) return wrong('the checkpoint in the proof is not signed by that key');
  if (from.size !== Number(digits)) return wrong('the proof goes from another checkpoint than the one given');
  if (!isConsistent(from, to, path))
    return wrong('the log of the proof does not go on from the older checkpoint');
  return { ok: true, from: from.size, to: to.size };
}

function wrong(what: string): { ok: false; what: string } {
  return { ok: false, what };
}

/** The lines before the first empty one, and the checkpoint after it. */
function splitProof(proof: string): { lines: string[]; note: string } | null {
  const split = proof.indexOf('\n\n');
  if (split < 0 || proof.length > maxProofBytes) return null;
  return { lines: proof.slice(0, split).split('\n'), note: proof.slice(split + 2) };
}

/** A path is as long as the tree is high. */
const maxHashes = 128;

function hashesOf(lines: readonly string[]): Buffer[] | null {
  const hashes = lines.slice(0, maxHashes + 1).map(exactBase64);
  const isPath = hashes.length <= maxHashes && hashes.every((hash) => hash?.length === hashBytes);
  return isPath ? (hashes as Buffer[]) : null;
}

function withFile<T>(path: string, work: (file: number) => T): T {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw custodyDamaged(`the custody log lacks a file or it cannot be read: ${path}`, cause);
  }
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}
