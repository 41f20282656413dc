// In the browser: one private question. In: a number in its normal form, the list of indexes, and two ways to the server.
// Out: for each index the bits of what this person lost, once for each person of that number. The server gets a blinded
// number and the first bits of a hash; what it has evaluated is proven against the key everybody is answered with.
// Source: RFC 9497, mode VOPRF.

import { ristretto255_oprf } from '@noble/curves/ed25519.js';

export interface AskedIndex {
  salt: Uint8Array;
  bits: number;
  slots: number;
  entryBytes: number;
}

export interface PrivateQuestion {
  kind: string;
  normal: string;
  publicKey: Uint8Array;
  /** Of the kind, in the order in which a bucket has them. */
  indexes: readonly AskedIndex[];
  evaluate: (blinded: Uint8Array) => Promise<{ evaluated: Uint8Array; proof: Uint8Array }>;
  bucket: (prefix: number) => Promise<Uint8Array>;
}

/** By index; empty where the number is not in it. */
export type PrivateAnswer = Uint8Array[][];

const tagBytes = 8;
const keyBytes = 32;
const nonceBytes = 12;
const maxSlots = 16;

/** Throws where the server's proof does not hold, or a bucket has another length than the list says. */
export async function askPrivately(question: PrivateQuestion): Promise<PrivateAnswer> {
  const { kind, normal, publicKey, indexes } = question;
  const { voprf } = ristretto255_oprf;
  const input = new TextEncoder().encode(`tocsin private look-up\0${kind}\0${normal}`);
  const { blind, blinded } = voprf.blind(input);
  const { evaluated, proof } = await question.evaluate(blinded);
  const output = voprf.finalize(input, blind, evaluated, blinded, publicKey, proof);
  const bits = Math.max(0, ...indexes.map((index) => index.bits));
  const bucket = await question.bucket(firstBits(output, bits));
  const answer: PrivateAnswer = [];
  let at = 0;
  for (const index of indexes) {
    const length = (bucket[at] ?? 0) * index.slots * index.entryBytes;
    const block = bucket.subarray(at + 1, at + 1 + length);
    if (length === 0 || block.length < length) throw new RangeError('a bucket is too short');
    at += 1 + length;
    answer.push(await openEntries(output, index, block));
  }
  if (at !== bucket.length) throw new RangeError('a bucket is too long');
  return answer;
}

function firstBits(output: Uint8Array, bits: number): number {
  return bits === 0 ? 0 : new DataView(output.buffer, output.byteOffset).getUint32(0) >>> (32 - bits);
}

async function openEntries(output: Uint8Array, index: AskedIndex, block: Uint8Array): Promise<Uint8Array[]> {
  const hash = { name: 'HMAC', hash: 'SHA-512' };
  const key = await crypto.subtle.importKey('raw', output.slice(32), hash, false, ['sign']);
  const found: Uint8Array[] = [];
  for (let slot = 0; slot < maxSlots; slot++) {
    const derived = new Uint8Array(await crypto.subtle.sign('HMAC', key, joined(index.salt, slot)));
    const content = await openEntry(derived, index.entryBytes, block);
    if (content === null) break;
    found.push(content);
  }
  return found;
}

function joined(salt: Uint8Array, slot: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(salt.length + 1);
  bytes.set(salt);
  bytes[salt.length] = slot;
  return bytes;
}

async function openEntry(
  derived: Uint8Array,
  entryBytes: number,
  block: Uint8Array,
): Promise<Uint8Array | null> {
  const tag = derived.subarray(0, tagBytes);
  for (let at = 0; at < block.length; at += entryBytes) {
    if (!tag.every((byte, i) => byte === block[at + i])) continue;
    const raw = derived.slice(tagBytes, tagBytes + keyBytes);
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const iv = derived.slice(tagBytes + keyBytes, tagBytes + keyBytes + nonceBytes);
    const sealed = block.slice(at + tagBytes, at + entryBytes);
    try {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed));
    } catch {
      // another entry's tag, or filling, that happens to be the same
    }
  }
  return null;
}
