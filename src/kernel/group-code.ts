// The compiled group of the private look-up, as it is loaded. In: nothing. Out: its functions and memory, or null where it
// was not built or this machine's WebAssembly lacks what it needs.

import { readFileSync } from 'node:fs';

/** Offsets are bytes into the linear memory. */
export interface GroupCode {
  memory: { buffer: ArrayBuffer };
  /** Where eight constants go, 80 bytes each. */
  constantsAt(): number;
  /** Where the digits of half the scalar go, 256 signed bytes. */
  digitsAt(): number;
  /** Where the 64 bytes of each input go, and the 32 of each result come from. */
  batchAt(): number;
  /** `count` is even, and at most `groupBatch`. */
  evaluateBatch(count: number): void;
}

/** Inputs at once: with what is kept of each they fit the memory, and a cache. */
export const groupBatch = 1024;

const compiledGroup = new URL('../../build/group.wasm', import.meta.url);

export function loadGroup(): GroupCode | null {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = readFileSync(compiledGroup);
  } catch {
    return null;
  }
  if (!WebAssembly.validate(bytes)) return null;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return exports as unknown as GroupCode;
}
