// What lies beside a package as FILE.proof: the SHA-256 of the sealed file and of each MiB of it, signed, and the
// custody log's word for it. Whoever has no key can check with it that the file is the one that was made, and where it
// is not. In: hashes and a signer, or such a file. Out: its text, or what it says.

import { createHash } from 'node:crypto';
import { checkInclusion, type NoteSigner, openNote, parsePublicKey, signNote } from '../../custody/index.ts';

export const proofPieceBytes = 1 << 20;

/** Some 70 bytes a MiB: of a file of 700 GB. */
export const maxProofFileBytes = 64 << 20;

export interface PackageProof {
  package: string;
  bytes: number;
  sha256: string;
  /** Of each MiB in order, the last one may be shorter. */
  pieces: string[];
  publicKey: string;
}

/** Of the entry that says the hash of a package that is whole, before it is put in its place. */
export const sealedVerb = 'package.seal';

const proofName = 'tocsin package proof 1';

/** What the signature is over. */
export function signedProof(proof: PackageProof): string {
  const lines = [
    proofName,
    `package ${proof.package}`,
    `key ${proof.publicKey}`,
    `bytes ${proof.bytes}`,
    `sha256 ${proof.sha256}`,
    ...proof.pieces.map((hash) => `mib ${hash}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** `custody`: the proof of inclusion of the entry that says the same hash. */
export function writeProof(proof: PackageProof, custody: string, signer: NoteSigner): string {
  return `${signNote(signedProof(proof), signer)}\n${custody}`;
}

export type ReadProof =
  | { ok: true; proof: PackageProof; entry: number; logSize: number }
  | { ok: false; what: string };

/** `publicKey`: the one to trust, where it is known. */
export function readProof(text: string, publicKey?: string): ReadProof {
  const [, note, custody] = /^([\s\S]*?\n\n— [^\n]*\n)\n([\s\S]*)$/u.exec(text) ?? [];
  if (note === undefined) return wrong('it is no proof of a package, or was changed');
  const proof = parseProof(note.slice(0, note.indexOf('\n\n') + 1));
  if (proof === null) return wrong('it is no proof of a package, or was changed');
  if (publicKey !== undefined && proof.publicKey !== publicKey)
    return wrong('it is signed by another key than the one given');
  const verifier = parsePublicKey(proof.publicKey);
  if (!verifier || !openNote(note, verifier)?.isSigned)
    return wrong('it was changed: its signature does not hold');
  const logged = checkInclusion(custody!, proof.publicKey);
  if (!logged.ok) return wrong(`it was changed: ${logged.what}`);
  const { entry, number, head } = logged;
  if (entry?.what !== sealedVerb || entry.hashes?.['sha256'] !== proof.sha256)
    return wrong('the custody log does not say that this package was made');
  return { ok: true, proof, entry: number, logSize: head.size };
}

function wrong(what: string): ReadProof {
  return { ok: false, what };
}

function parseProof(text: string): PackageProof | null {
  const [name, named, key, bytes, sha256, ...pieces] = text.slice(0, -1).split('\n');
  const fields = [named, key, bytes, sha256].map((line, i) =>
    fieldOf(line ?? '', ['package', 'key', 'bytes', 'sha256'][i]!),
  );
  const hashes = pieces.map((line) => fieldOf(line, 'mib'));
  if (name !== proofName || fields.includes(null) || hashes.includes(null)) return null;
  const size = Number(fields[2]);
  const isWhole =
    /^\d{1,15}$/u.test(fields[2]!) &&
    hashes.length === Math.ceil(size / proofPieceBytes) &&
    [fields[3]!, ...hashes].every((hash) => /^[0-9a-f]{64}$/u.test(hash!));
  if (!isWhole) return null;
  return {
    package: fields[0]!,
    publicKey: fields[1]!,
    bytes: size,
    sha256: fields[3]!,
    pieces: hashes as string[],
  };
}

function fieldOf(line: string, name: string): string | null {
  return line.startsWith(`${name} `) ? line.slice(name.length + 1) : null;
}

/** Hashes a file as it is made: of the whole, and of each MiB. */
export function createPieceHasher(): {
  update(bytes: Uint8Array): void;
  finish(): Pick<PackageProof, 'bytes' | 'sha256' | 'pieces'>;
} {
  const whole = createHash('sha256');
  const pieces: string[] = [];
  let piece = createHash('sha256');
  let [bytes, filled] = [0, 0];
  return {
    update(added) {
      whole.update(added);
      bytes += added.length;
      for (let from = 0; from < added.length;) {
        const part = added.subarray(from, from + proofPieceBytes - filled);
        piece.update(part);
        filled += part.length;
        from += part.length;
        if (filled < proofPieceBytes) continue;
        pieces.push(piece.digest('hex'));
        piece = createHash('sha256');
        filled = 0;
      }
    },
    finish() {
      if (filled > 0) pieces.push(piece.digest('hex'));
      return { bytes, sha256: whole.digest('hex'), pieces };
    },
  };
}
