/*
 * Somebody has every row of the private look-up, a list of a million candidate NIRs with all planted ones among them, and
 * not the key of the instance: no candidate leads to an entry. With the key every one of them does, so that the same
 * search is known to find what there is.
 */
import { createHash, createHmac, hash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  entryTag,
  evaluate,
  loadSodium,
  privateInput,
  privateKeys,
  tagBytes,
} from '../../src/lookup/private/index.ts';
import { normalForm } from '../../src/register/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import type { RegisterDatabase } from '../../src/store/register/index.ts';
import { madeUpNir, plant, someSets } from './planted-index.fixture.ts';

const planted = 200;
const million = 1_000_000;
const candidates = Array.from({ length: planted }, (_, i) => normalForm('nir', madeUpNir(i))!);
for (let i = 0; candidates.length < million; i++) candidates.push(String(1_750_175_000_000 + i));

/** All that the tables of the private look-up hold. */
async function dump({
  rows,
}: RegisterDatabase): Promise<{ bytes: Buffer; salts: Buffer[]; tags: Set<string> }> {
  const indexes = await rows.selectFrom('private_index').selectAll().execute();
  const blocks = await rows.selectFrom('private_block').selectAll().execute();
  const parts = await rows.selectFrom('private_part').selectAll().execute();
  const bytes = Buffer.concat([
    Buffer.from(JSON.stringify([indexes, parts.map(({ number }) => number)])),
    ...parts.flatMap(({ marks, entries }) => [marks, entries]),
    ...blocks.map(({ entries }) => entries),
  ]);
  // whatever eight bytes stand anywhere: where entries begin is not even needed
  const tags = new Set<string>();
  for (const { entries } of [...blocks, ...parts])
    for (let at = 0; at + tagBytes <= entries.length; at++)
      tags.add(entries.toString('latin1', at, at + tagBytes));
  return { bytes, salts: indexes.filter(({ entries }) => entries > 0).map(({ salt }) => salt), tags };
}

forBothEngines((open) => {
  test('a dump gives no hit to a million candidates without the key, and all with it', async () => {
    await using opened = await open();
    const { register } = opened;
    const people = Array.from({ length: planted }, (_, i) => ({
      kind: 'nir' as const,
      typed: madeUpNir(i),
      sets: [i % 2],
    }));
    await plant(register, { name: 'Jobs', sets: someSets, people });
    const { bytes, salts, tags } = await dump(register);
    for (const candidate of candidates.slice(0, planted)) {
      expect(bytes.includes(candidate)).toBe(false);
      expect(bytes.includes(Buffer.from(BigInt(candidate).toString(16).padStart(12, '0'), 'hex'))).toBe(
        false,
      );
    }

    const hits = (outputOf: (candidate: string) => Buffer, tried: readonly string[]): number =>
      tried.filter((candidate) => {
        const output = outputOf(candidate);
        return salts.some((salt) => tags.has(entryTag(output, salt, 0).toString('latin1')));
      }).length;
    const input = (candidate: string) => privateInput('nir', candidate);

    // with the key: the search finds what there is
    const sodium = await loadSodium();
    const keys = privateKeys(sodium, register.secrets('private-look-up'));
    expect(
      hits((candidate) => evaluate(sodium, keys.nir.secretKey, input(candidate)), candidates.slice(0, 300)),
    ).toBe(planted);

    // without it, as one would try: the hash alone, and keyed by what stands in the dump
    expect(hits((candidate) => hash('sha512', input(candidate), 'buffer'), candidates)).toBe(0);
    const few = candidates.slice(0, 2_000);
    for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5'])
      for (const text of [
        (candidate: string) => candidate,
        (candidate: string) => input(candidate).toString(),
      ]) {
        const plain = (candidate: string) => createHash(algorithm).update(text(candidate)).digest();
        expect(few.filter((candidate) => bytes.includes(plain(candidate).subarray(0, tagBytes)))).toEqual([]);
        for (const salt of salts)
          expect(
            few.filter((candidate) =>
              bytes.includes(
                createHmac(algorithm, salt).update(text(candidate)).digest().subarray(0, tagBytes),
              ),
            ),
          ).toEqual([]);
      }

    // the function under keys that one could guess, or that stand in the dump
    const guessed = [
      Buffer.alloc(32),
      Buffer.alloc(32, 1),
      ...salts,
      ...salts.map((salt) => Buffer.concat([salt, salt])),
    ];
    for (const secret of guessed) {
      const { secretKey } = privateKeys(sodium, secret).nir;
      expect(
        hits((candidate) => evaluate(sodium, secretKey, input(candidate)), candidates.slice(0, planted)),
      ).toBe(0);
    }
    const one = Buffer.alloc(32);
    one[0] = 1;
    expect(hits((candidate) => evaluate(sodium, one, input(candidate)), candidates.slice(0, planted))).toBe(
      0,
    );
  }, 600_000);
});
