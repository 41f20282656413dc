// The numbers of a breach that the private look-up answers for: NIRs and telephone numbers, out of the evidence once more.
// In: a case. Out: normal forms with the sets of whom they belong to, in pieces, as fast as they are taken. They are in
// memory only.

import { type PrivateKind, privateKinds } from '../../lookup/private/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import type { PrivateItem } from '../private/build-private-index.ts';
import { type ExposureSets, noSet } from './exposure-sets.ts';
import { createIdentifierReader } from './identifier-reader.ts';
import { knownHashes } from './known-hashes.ts';
import { publishedColumns } from './published-columns.ts';
import { type PublishedPeople, readHashes } from './read-vault.ts';
import { deliveryHeads, walkColumns, type WalkColumnsOptions } from './walk-columns.ts';

/** Half a second of one thread's work. */
const itemsAtOnce = 4096;

/** The walk waits while nobody takes; it ends where whoever takes does. */
export async function* privateItems(
  record: CaseRecord,
  people: PublishedPeople,
  options: WalkColumnsOptions,
): AsyncGenerator<PrivateItem[], void, undefined> {
  const ended = new AbortController();
  const { signal } = options;
  const stop = () => ended.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const queue: PrivateItem[][] = [];
  let given = Promise.withResolvers<void>();
  let taken = Promise.withResolvers<void>();
  let isDone = false;
  const give = async (items: PrivateItem[]): Promise<void> => {
    queue.push(items);
    given.resolve();
    if (queue.length > mostWaiting) await taken.promise;
  };
  const walk = walkItems(record, people, give, { ...options, signal: ended.signal }).finally(() => {
    isDone = true;
    given.resolve();
  });
  walk.catch(() => {});
  try {
    for (;;) {
      const items = queue.shift();
      if (items === undefined && isDone) break;
      if (items === undefined) {
        await given.promise;
        given = Promise.withResolvers<void>();
        continue;
      }
      taken.resolve();
      taken = Promise.withResolvers<void>();
      yield items;
    }
    await walk;
  } finally {
    signal?.removeEventListener('abort', stop);
    if (!isDone) {
      ended.abort(new DOMException('nobody takes it any more', 'AbortError'));
      taken.resolve();
      await walk.catch(() => {});
    }
  }
}

const mostWaiting = 2;

function isAsked(sort: string): sort is PrivateKind {
  return (privateKinds as readonly string[]).includes(sort);
}

async function walkItems(
  record: CaseRecord,
  { sorts, sets, seed, deliveries: numbers }: PublishedPeople,
  give: (items: PrivateItem[]) => Promise<void>,
  options: WalkColumnsOptions,
): Promise<void> {
  const finders = new Map(
    readHashes(record, sorts.filter(isAsked)).map(({ sort, owned }) => [
      sort as string,
      { known: knownHashes(owned), owners: owned.person, isSeen: new Uint8Array(owned.top.length) },
    ]),
  );
  const read = createIdentifierReader(seed);
  const deliveries = deliveryHeads(record, numbers);
  let items: PrivateItem[] = [];
  await walkColumns(
    record,
    deliveries,
    publishedColumns(deliveries, [], (sort) => finders.has(sort)),
    async (batch, { wanted }) => {
      for (let row = 0; row < batch.rows; row++)
        for (const [column, sort] of wanted.entries()) {
          const finder = finders.get(sort)!;
          read(
            sort,
            batch.memory,
            batch.start(row, column),
            batch.end(row, column),
            (low, high, normal, length) => {
              const first = finder.known.find(low, high);
              if (first < 0 || finder.isSeen[first] === 1) return;
              finder.isSeen[first] = 1;
              const owned = setsOf(finder.owners.subarray(first, finder.known.endOf(first)), sets);
              if (owned.length === 0) return;
              const text = Buffer.from(normal.buffer, normal.byteOffset, length).toString();
              for (const set of owned) items.push({ kind: sort as PrivateKind, normal: text, set });
            },
          );
        }
      if (items.length < itemsAtOnce) return;
      const full = items;
      items = [];
      await give(full);
    },
    options,
  );
  if (items.length > 0) await give(items);
}

function setsOf(owners: Uint32Array, { setOf }: ExposureSets): number[] {
  return [...new Set(Array.from(owners, (person) => setOf[person]!))].filter((set) => set !== noSet);
}
