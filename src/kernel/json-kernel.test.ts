import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonEnds, jsonEntry, jsonLimits, jsonRoom } from './json-code.ts';
import { type Kernel, loadKernel } from './kernel.ts';

const wasm = loadKernel({ memoryBytes: 4 << 20 });
const twin = loadKernel({ memoryBytes: 4 << 20, twin: true });
const room = 4096;
const atOut = room + jsonRoom.bytes;
const atCapacity = 1000;
const input = atOut + atCapacity * 4 + 64;

type Kind = 'object' | 'array' | 'value';

/** All that is to be had of rows read one after the other with the same table of keys. */
function readRows(kernel: Kernel, rows: { kind: Kind; bytes: Uint8Array }[], withinLines: boolean) {
  kernel.jsonBegin(room, atOut, atCapacity, withinLines);
  const root = kernel.jsonTable(0);
  return rows.map(({ kind, bytes }) => {
    kernel.bytes.fill(0, input, input + bytes.length + 4096);
    kernel.bytes.set(bytes, input);
    const to = input + bytes.length;
    const code =
      kind === 'object'
        ? kernel.jsonObject(input, to, root)
        : kind === 'array'
          ? kernel.jsonArray(input, to)
          : kernel.jsonValue(input, to);
    const end = kernel.jsonEnd() - input;
    if (code !== jsonEnds.row) return { code, end };
    const count = kernel.jsonCount();
    const wordsAt = (at: number, length: number) => [...kernel.words.subarray(at / 4, at / 4 + length)];
    const added = wordsAt(room + jsonRoom.newColumns, kernel.jsonNewColumns());
    const starts = wordsAt(room + jsonRoom.starts, count);
    const ends = wordsAt(room + jsonRoom.ends, count);
    return {
      code,
      end,
      values: starts.map((start, i) => Buffer.from(kernel.bytes.subarray(start, ends[i])).toString('latin1')),
      added: added.map((entry) => keyOf(kernel, entry)),
      ats: wordsAt(atOut, kernel.jsonAts()).map((at) => at - input),
    };
  });
}

function keyOf(kernel: Kernel, entry: number): string {
  const at = (room + jsonRoom.entries) / 4 + entry * jsonEntry.words;
  const word = (field: number) => kernel.words[at + field]!;
  const from = word(jsonEntry.keyAt);
  const key = Buffer.from(kernel.bytes.subarray(from, from + word(jsonEntry.keyLength))).toString('latin1');
  return `${word(jsonEntry.parent)} ${key} ${word(jsonEntry.firstTime)}`;
}

const read = (text: string, kind: Kind = 'object') =>
  readRows(wasm, [{ kind, bytes: Buffer.from(text) }], true)[0]!;

const pieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  ' ',
  '"a":1',
  '"a":"x@y"',
  '"b@":',
  '"c":{',
  '"$oid":"1"',
  'null',
  '-1.5e3',
  'ISODate("2020")',
  '"\\u00e9\\""',
  "'",
  '\0',
  '\t',
  'é',
  '@',
  '"a',
  '"long key of some length":2',
);
const damaged = fc.array(pieces, { maxLength: 25 }).map((parts) => `{"a":${parts.join('')}`);
const valid = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify({ a: value, b: 'x@example.com' }));
const row = fc
  .tuple(fc.constantFrom<Kind>('object', 'object', 'array', 'value'), fc.oneof(damaged, valid), fc.nat(400))
  .map(([kind, text, cut]) => {
    const bytes = Buffer.from(
      kind === 'array' ? `[${text.slice(5)}` : kind === 'value' ? text.slice(5) : text,
    );
    return { kind, bytes: bytes.subarray(0, cut < 300 ? undefined : cut - 300) };
  })
  .filter(({ bytes }) => bytes.length > 0);

describe('rows of JSON', () => {
  it('are read by the compiled kernel as by its plain twin', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), (rows, withinLines) => {
        expect(readRows(wasm, rows, withinLines)).toEqual(readRows(twin, rows, withinLines));
      }),
      { numRuns: 3_000 },
    );
  });

  it('give each value to the column of its key, whatever the order, and objects to columns of their own', () => {
    const texts = [
      '{"a":1,"b":{"c":"x","d":[1,{"e":2}]}}',
      '{ "b" : {"d":[],"c":null} , "f":true,"a":"z"}',
      '{}',
    ];
    const rows = readRows(
      wasm,
      texts.map((text) => ({ kind: 'object', bytes: Buffer.from(text) })),
      true,
    );
    expect(rows.map((each) => each.values)).toEqual([
      ['1', '"x"', '[1,{"e":2}]'],
      ['"z"', 'null', '[]', 'true'],
      ['', '', '', ''],
    ]);
    expect(rows.map((each) => each.added?.length)).toEqual([3, 1, 0]);
  });

  it('keep what extended JSON writes as objects in one piece', () => {
    expect(
      read('{"_id":{"$oid":"65"},"at":{ "$date":{"$numberLong":"1"}},"n":NumberLong("5")}').values,
    ).toEqual(['{"$oid":"65"}', '{ "$date":{"$numberLong":"1"}}', 'NumberLong("5")']);
  });

  it('end at the first byte that cannot be', () => {
    for (const [text, end] of [
      ['{"a":1,\n"b":2}', 7],
      ['{"a":"x\n"}', 7],
      ["{'a':1}", 1],
      ['{a:1}', 1],
      ['{"a":1 /* one */}', 7],
      ['{"a":[1}', 7],
      ['{"a":,', 5],
      ['{"a" 1}', 5],
    ] as const) {
      expect(read(text)).toEqual({ code: jsonEnds.malformed, end });
    }
    expect(read('{"a":1,}').code).toBe(jsonEnds.row);
  });

  it('that are cut off leave no key behind', () => {
    const text = '{"a":1,"b":{"c":2},"d":"x"}';
    for (let cut = 1; cut < text.length; cut++) {
      const rows = [text.slice(0, cut), '{"z":1}'].map((each) => ({
        kind: 'object' as const,
        bytes: Buffer.from(each),
      }));
      const [first, second] = readRows(wasm, rows, true);
      expect(first).toEqual({ code: jsonEnds.cut, end: cut });
      expect(second).toMatchObject({ values: ['1'], added: [`1 z 0`] });
    }
  });

  it('with more keys, longer keys, deeper values or more repeated keys than any program writes are none', () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":${i}`).join(',')}}`;
    expect(read(keys(jsonLimits.columns)).code).toBe(jsonEnds.row);
    expect(read(keys(jsonLimits.columns + 1)).code).toBe(jsonEnds.tooManyKeys);
    expect(read(`{"${'k'.repeat(jsonLimits.keyBytes)}":1}`).code).toBe(jsonEnds.row);
    expect(read(`{"${'k'.repeat(jsonLimits.keyBytes + 1)}":1}`).code).toBe(jsonEnds.longKey);
    expect(read(`{"a":${'['.repeat(5000)}`).code).toBe(jsonEnds.tooDeep);
    expect(read(`{"a":${'{"b":'.repeat(200)}1${'}'.repeat(201)}`).values?.length).toBe(1);
    expect(read(`{${'"a":1,'.repeat(9)}}`).values).toEqual(Array(9).fill('1'));
    expect(read(`{${'"a":1,'.repeat(10)}}`).code).toBe(jsonEnds.repeatedKey);
    expect(read(`{"a":"${'@'.repeat(atCapacity + 1)}"}`).code).toBe(jsonEnds.tooManyAts);
  });

  it('keep an object of many keys in one piece, also when the keys come row by row', () => {
    const inside = `{${Array.from({ length: 300 }, (_, i) => `"k${i}":"m${i}@example.com"`).join(',')}}`;
    for (const kernel of [wasm, twin]) {
      const whole = readRows(
        kernel,
        [{ kind: 'object', bytes: Buffer.from(`{"id":1,"all":${inside},"z":2}`) }],
        true,
      );
      expect(whole[0]!.values).toEqual(['1', inside, '2']);
      expect(whole[0]!.ats).toHaveLength(300);
      const rows = readRows(
        kernel,
        Array.from({ length: 300 }, (_, i) => ({
          kind: 'object' as const,
          bytes: Buffer.from(`{"all":{"k${i}":${i}}}`),
        })),
        true,
      );
      expect(rows.every((each) => each.code === jsonEnds.row)).toBe(true);
      expect(rows.at(-1)!.values!.filter((value) => value !== '')).toEqual(['{"k299":299}']);
      expect(rows.at(-1)!.values!.length).toBe(jsonLimits.children + 1);
    }
  });
});
