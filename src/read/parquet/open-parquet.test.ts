import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { isParquet } from './is-parquet.ts';
import { readTable } from './open-parquet.fixture.ts';

type WriteOptions = Parameters<typeof parquetWriteBuffer>[0];

function fileOf(options: WriteOptions): Uint8Array {
  return new Uint8Array(parquetWriteBuffer(options));
}

const compressors = {
  GZIP: (bytes: Uint8Array) => gzipSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliCompressSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdCompressSync(bytes),
};

function people(count: number): WriteOptions['columnData'] {
  const rows = Array.from({ length: count }, (_, i) => i);
  return [
    { name: 'id', data: rows, type: 'INT32' },
    { name: 'mail', data: rows.map((i) => `p${i}@example.com`), type: 'STRING' },
    {
      name: 'city',
      data: rows.map((i) => (i % 5 === 0 ? null : `Ville ${i % 7}`)),
      type: 'STRING',
      nullable: true,
    },
    { name: 'balance', data: rows.map((i) => i / 8), type: 'DOUBLE' },
    { name: 'active', data: rows.map((i) => i % 3 === 0), type: 'BOOLEAN' },
  ];
}

const expectedRow = (i: number) => [
  String(i),
  `p${i}@example.com`,
  i % 5 === 0 ? null : `Ville ${i % 7}`,
  String(i / 8),
  String(i % 3 === 0),
];

test.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'ZSTD'] as const)(
  'pages packed with %s are read',
  async (codec) => {
    const told = await readTable(fileOf({ columnData: people(500), codec, compressors }));
    expect(told.table!.columns).toEqual(['id', 'mail', 'city', 'balance', 'active']);
    expect(told.rows).toEqual(Array.from({ length: 500 }, (_, i) => expectedRow(i)));
    expect(told.skipped).toEqual([]);
  },
);

test('sizes of pages and row groups never change the rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 40, max: 4000 }),
      fc.integer({ min: 7, max: 700 }),
      async (pageSize, rowGroupSize) => {
        const told = await readTable(fileOf({ columnData: people(600), pageSize, rowGroupSize }));
        expect(told.rows).toEqual(Array.from({ length: 600 }, (_, i) => expectedRow(i)));
        expect(told.skipped).toEqual([]);
      },
    ),
    { numRuns: 25, seed: 3 },
  );
});

test('only the pages that are needed are held, and rows come a few at a time', async () => {
  const file = fileOf({ columnData: people(20_000), pageSize: 10_000, codec: 'UNCOMPRESSED' });
  const told = await readTable(file);
  expect(told.rows).toHaveLength(20_000);
  expect(told.longestRead).toBeLessThan(60_000);
  expect(told.mostAtOnce).toBeLessThanOrEqual(256);
});

test.each(['PLAIN', 'RLE_DICTIONARY', 'DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY'] as const)(
  'text in %s is read',
  async (encoding) => {
    const data = Array.from({ length: 300 }, (_, i) => `prefix of all ${i % 40} é`);
    const told = await readTable(fileOf({ columnData: [{ name: 't', data, type: 'STRING', encoding }] }));
    expect(told.rows.flat()).toEqual(data);
  },
);

test.each(['PLAIN', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'] as const)(
  'numbers in %s are read',
  async (encoding) => {
    const small = Array.from({ length: 300 }, (_, i) => i * i - 500);
    const big = small.map((i) => BigInt(i) * 10_000_000_019n);
    const told = await readTable(
      fileOf({
        columnData: [
          { name: 'a', data: small, type: 'INT32', encoding },
          { name: 'b', data: big, type: 'INT64', encoding },
        ],
      }),
    );
    expect(told.rows).toEqual(small.map((i, at) => [String(i), String(big[at])]));
  },
);

test('dates, times, decimals, unsigned numbers and identifiers are text as people write them', async () => {
  const told = await readTable(
    fileOf({
      schema: [
        { name: 'root', num_children: 8 },
        { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
        { name: 'millis', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' },
        {
          name: 'nanos',
          type: 'INT64',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'NANOS' },
          repetition_type: 'REQUIRED',
        },
        {
          name: 'price',
          type: 'INT64',
          converted_type: 'DECIMAL',
          scale: 2,
          precision: 18,
          repetition_type: 'REQUIRED',
        },
        { name: 'count', type: 'INT32', converted_type: 'UINT_32', repetition_type: 'REQUIRED' },
        {
          name: 'key',
          type: 'FIXED_LEN_BYTE_ARRAY',
          type_length: 16,
          logical_type: { type: 'UUID' },
          repetition_type: 'REQUIRED',
        },
        { name: 'rate', type: 'FLOAT', repetition_type: 'REQUIRED' },
        { name: 'raw', type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' },
      ],
      columnData: [
        { name: 'day', data: [new Date('1980-02-29')] },
        { name: 'millis', data: [new Date('2016-11-10T08:09:10.120Z')] },
        { name: 'nanos', data: [1_700_000_000_123_456_789n] },
        { name: 'price', data: [-0.57] },
        { name: 'count', data: [4_294_967_295] },
        { name: 'key', data: ['00112233-4455-6677-8899-aabbccddeeff'] },
        { name: 'rate', data: [0.1] },
        { name: 'raw', data: [Uint8Array.of(0, 255)] },
      ],
    }),
  );
  expect(told.rows).toEqual([
    [
      '1980-02-29',
      '2016-11-10T08:09:10.12Z',
      '2023-11-14T22:13:20.123456789',
      '-0.57',
      '4294967295',
      '00112233-4455-6677-8899-aabbccddeeff',
      '0.1',
      Uint8Array.of(0, 255),
    ],
  ]);
});

describe('damaged files', () => {
  const whole = fileOf({ columnData: people(400), pageSize: 1000, rowGroupSize: 200, codec: 'UNCOMPRESSED' });

  test('a damaged column is empty to the end of its row group, the others go on', async () => {
    const file = Buffer.from(whole);
    const at = file.indexOf('p0@example.com');
    file.fill(0xff, at - 60, at - 4);
    const { rows, skipped } = await readTable(file);
    expect(rows).toHaveLength(400);
    expect(rows[50]!.filter((value) => value === null).length).toBeGreaterThanOrEqual(1);
    expect(rows[399]).toEqual(expectedRow(399));
    expect(skipped.length).toBeGreaterThan(0);
    expect(skipped[0]).toMatch(/^column \w+ .*, from row \d+ to the end of its row group$/u);
  });

  test.each([
    ['cut short', whole.subarray(0, 2000), /without its end/u],
    [
      'a footer longer than the file',
      Buffer.concat([whole.subarray(0, -8), Buffer.from([255, 255, 255, 0]), Buffer.from('PAR1')]),
      /impossible size/u,
    ],
    [
      'noise for a footer',
      Buffer.concat([whole.subarray(0, -60), Buffer.alloc(52, 0x9c), whole.subarray(-8)]),
      /damaged/u,
    ],
    ['an encrypted footer', Buffer.concat([whole.subarray(0, -4), Buffer.from('PARE')]), /encrypted/u],
    ['nothing at all', new Uint8Array(0), /without its end/u],
  ])('%s is refused in words', async (_, bytes, message) => {
    await expect(readTable(bytes)).rejects.toThrow(UnreadableError);
    await expect(readTable(bytes)).rejects.toThrow(message);
  });

  test('a page that unpacks to more than it says is not unpacked', async () => {
    const bomb = fileOf({
      columnData: [
        { name: 'a', data: Array.from({ length: 10 }, () => 'x'), type: 'STRING', encoding: 'PLAIN' },
      ],
      codec: 'GZIP',
      compressors: { GZIP: () => gzipSync(new Uint8Array(50_000_000)) },
      statistics: false,
    });
    const { skipped } = await readTable(bomb);
    expect(skipped).toEqual(['column a cannot be unpacked, from row 0 to the end of its row group']);
  });

  test('damage of any kind neither crashes nor hangs the reader', async () => {
    const packed = fileOf({ columnData: people(60), rowGroupSize: 30, pageSize: 200 });
    const deltas = fileOf({
      columnData: [
        {
          name: 'a',
          data: Array.from({ length: 100 }, (_, i) => BigInt(i * i)),
          type: 'INT64',
          encoding: 'DELTA_BINARY_PACKED',
        },
        {
          name: 'b',
          data: Array.from({ length: 100 }, (_, i) => `pre ${i}`),
          type: 'STRING',
          encoding: 'DELTA_BYTE_ARRAY',
        },
      ],
      codec: 'UNCOMPRESSED',
    });
    const change = fc.record({
      at: fc.nat(1_000_000),
      value: fc.oneof(fc.nat(255), fc.constantFrom(0, 0x7f, 0x80, 0xff)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(packed, deltas, whole),
        fc.array(change, { minLength: 1, maxLength: 20 }),
        async (from, changes) => {
          const bytes = Buffer.from(from);
          // the last bytes only say that this is a Parquet file
          for (const { at, value } of changes) bytes[at % (bytes.length - 8)] = value;
          const error: unknown = await readTable(bytes).then(
            () => null,
            (reason: unknown) => reason,
          );
          expect(error === null || error instanceof UnreadableError ? null : error).toBeNull();
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});

test('only files that begin as Parquet does are taken for it', () => {
  expect(isParquet(Buffer.from('PAR1rest'))).toBe(true);
  expect(isParquet(Buffer.from('PARE'))).toBe(true);
  expect(isParquet(Buffer.from('PAR'))).toBe(false);
  expect(isParquet(Buffer.from('PARTS of speech'))).toBe(false);
});
