import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectRows } from '../collect-rows.fixture.ts';
import type { RecordTable, RecordValue } from '../unpack/unpack-sink.ts';
import { maxFrameBytes } from './record-frames.ts';
import { RecordReader } from './record-reader.ts';
import { RecordWriter } from './record-writer.ts';

type Call =
  | { kind: 'table'; table: RecordTable }
  | { kind: 'record'; values: RecordValue[] }
  | { kind: 'text'; text: string }
  | { kind: 'skipped'; bytes: number; reason: string; text: string };

function written(calls: Call[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const writer = new RecordWriter((bytes) => chunks.push(Uint8Array.from(bytes)));
  calls.forEach((call, i) => {
    if (call.kind === 'table') writer.table(call.table);
    if (call.kind === 'record') writer.record(i, call.values);
    if (call.kind === 'text') writer.text(i, call.text);
    if (call.kind === 'skipped') writer.skipped(i, call.bytes, call.reason, call.text);
  });
  writer.flush();
  return Buffer.concat(chunks);
}

function read(bytes: Uint8Array, options: { chunkBytes?: number; windowBytes?: number } = {}) {
  const said: Call[] = [];
  const collected = collectRows(bytes, { maxRowBytes: 40 << 20, ...options }, (window, sink) =>
    new RecordReader(window, {
      ...sink,
      insert(table, columns) {
        said.push({ kind: 'table', table: { name: table, columns: columns ?? [] } });
      },
      row(offset, starts, ends, count, ats, _from, to) {
        const values = Array.from({ length: count }, (_, i) =>
          Buffer.from(window.bytes.subarray(starts[i], ends[i])).toString(),
        );
        const signs = values.join('').split('@').length - 1;
        expect(to).toBe(signs);
        for (const at of ats.subarray(0, to)) expect(window.bytes[at]).toBe(0x40);
        said.push({ kind: 'record', values });
        expect(Number.isInteger(offset)).toBe(true);
      },
      text(_offset, from, to) {
        said.push({ kind: 'text', text: Buffer.from(window.bytes.subarray(from, to)).toString() });
      },
      skipped(_offset, reason, from, to, bytes = to - from) {
        const text = Buffer.from(window.bytes.subarray(from, to)).toString();
        said.push({ kind: 'skipped', bytes, reason, text });
      },
    }).read(0, Infinity, ''),
  );
  return { said, end: collected.end };
}

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const call: fc.Arbitrary<Call> = fc.oneof(
  fc.record({
    kind: fc.constant('table' as const),
    table: fc.record({ name: text, columns: fc.array(text) }),
  }),
  fc.record({ kind: fc.constant('record' as const), values: fc.array(fc.oneof(text, fc.constant(null))) }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('skipped' as const), bytes: fc.nat(), reason: text, text }),
);

/** As it comes back: a value that is not there has no bytes. */
function expected(calls: Call[]): Call[] {
  return calls.map((entry) =>
    entry.kind === 'record' ? { ...entry, values: entry.values.map((value) => value ?? '') } : entry,
  );
}

describe('records', () => {
  test('come back as they were written, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 64, max: 5000 }),
        (calls, chunkBytes, windowBytes) => {
          expect(read(written(calls), { chunkBytes, windowBytes }).said).toEqual(expected(calls));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a value longer than is kept is cut, and the cut is told', () => {
    const { said } = read(written([{ kind: 'record', values: ['x'.repeat(5 << 20), 'after'] }]));
    expect(said).toEqual([
      { kind: 'record', values: ['x'.repeat(4 << 20), 'after'] },
      { kind: 'skipped', bytes: 1 << 20, reason: 'the end of a value longer than is kept', text: '' },
    ]);
  });

  test('no record is longer than a frame, however many long values it has', () => {
    const values = Array.from({ length: 12 }, () => 'y'.repeat(3 << 20));
    const { said } = read(written([{ kind: 'record', values }]));
    const [record, cut] = said;
    const kept = record?.kind === 'record' ? record.values.reduce((sum, value) => sum + value!.length, 0) : 0;
    expect(kept).toBeLessThanOrEqual(maxFrameBytes);
    expect(cut).toMatchObject({ kind: 'skipped', bytes: (36 << 20) - kept });
  });

  test('every @ sign of a record is told, however many there are', () => {
    const values = Array.from({ length: 40 }, (_, i) => 'x@example.org '.repeat(i));
    expect(read(written([{ kind: 'record', values }])).said).toEqual([{ kind: 'record', values }]);
  });

  test('a long text comes in pieces', () => {
    const long = 'x' + '€'.repeat(4 << 20);
    const { said } = read(written([{ kind: 'text', text: long }]));
    expect(said.length).toBeGreaterThan(1);
    expect(said.map((entry) => (entry.kind === 'text' ? entry.text : '')).join('')).toBe(long);
  });

  test('a frame that is not all there is left out', () => {
    const bytes = written([
      { kind: 'table', table: { name: 'people', columns: ['name'] } },
      { kind: 'record', values: ['Ada'] },
      { kind: 'record', values: ['Bea'] },
    ]);
    for (let cut = 1; cut < 20; cut++) {
      const { said } = read(bytes.subarray(0, bytes.length - cut));
      expect(said.at(-1)).toEqual({ kind: 'record', values: ['Ada'] });
    }
  });
});
