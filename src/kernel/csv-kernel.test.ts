import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kernel, kernelMemoryStart, loadKernel } from './kernel.ts';

const wasm = loadKernel({ memoryBytes: 1 << 20 });
const twin = loadKernel({ memoryBytes: 1 << 20, twin: true });
const input = kernelMemoryStart;
const markOut = 1 << 18;
const rowOut = 1 << 19;
const atOut = (1 << 19) + (1 << 18);

type Form = [string, string, number, number];

const plainForms: Form[] = [
  [',', '', 0x22, -1],
  [';', '', 0x27, 0x5c],
  ['\t', '', -1, 0x5c],
  ['\x01', '', -1, -1],
  ['\n', '', -1, -1],
];
const longForms: Form[] = [
  ['+|', '&|', -1, -1],
  ['||', '', 0x22, -1],
  ['|~|', '', -1, 0x5c],
  [';', '\x1e', 0x22, -1],
];

/** Bytes that matter to the index are drawn far more often than chance would; runs without any are there too. */
const csvBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Buffer.from(`",;'\\|~+&@\r\n\t\x01\x1ea`)).map((byte) => [byte]),
      fc
        .constantFrom('"', ',"', '",', '"",', '\r\n', '",\n"', '||', '+|', '&|')
        .map((text) => [...Buffer.from(text)]),
      fc.integer({ min: 1, max: 90 }).map((length) => Array.from({ length }, () => 0x61)),
    ),
    { maxLength: 200, size: 'max' },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

const packed = (text: string) => [...Buffer.from(text)].reduce((all, byte, i) => all | (byte << (i * 8)), 0);

function indexOf(kernel: Kernel, bytes: Uint8Array, form: Form, blockBytes: number) {
  kernel.bytes.fill(0, input, input + bytes.length + 128);
  kernel.bytes.set(bytes, input);
  const [delimiter, rowEnd, quote, escape] = form;
  kernel.beginCsv(packed(delimiter), delimiter.length, packed(rowEnd), rowEnd.length, quote, escape);
  const marks: number[] = [];
  const rows: number[] = [];
  const ats: number[] = [];
  for (let from = 0; from < bytes.length; from += blockBytes) {
    const length = Math.min(blockBytes, bytes.length - from);
    const reached = kernel.indexCsv(input + from, length, input, markOut, marks.length, rowOut, atOut);
    marks.push(...kernel.words.subarray(markOut / 4, markOut / 4 + kernel.csvMarks()));
    rows.push(...kernel.words.subarray(rowOut / 4, rowOut / 4 + kernel.csvRows()));
    ats.push(...kernel.words.subarray(atOut / 4, atOut / 4 + kernel.csvAts()));
    if (reached < length) return { marks, rows, ats, odd: from + reached };
  }
  return { marks, rows, ats, odd: -1 };
}

describe('the compiled index of delimited text', () => {
  it('finds what its plain twin finds, and stops where it stops', () => {
    const blocks = fc.constantFrom(64, 128, 640, 1 << 16);
    fc.assert(
      fc.property(
        csvBytes,
        fc.constantFrom(...plainForms, ...longForms),
        blocks,
        (bytes, form, blockBytes) => {
          expect(indexOf(wasm, bytes, form, blockBytes)).toEqual(indexOf(twin, bytes, form, blockBytes));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('finds the same however the bytes are cut into blocks', () => {
    fc.assert(
      fc.property(
        csvBytes,
        fc.constantFrom(...plainForms, ...longForms),
        fc.constantFrom(64, 192),
        (bytes, form, blockBytes) => {
          expect(indexOf(wasm, bytes, form, blockBytes)).toEqual(indexOf(wasm, bytes, form, 1 << 16));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('sees delimiters and line ends outside quotes only, doubled quotes being none', () => {
    const text = 'a,"b,""c""\n",d\r\ne@example.com,f\rg\n';
    const found = indexOf(wasm, Buffer.from(text), [',', '', 0x22, -1], 1 << 16);
    const line = text.indexOf('\r\n') + 1;
    expect(found.marks).toEqual([1, 12, line, text.indexOf(',f'), text.indexOf('\rg'), text.length - 1]);
    expect(found.rows).toEqual([2, 4, 5]);
    expect(found.ats).toEqual([text.indexOf('@')]);
    expect(found.odd).toBe(-1);
  });

  it.each(['a,5" pipe\n', 'a,"b"c,\n', 'a, "b"\n', '"a" ,b\n'])(
    'stops at a quote out of place: %j',
    (text) => {
      const { odd } = indexOf(wasm, Buffer.from(text), [',', '', 0x22, -1], 1 << 16);
      expect(odd).toBeGreaterThan(0);
      expect(odd).toBeLessThan(text.length - 1);
    },
  );
});
