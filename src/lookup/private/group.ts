// The group ristretto255 with SHA-512, as RFC 9497 uses it in its verifiable mode, by libsodium. In: bytes. Out: elements
// and scalars as bytes. Loaded when first asked for: it compiles a WebAssembly module.

import { hash } from 'node:crypto';
import type sodiumModule from 'libsodium-wrappers-sumo';

export type Sodium = typeof sodiumModule;

/** RFC 9497, 3.1: `"OPRFV1-" || mode || "-" || identifier`. Mode 1 is VOPRF. */
export const contextString = Buffer.from('OPRFV1-\x01-ristretto255-SHA512');
export const elementBytes = 32;
export const scalarBytes = 32;
export const outputBytes = 64;

export async function loadSodium(): Promise<Sodium> {
  const { default: sodium } = await import('libsodium-wrappers-sumo');
  await sodium.ready;
  return sodium;
}

export function sha512(...parts: Uint8Array[]): Buffer {
  return hash('sha512', Buffer.concat(parts), 'buffer');
}

/** A number of two bytes, as the RFC writes lengths. */
export function twoBytes(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

export function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([twoBytes(bytes.length), bytes]);
}

const blockZeros = Buffer.alloc(128);

/** `expand_message_xmd` of RFC 9380, 5.3.1, for the 64 bytes that both hashes below need: one block of SHA-512. */
function expanded(message: Uint8Array, separation: Uint8Array): Buffer {
  const tail = Buffer.concat([separation, Buffer.from([separation.length])]);
  const first = sha512(blockZeros, message, Buffer.from([0, outputBytes, 0]), tail);
  return sha512(first, Buffer.from([1]), tail);
}

const groupSeparation = Buffer.concat([Buffer.from('HashToGroup-'), contextString]);
const scalarSeparation = Buffer.concat([Buffer.from('HashToScalar-'), contextString]);

/** The 64 bytes of which an element is made. */
export function groupInput(input: Uint8Array): Buffer {
  return expanded(input, groupSeparation);
}

export function hashToGroup(sodium: Sodium, input: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_from_hash(groupInput(input));
}

export function hashToScalar(sodium: Sodium, input: Uint8Array): Uint8Array {
  return hashToScalarUnder(sodium, input, scalarSeparation);
}

export function hashToScalarUnder(sodium: Sodium, input: Uint8Array, separation: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_scalar_reduce(expanded(input, separation));
}
