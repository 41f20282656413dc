import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  ObjectId,
  serialize,
  Timestamp,
  UUID,
} from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBson } from './is-bson.ts';
import { openBytes } from './open-bson.fixture.ts';

const id = '65a0c0ffee65a0c0ffee0001';
const bsonOf = (...documents: Document[]) => Buffer.concat(documents.map((document) => serialize(document)));
const person = (i: number) => ({ _id: i, mail: `p${i}@example.com`, address: { city: 'Exampleville' } });
const terminator = Buffer.from([0xff, 0xff, 0xff, 0xff]);
const magic = Buffer.from([0x6d, 0xe2, 0x99, 0x81]);

describe('a dump of BSON', () => {
  it('gives each document as a record, documents inside as columns', async () => {
    const { records, skipped } = await openBytes(
      bsonOf({ a: 'x', b: { c: { d: 'y' }, e: null } }, { z: 1, a: '' }),
    );
    expect(records.map(({ values }) => values)).toEqual([
      { a: 'x', 'b.c.d': 'y' },
      { z: '1', a: '' },
    ]);
    expect(records.map(({ offset }) => offset)).toEqual([
      0,
      bsonOf({ a: 'x', b: { c: { d: 'y' }, e: null } }).length,
    ]);
    expect(skipped).toEqual([]);
  });

  it('writes every type as people would', async () => {
    const { records } = await openBytes(
      bsonOf({
        id: new ObjectId(id),
        double: new Double(1.5),
        int: new Int32(-7),
        long: Long.fromString('9007199254740993'),
        decimal: Decimal128.fromString('12.340'),
        date: new Date(Date.UTC(1985, 2, 9)),
        yes: true,
        bytes: new Binary(Buffer.from([1, 2, 255])),
        uuid: new UUID('0f8fad5b-d9cb-469f-a165-70867728950e'),
        regex: new BSONRegExp('a.b', 'i'),
        code: new Code('f()', { x: 1 }),
        stamp: new Timestamp({ t: 86_400, i: 1 }),
        max: new MaxKey(),
        list: [1, 'é"', { a: [true, null] }, new ObjectId(id)],
      }),
    );
    expect(records[0]!.values).toEqual({
      id,
      double: '1.5',
      int: '-7',
      long: '9007199254740993',
      decimal: '12.340',
      date: '1985-03-09T00:00:00.000Z',
      yes: 'true',
      bytes: new Uint8Array([1, 2, 255]),
      uuid: '0f8fad5b-d9cb-469f-a165-70867728950e',
      regex: '/a.b/i',
      code: 'f()',
      stamp: '1970-01-02T00:00:00.000Z',
      list: `[1,"é\\"",{"a":[true,null]},"${id}"]`,
    });
  });

  it('is told from text and from other binary files', () => {
    expect(isBson(bsonOf(person(1)))).toBe(true);
    expect(isBson(bsonOf({ text: 'x'.repeat(300_000) }).subarray(0, 262_144))).toBe(true);
    expect(isBson(Buffer.concat([magic, bsonOf({ version: '0.1' })]))).toBe(true);
    for (const text of [
      '',
      '{"a":1}',
      'id,mail\n1,a@example.com\n',
      '\x05\0\0\0\0',
      'PK\x03\x04',
      '\x16\0\0\0hello',
    ]) {
      expect(isBson(Buffer.from(text, 'latin1'))).toBe(false);
    }
  });

  it('keeps keys that are names of the language or differ in case only apart', async () => {
    const document = Buffer.from(
      '2d00000002' +
        Buffer.from('__proto__\0').toString('hex') +
        '020000007800' +
        '0241000200000079000261000200' +
        '00007a00' +
        '00',
      'hex',
    );
    document.writeInt32LE(document.length, 0);
    const { records } = await openBytes(document);
    expect(Object.entries(records[0]!.values)).toContainEqual(['A', 'y']);
    expect(Object.entries(records[0]!.values)).toContainEqual(['a (2)', 'z']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps documents of many keys in one piece, and hands over those with more than there may be columns', async () => {
    const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
    const { records, skipped } = await openBytes(bsonOf({ all: keys(300) }, keys(100_000), person(1)));
    expect(Object.keys(records[0]!.values)).toEqual(['all']);
    expect(records[1]!.values).toMatchObject({ mail: 'p1@example.com' });
    expect(skipped[0]!.reason).toBe('documents with more keys than are kept as columns');
  });

  it('of mongodump --archive gives a table for each collection', async () => {
    const block = (db: string, collection: string, documents: Document[], EOF = false) =>
      Buffer.concat([bsonOf({ db, collection, EOF, CRC: new Long(0) }, ...documents), terminator]);
    const archive = Buffer.concat([
      magic,
      bsonOf({ concurrent_collections: 4, version: '0.1', server_version: '7.0.0', tool_version: '100.9.0' }),
      bsonOf({ db: 'shop', collection: 'users', metadata: '{"indexes":[]}', size: 2, type: 'collection' }),
      terminator,
      block('shop', 'users', [person(1)]),
      block('shop', 'orders', [{ _id: 1, total: 5 }]),
      block('shop', 'users', [person(2)]),
      block('shop', 'users', [], true),
      block('old', 'users', [person(3)]),
    ]);
    const { records, skipped } = await openBytes(archive);
    expect(records.map(({ table, values }) => [table, values['_id']])).toEqual([
      ['users', '1'],
      ['orders', '1'],
      ['users', '2'],
      ['old.users', '3'],
    ]);
    expect(skipped).toEqual([]);
  });
});

describe('damage in a dump of BSON', () => {
  const people = Array.from({ length: 30 }, (_, i) => person(i));
  const whole = bsonOf(...people);
  const covered = ({ records, skipped }: Awaited<ReturnType<typeof openBytes>>, bytes: Buffer) =>
    skipped.reduce((sum, part) => sum + part.bytes, 0) +
    records.reduce((sum, { offset }) => sum + bytes.readInt32LE(offset), 0);

  it('inside one document costs that document', async () => {
    const bytes = Buffer.from(whole);
    const second = bytes.readInt32LE(0);
    bytes[second + 4] = 0x55;
    const { records, skipped } = await openBytes(bytes);
    expect(records.map(({ values }) => values['_id'])).toEqual(
      people.flatMap(({ _id }) => (_id === 1 ? [] : [String(_id)])),
    );
    expect(skipped).toHaveLength(1);
    expect(skipped[0]).toMatchObject({ offset: second, reason: 'documents that are damaged' });
    expect(skipped[0]!.text).toContain('p1@example.com');
  });

  it('to a length is passed over to where the next document begins', async () => {
    for (const length of [0, -5, 0x7fffffff, 7, 200, 16_000_000]) {
      const bytes = Buffer.from(whole);
      const second = bytes.readInt32LE(0);
      bytes.writeInt32LE(length, second);
      const opened = await openBytes(bytes);
      const ids = opened.records.map(({ values }) => values['_id']);
      expect(ids).toHaveLength(29);
      expect(covered(opened, bytes)).toBe(bytes.length);
    }
  });

  it('by cutting anywhere keeps what came before', async () => {
    for (let cut = 0; cut < whole.length; cut += 13) {
      const bytes = whole.subarray(0, cut);
      const opened = await openBytes(bytes);
      expect(opened.records.length).toBe(
        Math.floor(people.filter((_, i) => bsonOf(...people.slice(0, i + 1)).length <= cut).length),
      );
      expect(covered(opened, Buffer.from(bytes))).toBe(cut);
    }
  });

  it('of any kind neither ends the run nor loses a byte, however the file is read', async () => {
    const nested = bsonOf(...people, {
      list: [[1], { a: 'x' }],
      deep: { a: { b: { c: 1 } } },
      bytes: new Binary(Buffer.alloc(20)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(nested.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.integer({ min: 1, max: 500 }),
        async (changes, shortRead) => {
          const bytes = Buffer.from(nested);
          for (const [at, byte] of changes) bytes[at] = byte;
          const opened = await openBytes(bytes);
          expect(covered(opened, bytes)).toBe(bytes.length);
          expect(await openBytes(bytes, shortRead)).toEqual(opened);
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });

  it('made of documents within documents without an end is told', async () => {
    const deep = (depth: number): Buffer => {
      let inner = Buffer.from([5, 0, 0, 0, 0]);
      for (let i = 0; i < depth; i++) {
        const outer = Buffer.concat([Buffer.alloc(4), Buffer.from([4, 0x30, 0]), inner, Buffer.alloc(1)]);
        outer.writeInt32LE(outer.length, 0);
        inner = outer;
      }
      return inner;
    };
    const { records, skipped } = await openBytes(Buffer.concat([deep(90), deep(2000)]));
    expect(records).toHaveLength(1);
    expect(skipped.map(({ reason }) => reason)).toEqual(['documents that are damaged']);
  });

  it('of bytes without any document is handed over whole', async () => {
    const bytes = Buffer.concat([bsonOf(person(1)), Buffer.alloc(3 << 20, 'x@example.com ')]);
    const opened = await openBytes(bytes);
    expect(opened.records).toHaveLength(1);
    expect(covered(opened, bytes)).toBe(bytes.length);
  });
});
