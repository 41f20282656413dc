// Which indexes there are to ask, and how long the parts of a bucket are: public, and the same for everybody who asks. In:
// the rows of the register, which breaches are shown. Out: a list, and a version that moves when the list does.

import { hash } from 'node:crypto';
import {
  type MaybePromise,
  privateIndexes,
  type PrivateIndexRow,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { entryLength } from './entry.ts';
import { isPrivateKind, type PrivateKind, privateKinds } from './private-kinds.ts';
import { contentBytes, type Vocabulary } from './vocabulary.ts';

export interface PublishedIndex {
  breach: number;
  kind: PrivateKind;
  salt: Buffer;
  vocabulary: Vocabulary;
  /** Of the numbers of its blocks. */
  bits: number;
  /** Length of an entry. */
  entryBytes: number;
  /** A block is filled up to a multiple of so many entries. */
  slots: number;
}

export interface PublishedIndexes {
  /** Part of the address of every bucket. */
  version: string;
  byKind: Readonly<Record<PrivateKind, { bits: number; indexes: readonly PublishedIndex[] }>>;
}

export type ReadIndexes = () => Promise<PublishedIndexes>;

/** The version of the catalogue, and of its breaches those that may be asked for with a number alone. */
export type ReadShown = () => MaybePromise<{ version: number; breaches: readonly number[] }>;

export function createPublishedIndexes({ rows }: RegisterDatabase, shown: ReadShown): ReadIndexes {
  let known: { at: number; indexes: PublishedIndexes } | null = null;
  return async () => {
    const { version, breaches } = await shown();
    if (known?.at === version) return known.indexes;
    const allowed = new Set(breaches);
    const read = await privateIndexes(rows);
    known = { at: version, indexes: publishedIndexes(read.filter((row) => allowed.has(row.breach))) };
    return known.indexes;
  };
}

function publishedIndexes(rows: readonly PrivateIndexRow[]): PublishedIndexes {
  const indexes = rows.flatMap((row) => published(row) ?? []);
  const kinds = privateKinds.map((kind) => {
    const ofKind = indexes.filter((index) => index.kind === kind);
    return [kind, { bits: Math.max(0, ...ofKind.map(({ bits }) => bits)), indexes: ofKind }];
  });
  const told = indexes.map(({ salt, slots }) => `${salt.toString('hex')} ${slots}`).join();
  return {
    version: hash('sha256', told, 'hex').slice(0, 16),
    byKind: Object.fromEntries(kinds) as PublishedIndexes['byKind'],
  };
}

function published({ kind, isReady, entries, ...row }: PrivateIndexRow): PublishedIndex | null {
  if (!isReady || entries === 0 || !isPrivateKind(kind)) return null;
  const vocabulary = JSON.parse(row.vocabulary) as Vocabulary;
  return {
    breach: row.breach,
    kind,
    salt: row.salt,
    vocabulary,
    bits: row.bits,
    entryBytes: entryLength(contentBytes(vocabulary)),
    slots: slotsOf(entries, row.bits),
  };
}

/**
 * So many that chance fills no block beyond them: entries fall into blocks at random, and six standard deviations above
 * the mean are reached once in a thousand million blocks. A block that is fuller all the same has twice the length.
 */
function slotsOf(entries: number, bits: number): number {
  const mean = entries / 2 ** bits;
  return Math.ceil((bits === 0 ? mean : mean + 6 * Math.sqrt(mean)) / slotsStep) * slotsStep;
}

const slotsStep = 16;
