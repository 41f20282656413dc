// SipHash-2-4, keyed, 64 bits: compiled where it is built, else its twin. In: a key of 16 bytes, then spans of bytes. Out:
// two numbers of 32 bits each. All keys of a thread share one instance of the module.

import { readFileSync } from 'node:fs';
import { sipTwin } from './sip-twin.ts';

export interface SipHash {
  /** Hashes `start`..`end`: its halves stand in `lo` and `hi` until the next call. */
  hash(bytes: Uint8Array, start: number, end: number): void;
  /** The lower half of the last hash, unsigned. */
  lo: number;
  hi: number;
}

interface SipCode {
  sipHash(key: number, length: number): void;
  bytes: Uint8Array;
  words: Uint32Array;
}

const compiledSip = new URL('../../build/sip.wasm', import.meta.url);
const hashWord = 4096 / 4;
const keysAt = 8192;
const messageAt = 65_536;
const keyBytes = 16;
/** Longer ones are rare, and left to the twin. */
const longestMessage = 4_000_000;
/** Keys that the memory has room for at once; more take turns. */
const slotCount = (messageAt - keysAt) / keyBytes;

let code: SipCode | null | undefined;
let keyCount = 0;
/** Whose key stands in each slot. */
const owners: (SipHash | undefined)[] = [];

/** `key`: 16 bytes. `twin`: never compiled. */
export function createSipHash(key: Uint8Array, options: { twin?: boolean } = {}): SipHash {
  if (key.length !== keyBytes) throw new RangeError('a key of SipHash has 16 bytes');
  code ??= loadSip();
  return code === null || options.twin === true ? createTwinHash(key) : createCompiledHash(code, key.slice());
}

function createCompiledHash({ sipHash, bytes: memory, words }: SipCode, key: Uint8Array): SipHash {
  const slot = keyCount++ % slotCount;
  const keyAt = keysAt + slot * keyBytes;
  const long = createTwinHash(key);
  const self: SipHash = {
    lo: 0,
    hi: 0,
    hash(bytes, start, end) {
      const length = end - start;
      if (length > longestMessage) {
        long.hash(bytes, start, end);
        self.lo = long.lo;
        self.hi = long.hi;
        return;
      }
      if (owners[slot] !== self) {
        memory.set(key, keyAt);
        owners[slot] = self;
      }
      for (let at = start, to = messageAt; at < end; at++, to++) memory[to] = bytes[at]!;
      sipHash(keyAt, length);
      self.lo = words[hashWord]!;
      self.hi = words[hashWord + 1]!;
    },
  };
  return self;
}

function createTwinHash(key: Uint8Array): SipHash {
  const own = key.slice();
  const self: SipHash = {
    lo: 0,
    hi: 0,
    hash(bytes, start, end) {
      const hash = sipTwin(own, bytes, start, end);
      self.lo = Number(hash & 0xffff_ffffn);
      self.hi = Number(hash >> 32n);
    },
  };
  return self;
}

function loadSip(): SipCode | null {
  let compiled: Uint8Array<ArrayBuffer>;
  try {
    compiled = readFileSync(compiledSip);
  } catch {
    return null;
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(compiled), {});
  const { buffer } = exports['memory'] as WebAssembly.Memory;
  return {
    sipHash: exports['sipHash'] as SipCode['sipHash'],
    bytes: new Uint8Array(buffer),
    words: new Uint32Array(buffer),
  };
}
