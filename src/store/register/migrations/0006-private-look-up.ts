// The private look-up: of each breach and kind one index, whose entries are sealed under outputs of a function that only
// the holder of its key can compute. `private_part`: what a build has done so far, `private_block`: what is served.

import type { Migration } from '../migration.ts';

export interface PrivateLookUpTables {
  /** `digest`: of what it is made of; `vocabulary`: a `Vocabulary` as JSON; `bits`: of the number of a block; `ready`: 1 once all blocks are there. */
  private_index: {
    breach: number;
    kind: string;
    digest: string;
    salt: Buffer;
    vocabulary: string;
    bits: number;
    entries: number;
    ready: number;
  };
  /** `marks`: keyed hashes of what it holds, so that a build goes on; gone once the index is ready. */
  private_part: { breach: number; number: number; marks: Buffer; entries: Buffer };
  private_block: { breach: number; kind: string; block: number; entries: Buffer };
}

export const privateLookUp: Migration = {
  number: 6,
  name: 'private-look-up',
  statements: ({ bytes, integer, end, endByKey }) => [
    `CREATE TABLE private_index (
       breach ${integer} NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, salt ${bytes} NOT NULL,
       vocabulary TEXT NOT NULL,
       bits ${integer} NOT NULL, entries ${integer} NOT NULL, ready ${integer} NOT NULL,
       PRIMARY KEY (breach, kind)) ${endByKey}`,
    `CREATE TABLE private_part (
       breach ${integer} NOT NULL, number ${integer} NOT NULL, marks ${bytes} NOT NULL, entries ${bytes} NOT NULL,
       PRIMARY KEY (breach, number)) ${end}`,
    `CREATE TABLE private_block (
       breach ${integer} NOT NULL, kind TEXT NOT NULL, block ${integer} NOT NULL, entries ${bytes} NOT NULL,
       PRIMARY KEY (breach, kind, block)) ${end}`,
  ],
};
