// The bytes engine of the readers: one linear memory, a structural index over it, and a keyed hash.
// In: bytes that the caller puts into `bytes`. Out: positions and hashes in the same memory.
// `loadKernel` takes the compiled WASM; where there is none, a TypeScript twin with the same answers.

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { KernelCode } from './kernel-code.ts';
import { createTwin } from './twin.ts';

export interface Kernel extends KernelCode {
  kind: 'wasm' | 'twin';
  bytes: Uint8Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
}

/** First byte of the memory that callers may use; what lies below belongs to the module. */
export const kernelMemoryStart = 4096;

const pageBytes = 65_536;
const compiledKernel = new URL('../../build/kernel.wasm', import.meta.url);

/** A kernel with at least `memoryBytes` of linear memory; pages never touched cost nothing. */
export function loadKernel(options: { memoryBytes: number; twin?: boolean }): Kernel {
  const compiled = options.twin === true ? null : readCompiled();
  const code = compiled ? instantiate(compiled, options.memoryBytes) : createTwin(options.memoryBytes);
  const buffer = code.memory.buffer;
  return {
    memory: code.memory,
    begin: code.begin,
    indexBlock: code.indexBlock,
    structurals: code.structurals,
    ats: code.ats,
    indexLines: code.indexLines,
    lineAts: code.lineAts,
    seedHash: code.seedHash,
    hashTo: code.hashTo,
    beginCsv: code.beginCsv,
    indexCsv: code.indexCsv,
    csvMarks: code.csvMarks,
    csvRows: code.csvRows,
    csvAts: code.csvAts,
    jsonBegin: code.jsonBegin,
    jsonTable: code.jsonTable,
    jsonObject: code.jsonObject,
    jsonArray: code.jsonArray,
    jsonValue: code.jsonValue,
    jsonEnd: code.jsonEnd,
    jsonCount: code.jsonCount,
    jsonNewColumns: code.jsonNewColumns,
    jsonAts: code.jsonAts,
    kind: compiled ? 'wasm' : 'twin',
    bytes: new Uint8Array(buffer),
    words: new Uint32Array(buffer),
  };
}

function readCompiled(): Uint8Array<ArrayBuffer> | null {
  try {
    return readFileSync(compiledKernel);
  } catch {
    return null;
  }
}

function instantiate(compiled: Uint8Array<ArrayBuffer>, memoryBytes: number): KernelCode {
  // V8's quick first compiler is six times slower on SIMD code, and a short run ends before it is replaced
  setFlagsFromString('--no-liftoff');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(compiled), {});
  const memory = exports['memory'] as WebAssembly.Memory;
  const missing = Math.ceil(memoryBytes / pageBytes) - memory.buffer.byteLength / pageBytes;
  if (missing > 0) memory.grow(missing);
  return exports as unknown as KernelCode;
}
