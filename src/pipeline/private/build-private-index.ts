// Makes the indexes of the private look-up of a breach: for each number one evaluation, in threads. In: the identifiers,
// as often as the leak has them. Out: entries in the register, each sealed under what its number evaluates to. Killed, the
// next call goes on where this one was; called again when all is done, it changes nothing.

import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import {
  contentBytes,
  contentOf,
  entryLength,
  maxSlots,
  type PrivateKind,
  privateKinds,
  vocabularyOf,
} from '../../lookup/private/index.ts';
import { createPersonKeys, type ExposureSet, type PersonKeyOf } from '../../register/index.ts';
import {
  addPrivatePart,
  beginPrivateIndexes,
  exposureSetContents,
  privateIndexes,
  privateParts,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import type { RecordItem } from './make-records.ts';
import { evaluationThreads } from './evaluation-threads.ts';
import { SeenIdentifiers } from './seen-identifiers.ts';
import { settleBlocks } from './settle-blocks.ts';

export interface PrivateItem {
  kind: PrivateKind;
  /** As `normalForm` writes it. */
  normal: string;
  /** The number of an exposure set of this breach, which is in the register already. */
  set: number;
}

export interface BuildOptions {
  /** Of what the source is made of: what a killed build of another has done is thrown away. */
  digest: string;
  workers?: number | undefined;
  /** `done`: entries so far, those of earlier runs among them. */
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Half a second of a thread's work: that much is lost by a kill, of each thread. */
const itemsAtOnce = 4096;
const markBytes = 8;
const setBytes = 4;

export async function buildPrivateIndex(
  register: RegisterDatabase,
  breach: number,
  source: AsyncIterable<readonly PrivateItem[]>,
  { digest, workers = availableParallelism(), onProgress, signal }: BuildOptions,
): Promise<void> {
  const sets = await readSets(register, breach);
  const vocabulary = vocabularyOf(sets.values());
  const begun = await beginOrGoOn(register, breach, { digest, vocabulary: JSON.stringify(vocabulary) });
  if (begun.isReady) return;
  const seen = new SeenIdentifiers(maxSlots);
  let { done, parts } = await recall(register, breach, seen);
  const contents = new Map([...sets].map(([number, set]) => [number, contentOf(vocabulary, set)]));
  const setup = { secret: register.secrets('private-look-up'), salts: begun.salts, contents };
  await using threads = evaluationThreads(setup, workers);
  // one after the other: what a kill leaves is a beginning, and the same number gets the same slots again
  let kept = Promise.resolve();
  let started = 0;
  const keep = async (before: Promise<void>, piece: Piece, records: Promise<Buffer>): Promise<void> => {
    await before;
    await addPrivatePart(register, breach, { number: parts++, marks: piece.marks, entries: await records });
    onProgress?.((done += piece.items.length));
  };
  try {
    const markOf = createPersonKeys(register.secrets('person-key'));
    for await (const piece of newPieces(source, seen, markOf)) {
      signal?.throwIfAborted();
      const { records } = await threads.evaluate(piece.items);
      const before = kept;
      kept = keep(before, piece, records);
      kept.catch(() => {});
      // so that no more than two pieces a thread wait
      if (++started % (2 * workers) === 0) await before;
    }
  } finally {
    await kept.catch(() => {});
  }
  await kept;
  signal?.throwIfAborted();
  await settleBlocks(register, { breach, entryBytes: entryLength(contentBytes(vocabulary)), signal });
}

async function readSets({ rows }: RegisterDatabase, breach: number): Promise<Map<number, ExposureSet>> {
  const contents = await exposureSetContents(rows, breach);
  return new Map(contents.map(({ number, content }) => [number, JSON.parse(content) as ExposureSet]));
}

interface Begun {
  isReady: boolean;
  salts: Record<PrivateKind, Uint8Array>;
}

/** A build of something else is thrown away. */
async function beginOrGoOn(
  register: RegisterDatabase,
  breach: number,
  madeOf: { digest: string; vocabulary: string },
): Promise<Begun> {
  const known = await privateIndexes(register.rows, breach);
  const isSame = ({ digest, vocabulary }: typeof madeOf) =>
    digest === madeOf.digest && vocabulary === madeOf.vocabulary;
  if (known.length === privateKinds.length && known.every(isSame))
    return { isReady: known.every(({ isReady }) => isReady), salts: saltsOf(known) };
  const begun = privateKinds.map((kind) => ({ kind, salt: randomBytes(saltBytes), ...madeOf }));
  await beginPrivateIndexes(register, breach, begun);
  return { isReady: false, salts: saltsOf(begun) };
}

const saltBytes = 16;

function saltsOf(indexes: { kind: string; salt: Uint8Array }[]): Begun['salts'] {
  return Object.fromEntries(indexes.map(({ kind, salt }) => [kind, salt])) as Begun['salts'];
}

/** What earlier runs have done. */
async function recall(
  { rows }: RegisterDatabase,
  breach: number,
  seen: SeenIdentifiers,
): Promise<{ done: number; parts: number }> {
  let [done, parts] = [0, 0];
  for await (const { number, bytes } of privateParts(rows, breach, 'marks')) {
    for (let at = 0; at < bytes.length; at += markBytes + setBytes) {
      seen.add(bytes.subarray(at, at + markBytes), bytes.readUInt32LE(at + markBytes));
      done++;
    }
    parts = number + 1;
  }
  return { done, parts };
}

interface Piece {
  items: RecordItem[];
  /** Of each item, its mark and its set. */
  marks: Buffer;
}

/** What was not had before, in pieces. */
async function* newPieces(
  source: AsyncIterable<readonly PrivateItem[]>,
  seen: SeenIdentifiers,
  markOf: PersonKeyOf,
): AsyncGenerator<Piece> {
  let items: RecordItem[] = [];
  let marks = Buffer.alloc(itemsAtOnce * (markBytes + setBytes));
  const take = (): Piece => {
    const piece = { items, marks: marks.subarray(0, items.length * (markBytes + setBytes)) };
    items = [];
    marks = Buffer.alloc(itemsAtOnce * (markBytes + setBytes));
    return piece;
  };
  for await (const batch of source)
    for (const { kind, normal, set } of batch) {
      const mark = markOf(kind, normal);
      const slot = seen.add(mark, set);
      if (slot === null) continue;
      const at = mark.copy(marks, items.length * (markBytes + setBytes), 0, markBytes);
      marks.writeUInt32LE(set, items.length * (markBytes + setBytes) + at);
      items.push({ kind, normal, set, slot });
      if (items.length === itemsAtOnce) yield take();
    }
  if (items.length > 0) yield take();
}
