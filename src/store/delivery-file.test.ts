import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseRecord } from './case-record.ts';
import { openCase } from './cases.ts';
import { openDelivery, writeDelivery } from './delivery-file.ts';
import { openHome } from './instance-home.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-delivery-'));
let record: CaseRecord;

beforeAll(() => {
  record = openCase(openHome(join(folder, 'home')), null, new Date());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function contentOf(delivery: number, from = 0): Buffer {
  using file = openDelivery(record, delivery);
  const bytes = Buffer.alloc(file.sizeBytes - from);
  file.read(from, bytes);
  return bytes;
}

function pathOf(delivery: number): string {
  return join(record.folder, 'deliveries', `${delivery}.sealed`);
}

test('whatever was written in pieces is read from anywhere', () => {
  const pieces = fc.array(fc.nat({ max: 70_000 }), { maxLength: 6 });
  fc.assert(
    fc.property(pieces, fc.nat({ max: 100_000 }), (lengths, from) => {
      const content = lengths.map((length, i) => Buffer.alloc(length, i + 1));
      writeDelivery(record, 1, content);
      const whole = Buffer.concat(content);
      const at = Math.min(from, whole.length);
      expect(contentOf(1, at).equals(whole.subarray(at))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('nothing of the content stands in the file, and the same content is sealed otherwise each time', () => {
  const content = [Buffer.from('VERY PLAIN '.repeat(20_000))];
  writeDelivery(record, 2, content);
  const first = readFileSync(pathOf(2));
  writeDelivery(record, 2, content);
  expect(first.includes('PLAIN')).toBe(false);
  expect(readFileSync(pathOf(2)).subarray(0, 64).equals(first.subarray(0, 64))).toBe(false);
});

test.each([3, 17, 40_000, 80_000])('a byte changed at %i is found', (at) => {
  writeDelivery(record, 3, [Buffer.alloc(100_000, 7)]);
  const fd = openSync(pathOf(3), 'r+');
  const { size } = fstatSync(fd);
  expect(size).toBeGreaterThan(at);
  const changed = readFileSync(pathOf(3))[at]! ^ 1;
  writeSync(fd, Uint8Array.of(changed), 0, 1, at);
  closeSync(fd);
  expect(() => contentOf(3)).toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
});

test('a file that was cut off, or asked for more than it holds, is an error', () => {
  writeDelivery(record, 4, [Buffer.alloc(100_000, 7)]);
  {
    using file = openDelivery(record, 4);
    expect(() => file.read(99_999, Buffer.alloc(2))).toThrow(
      expect.objectContaining({ code: 'CASE_DAMAGED' }),
    );
  }
  truncateSync(pathOf(4), 65_000);
  expect(() => contentOf(4)).toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
  truncateSync(pathOf(4), 5);
  expect(() => contentOf(4)).toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
});

test('one delivery does not stand in for another, nor for that of another case', () => {
  writeDelivery(record, 5, [Buffer.from('five')]);
  const stolen = { ...record, case: '2026-zzzzzz' };
  expect(() => openDelivery(stolen, 5).read(0, Buffer.alloc(4))).toThrow(
    expect.objectContaining({ code: 'SEALED_DAMAGED' }),
  );
});
