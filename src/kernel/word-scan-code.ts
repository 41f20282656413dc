// The scan of words: one pass over bytes that tells only of what tables do not rule out. `loadWordScan` takes the compiled
// one; where there is none, its twin in TypeScript with the same answers. In: tables and bytes in its memory. Out: events.

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { memoryBytes } from './word-scan-layout.ts';
import { createWordScanTwin } from './word-scan-twin.ts';

export interface WordScanCode {
  /** What tables and input are put into, and events read from: see `word-scan-layout.ts`. */
  bytes: Uint8Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
  /**
   * Where hashes begin, how many digits a number of the source has at least, and the flags of words that are told one by
   * one.
   */
  setWordScan(seed: number, fewestDigits: number, told?: number): void;
  /**
   * Scans `length` bytes of the input, at most `inputBytes`; returns how many events there are. A word that ends with the
   * input is left out unless it is the last: the next input begins before it.
   */
  scanWords(length: number, isLast: boolean): number;
}

const compiledScan = new URL('../../build/words.wasm', import.meta.url);
const pageBytes = 65_536;

let compiled: WebAssembly.Module | null | undefined;

export function loadWordScan(options: { twin?: boolean } = {}): WordScanCode {
  if (options.twin === true) return createWordScanTwin();
  compiled ??= readCompiled();
  if (compiled === null) return createWordScanTwin();
  const { exports } = new WebAssembly.Instance(compiled, {});
  const memory = exports['memory'] as WebAssembly.Memory;
  const missing = Math.ceil(memoryBytes / pageBytes) - memory.buffer.byteLength / pageBytes;
  if (missing > 0) memory.grow(missing);
  return {
    bytes: new Uint8Array(memory.buffer),
    words: new Uint32Array(memory.buffer),
    setWordScan: exports['setWordScan'] as WordScanCode['setWordScan'],
    scanWords: exports['scanWords'] as WordScanCode['scanWords'],
  };
}

function readCompiled(): WebAssembly.Module | null {
  try {
    const bytes = readFileSync(compiledScan);
    // V8's quick first compiler is much slower on SIMD code, and a short run ends before it is replaced
    setFlagsFromString('--no-liftoff');
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  }
}
