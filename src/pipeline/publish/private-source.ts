// The numbers of a breach that the private look-up answers for: NIRs and telephone numbers, out of the evidence once more.
// In: a case. Out: normal forms with the sets of whom they belong to, or of what is only mentioned, in pieces, as fast as
// they are taken. They are in memory only.

import { type PrivateKind, privateKinds } from '../../lookup/private/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import type { PrivateItem } from '../private/build-private-index.ts';
import { type ExposureSets, noSet } from './exposure-sets.ts';
import { createIdentifierReader, type VisitIdentifier } from './identifier-reader.ts';
import { knownHashes } from './known-hashes.ts';
import { publishedColumns, publishedMentions } from './published-columns.ts';
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
  { sorts, sets, seed, deliveries: numbers, mentioning }: PublishedPeople,
  give: (items: PrivateItem[]) => Promise<void>,
  options: WalkColumnsOptions,
): Promise<void> {
  const finders = new Map(
    readHashes(record, sorts.filter(isAsked)).map(({ sort, owned, mentioned }) => [
      sort as string,
      {
        known: knownHashes(owned),
        owners: owned.person,
        isSeen: new Uint8Array(owned.top.length),
        mentioned: knownHashes(mentioned),
        isMentionSeen: new Uint8Array(mentioned.top.length),
      },
    ]),
  );
  const read = createIdentifierReader(seed);
  const deliveries = deliveryHeads(record, numbers);
  const asked = mentioning.filter(({ sort }) => finders.has(sort));
  let items: PrivateItem[] = [];
  const take = (sort: string, bytes: Uint8Array, start: number, end: number, isFound: boolean): void => {
    const { known, owners, isSeen, mentioned, isMentionSeen } = finders.get(sort)!;
    const meet: VisitIdentifier = (low, high, normal, length) => {
      const owned = known.find(low, high);
      const [first, seen] = owned < 0 ? [mentioned.find(low, high), isMentionSeen] : [owned, isSeen];
      if (first < 0 || seen[first] === 1) return;
      seen[first] = 1;
      const numbers =
        owned < 0 ? [sets.mentioned.get(sort)!] : setsOf(owners.subarray(first, known.endOf(first)), sets);
      if (numbers.length === 0) return;
      const text = Buffer.from(normal.buffer, normal.byteOffset, length).toString();
      for (const set of numbers) items.push({ kind: sort as PrivateKind, normal: text, set });
    };
    read(sort as PrivateKind, bytes, start, end, meet, isFound);
  };
  const giveFull = async () => {
    if (items.length < itemsAtOnce) return;
    const full = items;
    items = [];
    await give(full);
  };
  await walkColumns(
    record,
    deliveries,
    publishedColumns(deliveries, asked, (sort) => finders.has(sort)),
    async (batch, { wanted }) => {
      for (let row = 0; row < batch.rows; row++)
        for (const [column, sort] of wanted.entries())
          take(sort, batch.memory, batch.start(row, column), batch.end(row, column), false);
      await giveFull();
    },
    {
      ...options,
      mentions: {
        ...publishedMentions(asked),
        async visit(batch, sort) {
          for (let row = 0; row < batch.rows; row++)
            take(sort, batch.memory, batch.start(row, 0), batch.end(row, 0), true);
          await giveFull();
        },
      },
    },
  );
  if (items.length > 0) await give(items);
}

function setsOf(owners: Uint32Array, { setOf }: ExposureSets): number[] {
  return [...new Set(Array.from(owners, (person) => setOf[person]!))].filter((set) => set !== noSet);
}
