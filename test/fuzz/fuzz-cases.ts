/*
 * Cases by number: from a seed, a format and a number always the same damaged file, and what is found in it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerSeeds } from './container-seeds.ts';
import { damage } from './damage.ts';
import { documentSeeds } from './document-seeds.ts';
import { mailSeeds } from './mail-seeds.ts';
import { randomSource } from './random-source.ts';
import { readLeaf } from './read-leaf.ts';
import type { Seeds } from './seed.ts';
import { tableSeeds } from './table-seeds.ts';
import { placeOf, walkFile, watchOpeners } from './walk-file.ts';

export interface FuzzCases {
  formats: string[];
  /** The damaged file. */
  make: (seed: number, format: string, number: number) => Uint8Array;
  /** Reads it, and tells what is wrong. */
  try: (seed: number, format: string, number: number) => Promise<Set<string>>;
}

/** `folder`: for the files that are read. */
export async function createFuzzCases(folder: string): Promise<FuzzCases> {
  watchOpeners();
  const seeds: Seeds = {
    ...(await tableSeeds()),
    ...documentSeeds(),
    ...mailSeeds(),
    ...(await containerSeeds()),
  };
  const all = Object.values(seeds).flatMap((some) => some.map(({ bytes }) => bytes));
  const spillFolder = join(folder, 'spill');
  mkdirSync(spillFolder, { recursive: true });
  const path = join(folder, 'case');

  function make(seed: number, format: string, number: number): Uint8Array {
    const { bytes, wrap } = randomSource(seed, format, number).pick(seeds[format]!);
    // the first case of a run is the file as it should be
    const damaged =
      number === 0 ? Buffer.from(bytes) : damage(bytes, all, randomSource(seed, format, number, 'damage'));
    return wrap ? wrap(damaged) : damaged;
  }

  return {
    formats: Object.keys(seeds),
    make,
    async try(seed, format, number) {
      writeFileSync(path, make(seed, format, number));
      const random = randomSource(seed, format, number, 'reading');
      try {
        const { leaves, faults } = await walkFile(path, spillFolder);
        for (const leaf of leaves) for (const fault of readLeaf(leaf, random)) faults.add(fault);
        return faults;
      } catch (error) {
        return new Set([`escaped: ${placeOf(error as Error)}`]);
      }
    },
  };
}
