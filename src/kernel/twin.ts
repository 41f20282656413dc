// The plain TypeScript twin of the WASM kernel: the oracle of its property test, and what runs where
// no compiled kernel is found. Byte by byte, easy to check by eye, some six times slower.

import { createCsvTwin } from './csv-twin.ts';
import { createJsonTwin } from './json-twin.ts';
import type { KernelCode } from './kernel-code.ts';

const quote = 0x27;
const backslash = 0x5c;
const at = 0x40;
const newline = 0x0a;
const dash = 0x2d;
const slash = 0x2f;
const star = 0x2a;
const separators = new Set([0x28, 0x29, 0x2c, 0x3b]); // ( ) , ;
const openers = new Set([0x22, 0x60, 0x23]); // " ` #

const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;

/** Same contract as the compiled module (see `KernelCode`). */
export function createTwin(memoryBytes: number): KernelCode {
  const buffer = new ArrayBuffer(memoryBytes);
  const bytes = new Uint8Array(buffer);
  const words = new Uint32Array(buffer);
  let insideString = false;
  let escaped = false;
  let backslashEscapes = true;
  let structuralCount = 0;
  let atCount = 0;
  let lineAtCount = 0;
  let seed = 0n;

  return {
    ...createCsvTwin(bytes, words),
    ...createJsonTwin(bytes, words),
    memory: { buffer },
    begin(withBackslashEscapes) {
      insideString = false;
      escaped = false;
      backslashEscapes = withBackslashEscapes;
    },
    indexBlock(input, length, origin, structuralOut, atOut) {
      structuralCount = 0;
      atCount = 0;
      for (let p = input; p < input + length; p++) {
        const byte = bytes[p]!;
        const wasEscaped = escaped;
        escaped = backslashEscapes && byte === backslash && !wasEscaped;
        if (byte === at) words[atOut / 4 + atCount++] = p - origin;
        if (byte === quote && !wasEscaped) insideString = !insideString;
        else if (!insideString && isStructural(bytes, p, input + length)) {
          words[structuralOut / 4 + structuralCount++] = p - origin;
        }
      }
    },
    structurals: () => structuralCount,
    ats: () => atCount,
    indexLines(input, length, separator, out, atOut) {
      let found = 0;
      lineAtCount = 0;
      for (let p = input; p < input + length; p++) {
        const byte = bytes[p]!;
        if (byte === separator || byte === newline) words[out / 4 + found++] = p;
        if (byte === at) words[atOut / 4 + lineAtCount++] = p;
      }
      return found;
    },
    lineAts: () => lineAtCount,
    seedHash(low, high) {
      seed = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    },
    hashTo(input, length, out) {
      const hash = hashBytes(bytes.subarray(input, input + length), seed);
      words[out / 4] = Number(hash & 0xffffffffn);
      words[out / 4 + 1] = Number(hash >> 32n);
    },
  };
}

function isStructural(bytes: Uint8Array, p: number, end: number): boolean {
  const byte = bytes[p]!;
  if (separators.has(byte) || openers.has(byte)) return true;
  if (byte !== dash && byte !== slash) return false;
  return p + 1 === end || bytes[p + 1] === (byte === dash ? dash : star);
}

function hashBytes(bytes: Uint8Array, seed: bigint): bigint {
  let hash = seed ^ u64(BigInt(bytes.length) * prime1);
  for (let p = 0; p < bytes.length; p += 8) {
    let word = 0n;
    for (let i = Math.min(7, bytes.length - p - 1); i >= 0; i--) word = (word << 8n) | BigInt(bytes[p + i]!);
    hash = mix(hash, word);
  }
  hash = u64((hash ^ (hash >> 33n)) * prime2);
  hash = u64((hash ^ (hash >> 29n)) * prime1);
  hash ^= hash >> 32n;
  return hash === 0n ? 1n : hash;
}

function mix(hash: bigint, word: bigint): bigint {
  const x = hash ^ u64(word * prime2);
  return u64(((x << 31n) | (x >> 33n)) * prime1);
}

function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
