import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTower } from './hash-tower.ts';
import {
  consistencyPath,
  hashesToRest,
  type HashReader,
  inclusionPath,
  isConsistent,
  leafHash,
  restingCount,
  restingPlace,
  rootFromInclusion,
  treeRoot,
} from './merkle.ts';

/** Source: the reference tree of the certificate-transparency project, merkletree/merkle_tree_test.cc. */
const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const referenceRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The hashes that rest for these leaves, and a reader of them. */
function resting(leaves: readonly Buffer[]): { hashes: Buffer[]; read: HashReader } {
  const hashes: Buffer[] = [];
  const read: HashReader = (place) => hashes[place]!;
  for (const [number, data] of leaves.entries()) hashes.push(...hashesToRest(number, leafHash(data), read));
  return { hashes, read };
}

function numbered(count: number): Buffer[] {
  return Array.from({ length: count }, (_, number) => Buffer.from(`entry ${number}`));
}

test('the roots are those of the reference tree', () => {
  const leaves = referenceLeaves.map((hex) => Buffer.from(hex, 'hex'));
  const { read } = resting(leaves);
  expect(leaves.map((_, i) => treeRoot(i + 1, read).toString('hex'))).toEqual(referenceRoots);
  expect(treeRoot(0, read).toString('hex')).toMatch(/^e3b0c442/u);
});

test('hashes rest one after the other, however many leaves there are', () => {
  const { hashes } = resting(numbered(300));
  expect(hashes).toHaveLength(restingCount(300));
  expect(restingPlace(0, 5)).toBe(8);
  expect(restingPlace(2, 1)).toBe(13);
});

test('a tree that is grown leaf by leaf rests and ends as one that is read back', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), (count) => {
      const leaves = numbered(count);
      const { hashes, read } = resting(leaves);
      const tower = createTower();
      expect(leaves.flatMap((data) => tower.add(leafHash(data)))).toEqual(hashes);
      expect(tower.root()).toEqual(treeRoot(count, read));
    }),
    { numRuns: 30 },
  );
});

const treeAndLeaf = fc
  .integer({ min: 1, max: 200 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));

test('an inclusion proof gives the root for its leaf, and for no other place, leaf or path', () => {
  fc.assert(
    fc.property(treeAndLeaf, fc.nat(), ([size, number], seed) => {
      const { read } = resting(numbered(size));
      const root = treeRoot(size, read);
      const path = inclusionPath(number, size, read);
      const leaf = leafHash(Buffer.from(`entry ${number}`));
      expect(rootFromInclusion(number, size, leaf, path)).toEqual(root);
      expect(rootFromInclusion(number, size, leafHash(Buffer.from('other')), path)).not.toEqual(root);
      expect(rootFromInclusion((number + 1) % (size + 1), size, leaf, path)).not.toEqual(root);
      expect(rootFromInclusion(number, size, leaf, [...path, leaf])).toBeNull();
      if (path.length === 0) return;
      const changed = path.map((hash) => Buffer.from(hash));
      changed[seed % path.length]![seed % 32]! ^= 1;
      expect(rootFromInclusion(number, size, leaf, changed)).not.toEqual(root);
      expect(rootFromInclusion(number, size, leaf, path.slice(1))).toBeNull();
    }),
  );
});

test('a consistency proof joins two sizes of the same log, and no other roots or paths', () => {
  fc.assert(
    fc.property(treeAndLeaf, fc.nat(), ([size, before], seed) => {
      const { read } = resting(numbered(size));
      const earlier = { size: before + 1, root: treeRoot(before + 1, read) };
      const later = { size, root: treeRoot(size, read) };
      const path = consistencyPath(earlier.size, size, read);
      const other = leafHash(Buffer.from('other'));
      expect(isConsistent(earlier, later, path)).toBe(true);
      expect(isConsistent({ ...earlier, root: other }, later, path)).toBe(false);
      expect(isConsistent(earlier, { ...later, root: other }, path)).toBe(false);
      expect(isConsistent(earlier, later, [...path, other])).toBe(false);
      expect(isConsistent(later, { ...earlier, size: size - 1 }, path)).toBe(false);
      if (path.length === 0) return;
      const changed = path.map((hash) => Buffer.from(hash));
      changed[seed % path.length]![seed % 32]! ^= 1;
      expect(isConsistent(earlier, later, changed)).toBe(false);
    }),
  );
});
