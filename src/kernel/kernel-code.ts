// The contract that the compiled kernel and its plain twin both keep.

import type { CsvCode } from './csv-code.ts';
import type { JsonKernelCode } from './json-code.ts';

/** What the WASM module and its twin both do; offsets are bytes into the linear memory. */
export interface KernelCode extends CsvCode, JsonKernelCode {
  memory: { buffer: ArrayBuffer };
  /** Starts an index outside any string. */
  begin(withBackslashEscapes: boolean): void;
  /**
   * Indexes `length` bytes at `input`: positions, relative to `origin`, of `( ) , ;` and of what opens
   * an oddity (`"`, backtick, `#`, `--`, `/*`) outside single-quoted strings go to `structuralOut` as
   * u32, those of every `@` to `atOut`. Continues the last call's state; only the last block may have
   * a length that is no multiple of 64.
   */
  indexBlock(input: number, length: number, origin: number, structuralOut: number, atOut: number): void;
  /** How many positions the last `indexBlock` wrote at `structuralOut`. */
  structurals(): number;
  /** How many positions the last `indexBlock` wrote at `atOut`. */
  ats(): number;
  /**
   * Positions of every `separator` and newline of `length` bytes at `input` go to `out` as u32, those of
   * every `@` to `atOut`; returns how many went to `out`. Nothing is quoted, no state is kept.
   */
  indexLines(input: number, length: number, separator: number, out: number, atOut: number): number;
  /** How many positions the last `indexLines` wrote at `atOut`. */
  lineAts(): number;
  /** The 64-bit key of the hash. */
  seedHash(low: number, high: number): void;
  /** Writes the 64-bit hash of `length` bytes at `input` to `out`, little-endian, never zero. */
  hashTo(input: number, length: number, out: number): void;
}
