import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kernel, kernelMemoryStart, loadKernel } from './kernel.ts';

const wasm = loadKernel({ memoryBytes: 1 << 20 });
const twin = loadKernel({ memoryBytes: 1 << 20, twin: true });
const input = kernelMemoryStart;
const structuralOut = 1 << 18;
const atOut = 1 << 19;

/** Bytes that matter to the index are drawn far more often than chance would. */
const sqlBytes = fc
  .array(fc.oneof(fc.constantFrom(...Buffer.from(`'\\'(),;@"\`#-/*\0aé\n`)), fc.nat(255)), { maxLength: 700 })
  .map((bytes) => Uint8Array.from(bytes));

function indexOf(kernel: Kernel, bytes: Uint8Array, blockBytes: number, escapes: boolean) {
  kernel.bytes.fill(0x27, input, input + bytes.length + 64); // what lies past the end must not matter
  kernel.bytes.set(bytes, input);
  kernel.begin(escapes);
  const structurals: number[] = [];
  const ats: number[] = [];
  for (let from = 0; from < bytes.length; from += blockBytes) {
    kernel.indexBlock(input + from, Math.min(blockBytes, bytes.length - from), input, structuralOut, atOut);
    structurals.push(...kernel.words.subarray(structuralOut / 4, structuralOut / 4 + kernel.structurals()));
    ats.push(...kernel.words.subarray(atOut / 4, atOut / 4 + kernel.ats()));
  }
  return { structurals, ats };
}

function hashOf(kernel: Kernel, bytes: Uint8Array): number[] {
  kernel.bytes.set(bytes, input);
  kernel.hashTo(input, bytes.length, structuralOut);
  return [...kernel.words.subarray(structuralOut / 4, structuralOut / 4 + 2)];
}

describe('the compiled kernel', () => {
  it('is what the tests run, not the twin', () => {
    expect(wasm.kind).toBe('wasm');
    expect(twin.kind).toBe('twin');
  });

  it('finds what its plain twin finds', () => {
    fc.assert(
      fc.property(sqlBytes, fc.boolean(), (bytes, escapes) => {
        expect(indexOf(wasm, bytes, 1 << 16, escapes)).toEqual(indexOf(twin, bytes, 1 << 16, escapes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same however the bytes are cut into blocks', () => {
    const whole = (found: { structurals: number[]; ats: number[] }) => ({
      ats: found.ats,
      // a lone `-` or `/` at the end of a block is kept: only the next byte could rule it out
      separators: found.structurals,
    });
    const withoutOddities = sqlBytes.map((bytes) => bytes.filter((byte) => byte !== 0x2d && byte !== 0x2f));
    fc.assert(
      fc.property(withoutOddities, fc.constantFrom(64, 128, 192, 640), (bytes, blockBytes) => {
        expect(whole(indexOf(wasm, bytes, blockBytes, true))).toEqual(
          whole(indexOf(wasm, bytes, 1 << 16, true)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('sees separators outside strings only', () => {
    const text = Buffer.from(`(1,'a,b\\'),(''c'),(2,NULL);`);
    const found = indexOf(wasm, text, 1 << 16, true).structurals.map((p) =>
      text.toString('latin1', p, p + 1),
    );
    expect(found.join('')).toBe('(,),(,);');
  });

  it('finds lines and their separators where its twin does', () => {
    const linesOf = (kernel: Kernel, bytes: Uint8Array, separator: number) => {
      kernel.bytes.fill(separator, input, input + bytes.length + 64);
      kernel.bytes.set(bytes, input);
      const count = kernel.indexLines(input, bytes.length, separator, structuralOut, atOut);
      const positions = (out: number, length: number) => [
        ...kernel.words.subarray(out / 4, out / 4 + length),
      ];
      return [positions(structuralOut, count), positions(atOut, kernel.lineAts())];
    };
    fc.assert(
      fc.property(sqlBytes, fc.constantFrom(0x09, 0x2c, 0x40, 0xe9), (bytes, separator) => {
        const found = linesOf(wasm, bytes, separator);
        expect(found).toEqual(linesOf(twin, bytes, separator));
        const expected = [...bytes.keys()].filter((i) => bytes[i] === separator || bytes[i] === 0x0a);
        expect(found[0]).toEqual(expected.map((i) => input + i));
      }),
      { numRuns: 500 },
    );
  });

  it('hashes as its twin does, under the key it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), fc.nat(), (bytes, low, high) => {
        wasm.seedHash(low, high);
        twin.seedHash(low, high);
        expect(hashOf(wasm, bytes)).toEqual(hashOf(twin, bytes));
      }),
    );
    const under = (low: number) => (wasm.seedHash(low, 0), hashOf(wasm, Buffer.from('jean@example.com')));
    expect(under(1)).not.toEqual(under(2));
  });
});
