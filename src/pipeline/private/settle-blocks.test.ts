import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  blockOf,
  bucketBytes,
  type PrivateKind,
  privateKinds,
  tagBytes,
} from '../../lookup/private/index.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { addPrivatePart, beginPrivateIndexes, privateIndexes } from '../../store/register/index.ts';
import { blockBits, settleBlocks } from './settle-blocks.ts';

const entryBytes = 25;
const recordBytes = 1 + bucketBytes + entryBytes;
const breach = 7;

test('blocks hold 128 to 256 entries on average, and no more than 65,536 of them are made', () => {
  expect([0, 1, 127, 255, 256, 511, 512, 1_000_000, 10_200_000, 1e9].map(blockBits)).toEqual([
    0, 0, 0, 0, 1, 1, 2, 12, 16, 16,
  ]);
});

forBothEngines((open) => {
  test('every entry is in its block once, in the order of tags, however little is held at once', async () => {
    await using opened = await open();
    const { register } = opened;
    const records = Array.from({ length: 3000 }, (_, i) => {
      const record = randomBytes(recordBytes);
      record[0] = i % 3 === 0 ? 1 : 0;
      return record;
    });
    const settle = async (heldBytes: number) => {
      const begun = privateKinds.map((kind) => ({
        kind,
        digest: '',
        salt: Buffer.alloc(16),
        vocabulary: '{}',
      }));
      await beginPrivateIndexes(register, breach, begun);
      for (let at = 0, number = 0; at < records.length; at += 700, number++) {
        const entries = Buffer.concat(records.slice(at, at + 700));
        await addPrivatePart(register, breach, { number, marks: Buffer.alloc(0), entries });
      }
      await settleBlocks(register, { breach, entryBytes, heldBytes });
      expect(await register.rows.selectFrom('private_part').selectAll().execute()).toEqual([]);
      return register.rows.selectFrom('private_block').selectAll().orderBy('kind').orderBy('block').execute();
    };
    const whole = await settle(1 << 20);
    expect(await settle(5000)).toEqual(whole);
    expect(await privateIndexes(register.rows, breach)).toMatchObject([
      { kind: 'nir', entries: 2000, bits: 3, isReady: true },
      { kind: 'phone', entries: 1000, bits: 2, isReady: true },
    ]);
    const bitsOf = (kind: string) => (kind === 'nir' ? 3 : 2);
    const expected = Map.groupBy(records, (record) => {
      const kind: PrivateKind = privateKinds[record[0]!]!;
      return `${kind} ${blockOf(record.readUInt32BE(1), bitsOf(kind))}`;
    });
    expect(whole.map(({ kind, block }) => `${kind} ${block}`).toSorted()).toEqual(
      [...expected.keys()].toSorted(),
    );
    for (const { kind, block, entries } of whole) {
      const sorted = expected
        .get(`${kind} ${block}`)!
        .map((record) => record.subarray(1 + bucketBytes))
        .toSorted((a, b) => Buffer.compare(a.subarray(0, tagBytes), b.subarray(0, tagBytes)));
      expect(entries).toEqual(Buffer.concat(sorted));
    }
  });
});
