import fc from 'fast-check';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileBytes } from '../../base/files/index.ts';
import { createBlockReader } from './block-reader.ts';
import type { Pdfium } from './pdfium.ts';

const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) & 255);
const behind = Uint8Array.of(1, 2, 3, 4, 5);
const whole = Buffer.concat([bytes, behind]);
const folder = mkdtempSync(join(tmpdir(), 'tocsin-block-'));
writeFileSync(join(folder, 'file'), bytes);
const file = openSync(join(folder, 'file'), 'r');
afterAll(() => {
  closeSync(file);
  rmSync(folder, { recursive: true });
});

const memory = new WebAssembly.Memory({ initial: 8 });

test('every block is that of the file with the bytes behind it, in whatever order blocks are asked for', () => {
  const place = fc.oneof(fc.nat(whole.length), fc.integer({ min: bytes.length - 20, max: whole.length }));
  const length = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 150_000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, length), { minLength: 1, maxLength: 20 }), (blocks) => {
      const read = createBlockReader({ memory } as Pdfium, fileBytes(file, null), behind);
      for (const [position, wanted] of blocks) {
        const inside = position + wanted <= whole.length;
        expect(read(0, position, 8, wanted)).toBe(inside ? 1 : 0);
        const got = Buffer.from(memory.buffer, 8, wanted);
        if (inside && !got.equals(whole.subarray(position, position + wanted))) return false;
      }
      return true;
    }),
    { seed: 3 },
  );
});

test('a file that has become shorter is a failed block, not a crash', () => {
  const read = createBlockReader(
    { memory } as Pdfium,
    { ...fileBytes(file, null), sizeBytes: bytes.length + 1000 },
    behind,
  );
  expect(read(0, bytes.length - 10, 8, 100)).toBe(0);
});
