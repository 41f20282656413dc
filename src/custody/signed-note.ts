// Signed notes as c2sp.org/signed-note has them, with Ed25519: a text, an empty line, and a line for each signature.
// In: a text and a signer, or a note and a public key. Out: the note, or the text again and whether it is signed.
// A public key is written as Go's note package reads it: name+hash+key.

import { createPublicKey, hash, verify } from 'node:crypto';

export interface NoteSigner {
  keyName: string;
  /** As `name+hash+key`. */
  publicKey: string;
  sign(bytes: Uint8Array): Buffer;
}

export interface NoteVerifier {
  keyName: string;
  /** The first four bytes of the hash of name and key, which a signature line begins with. */
  keyHash: Buffer;
  isSigned(bytes: Uint8Array, signature: Uint8Array): boolean;
}

const ed25519 = 1;
const keyLength = 32;
const signatureLength = 64;
const keyHashLength = 4;

/** `text` ends with a line feed. */
export function signNote(text: string, signer: NoteSigner): string {
  const { keyHash } = parsePublicKey(signer.publicKey)!;
  const signature = Buffer.concat([keyHash, signer.sign(Buffer.from(text))]);
  return `${text}\n— ${signer.keyName} ${signature.toString('base64')}\n`;
}

/** `key`: the 32 bytes of an Ed25519 public key. */
export function publicKeyText(keyName: string, key: Uint8Array): string {
  const typed = Buffer.concat([Buffer.of(ed25519), key]);
  return `${keyName}+${keyHashOf(keyName, typed).toString('hex')}+${typed.toString('base64')}`;
}

/** Null where the text is no public key of an Ed25519 signer, or was changed: it holds a hash of itself. */
export function parsePublicKey(text: string): NoteVerifier | null {
  const [, keyName, hashText, keyText] =
    /^([^+\s]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44,48})$/u.exec(text) ?? [];
  if (keyName === undefined) return null;
  const typed = exactBase64(keyText!);
  if (typed?.length !== keyLength + 1 || typed[0] !== ed25519) return null;
  const keyHash = keyHashOf(keyName, typed);
  if (keyHash.toString('hex') !== hashText) return null;
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { keyName, keyHash, isSigned: (bytes, signature) => verify(null, bytes, key, signature) };
}

/** What stands before the key in the DER form of an Ed25519 public key (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function keyHashOf(keyName: string, typed: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${keyName}\n`), typed]), 'buffer').subarray(
    0,
    keyHashLength,
  );
}

export interface OpenedNote {
  /** With its last line feed. */
  text: string;
  isSigned: boolean;
}

/** Null where it is no note. Signatures of other keys are allowed beside ours, as witnesses add them. */
export function openNote(note: string, verifier: NoteVerifier): OpenedNote | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  let isSigned = false;
  for (const line of lines) {
    const [, keyName, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    if (keyName === undefined) return null;
    const bytes = exactBase64(encoded!);
    if (bytes === null || bytes.length <= keyHashLength) return null;
    const isOurs = keyName === verifier.keyName && bytes.subarray(0, keyHashLength).equals(verifier.keyHash);
    if (!isOurs || bytes.length !== keyHashLength + signatureLength) continue;
    isSigned ||= verifier.isSigned(Buffer.from(text), bytes.subarray(keyHashLength));
  }
  return { text, isSigned };
}

/** Null where the text is not what these bytes are written as: Node ignores what it does not know. */
export function exactBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
