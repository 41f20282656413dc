import { describe, expect, it } from 'vitest';
import { objectsOf, readJson, type ReadOptions } from './read-json.fixture.ts';

const lines = (...rows: string[]) => `{"a":0}\n{"a":1}\n${rows.join('\n')}\n{"a":2}\n`;
const around = ['0', '1', '2'];

function idsAround(row: string, options: ReadOptions = {}) {
  const read = readJson(lines(row), options);
  const ids = objectsOf(read).flatMap(({ a }) => (a !== undefined && around.includes(a!) ? [a] : []));
  expect(ids).toEqual(around);
  return read;
}

describe('hostile JSON', () => {
  it('of a value longer than what is read whole is handed over, and reading goes on after it', () => {
    const options = { windowBytes: 4_096, maxRowBytes: 1 << 18 };
    const { skipped } = idsAround(`{"a":"${'x'.repeat(3 << 20)}"}`, options);
    expect(skipped).toMatchObject([{ reason: 'a row longer than what is read whole', bytes: (3 << 20) + 9 }]);
    expect(idsAround(`{"a":1${'0'.repeat(3 << 20)}}`, options).skipped).toHaveLength(1);
  });

  it('of one thing over and over is handed over to its end', () => {
    for (const unit of [
      '[',
      '{',
      '{"a":',
      '{"a":[',
      '"',
      '\\',
      '{"a":"',
      '}',
      '{"a":[\n',
      '},{"a":[',
      '{"a":[{},',
      '\0',
      '[{"a":[[',
      '{"a":1,',
    ]) {
      const text = `{"a":1}\n{"a":2}\n${unit.repeat(Math.ceil((3 << 20) / unit.length))}`;
      const read = readJson(text, { windowBytes: 16_384, maxRowBytes: 1 << 18 });
      expect(read.end).toBe(text.length);
      expect(read.rows.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('of keys a megabyte long, of a hundred thousand keys, or of one key over and over is handed over as text', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `"k${i}":${i}`).join(',');
    for (const [row, reason] of [
      [`{"${'k'.repeat(1 << 20)}":1}`, 'rows with a key longer than any name'],
      [`{${keys}}`, 'rows with more keys than are kept as columns'],
      [`{${'"k":1,'.repeat(1_000)}"z":1}`, 'rows with one key many times over'],
      [`{"k":"${'@'.repeat(600_000)}"}`, 'rows with more @ signs than are kept'],
      [
        `{"k":${'['.repeat(2_000)}1${']'.repeat(2_000)}}`,
        'rows of brackets within brackets deeper than is read',
      ],
    ] as const) {
      const { skipped } = idsAround(row);
      expect(skipped).toMatchObject([{ reason, bytes: row.length + 1 }]);
    }
  });

  it('whose rows all have other keys ends in rows that are handed over, and no row is lost', () => {
    const text = Array.from({ length: 6_000 }, (_, i) => `{"id":${i},"k${i}":"m${i}@example.com"}\n`).join(
      '',
    );
    const read = readJson(text);
    expect(read.rows).toHaveLength(4_095);
    expect(read.skipped.map(({ reason }) => reason)).toEqual([
      'rows with more keys than are kept as columns',
    ]);
    expect(read.skipped[0]!.text.match(/@/gu)).toHaveLength(6_000 - 4_095);
  });

  it('whose objects inside all have other keys keeps these objects in one piece', () => {
    const text = Array.from(
      { length: 1_000 },
      (_, i) => `{"id":${i},"by":{"u${i}":{"mail":"m${i}@example.com"}}}\n`,
    ).join('');
    const read = readJson(text);
    expect(read.rows).toHaveLength(1_000);
    expect(objectsOf(read).at(-1)).toEqual({ id: '999', by: '{"u999":{"mail":"m999@example.com"}}' });
  });

  it('with names of the language as keys is read like any other', () => {
    const read = readJson('{"__proto__":{"x":1},"constructor":"y","toString":null}\n{"a":1}\n');
    expect(read.rows[0]!.values).toEqual(['1', 'y', null]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
