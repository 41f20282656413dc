// Loads a breach beside what is published: sets, person keys, addresses by SHA-1, sealed lists by domain. In: a case's
// evidence and vault. Out: rows of a breach that nobody sees yet. Killed, the same call goes on: the evidence is read
// again, and what the register has already is passed over.

import type { ValidatorName } from '../../recognise/index.ts';
import { createOptOuts, createPersonKeys, domainBlockBytes, sealDomainBlock } from '../../register/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import {
  breachTables,
  insertDomainBlocks,
  insertExposureSets,
  putLoadingStep,
  readLoadingStep,
  type RegisterDatabase,
  type RegisterRows,
  type RegisterTables,
  removeTableRows,
} from '../../store/register/index.ts';
import {
  type CollectedExposures,
  createExposureCollector,
  type ExposureCollector,
} from './collect-exposures.ts';
import { loadCollected } from './load-collected.ts';
import type { LoadBreachOptions, LoadingBreach } from './loading-breach.ts';
import { createDomainLists, type DomainLists } from './domain-lists.ts';
import { createIdentifierReader } from './identifier-reader.ts';
import { publishedColumns, publishedMentions } from './published-columns.ts';
import { type PublishedPeople, readHashes } from './read-vault.ts';
import { loadStealerLogs } from './stealer-logs.ts';
import { deliveryHeads, walkColumns } from './walk-columns.ts';

export interface LoadedBreach {
  /** Person keys with what their person lost. */
  keys: number;
  addresses: number;
  /** Identifiers of the vault that the evidence did not show again. */
  unread: number;
}

/** Done of the step `rows`, in which the counts stand beside the digest once all of it is loaded. */
const rowsStep = 'rows';

/** What an earlier call has loaded whole, or null. */
export async function loadedBefore(
  { rows }: RegisterDatabase,
  { breach, digest }: Pick<LoadingBreach, 'breach' | 'digest'>,
): Promise<LoadedBreach | null> {
  const step = await readLoadingStep(rows, breach, rowsStep);
  if (step === null || !step.digest.startsWith(`${digest} `)) return null;
  const [keys, addresses, unread] = step.digest
    .slice(digest.length + 1)
    .split(' ')
    .map(Number);
  return { keys: keys!, addresses: addresses!, unread: unread! };
}

/** Throws EVIDENCE_CHANGED; the breach is then not loaded, and nobody sees any of it. */
export async function loadBreach(
  register: RegisterDatabase,
  record: CaseRecord,
  people: PublishedPeople,
  loading: LoadingBreach,
  options: LoadBreachOptions,
): Promise<LoadedBreach> {
  await insertExposureSets(
    register.rows,
    loading.breach,
    people.sets.contents.map((content, number) => ({ number, content })),
  );
  const { collected, unread } = await collect(register, record, people, loading, options);
  const keys = await loadCollected(register, loading, collected, options);
  const loaded = { keys, addresses: collected.addresses, unread };
  await keepLoaded(register.rows, loading, loaded);
  return loaded;
}

/** So that a later call knows what it was loaded from; to be said again by the transaction that publishes it. */
export async function keepLoaded(
  rows: RegisterRows,
  { breach, digest }: LoadingBreach,
  { keys, addresses, unread }: LoadedBreach,
): Promise<void> {
  const digestOfAll = `${digest} ${keys} ${addresses} ${unread}`;
  await putLoadingStep(rows, breach, rowsStep, { done: 1, digest: digestOfAll });
}

async function collect(
  register: RegisterDatabase,
  record: CaseRecord,
  { sets, seed, sorts, deliveries: numbers, mentioning }: PublishedPeople,
  { breach, isRange, isStealerLog, standsFor }: LoadingBreach,
  { onProgress, ...walk }: LoadBreachOptions,
): Promise<{ collected: CollectedExposures; unread: number }> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const optOuts = createOptOuts(register);
  await optOuts.refresh();
  const isBlocked = (key: Uint8Array) =>
    standsFor === null ? optOuts.isBlocked(key) : optOuts.hides(key, standsFor, 'owner');
  const lists = createDomainLists();
  const collector = createExposureCollector(readHashes(record, sorts), {
    sets,
    personKey,
    read: createIdentifierReader(seed),
    hasSha1: isRange,
    isBlocked,
    onAddress: (address) => lists.add(address),
  });
  // blocks are made in the order in which the evidence is read, which is never twice the same
  await emptyTable(register, 'domain_block', breach);
  const blocks = createBlockWriter(register, breach, lists);
  const deliveries = deliveryHeads(record, numbers);
  const onWalk = ({ bytes, totalBytes }: { bytes: number; totalBytes: number }) =>
    onProgress?.('reading the evidence', Math.min(1, bytes / Math.max(1, totalBytes)));
  await walkColumns(
    record,
    deliveries,
    publishedColumns(deliveries, mentioning),
    async (batch, { wanted }) => {
      takeBatch(collector, batch, wanted);
      if (lists.isFull) await blocks.write();
    },
    {
      ...walk,
      onProgress: onWalk,
      mentions: {
        ...publishedMentions(mentioning),
        async visit(batch, sort) {
          takeBatch(collector, batch, [sort], true);
          if (lists.isFull) await blocks.write();
        },
      },
    },
  );
  await blocks.write();
  if (isStealerLog) {
    await emptyTable(register, 'stealer_log', breach);
    await loadStealerLogs(register, breach, record, deliveries, {
      ...walk,
      isBlocked,
      onProgress: onWalk,
    });
  }
  return { collected: collector.collected(), unread: collector.unread() };
}

export function takeBatch(
  collector: Pick<ExposureCollector, 'take'>,
  batch: {
    rows: number;
    memory: Uint8Array;
    start: (row: number, column: number) => number;
    end: (row: number, column: number) => number;
  },
  sorts: readonly ValidatorName[],
  isFound = false,
): void {
  for (let row = 0; row < batch.rows; row++)
    for (let column = 0; column < sorts.length; column++) {
      const start = batch.start(row, column);
      const end = batch.end(row, column);
      if (end > start) collector.take(sorts[column]!, batch.memory, start, end, isFound);
    }
}

async function emptyTable(
  register: RegisterDatabase,
  table: keyof RegisterTables,
  breach: number,
): Promise<void> {
  await removeTableRows(
    register,
    breachTables.find((one) => one.table === table)!,
    breach,
  );
}

function createBlockWriter(register: RegisterDatabase, breach: number, lists: DomainLists) {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const seal = register.secrets('seal');
  const blocksAtOnce = 200;
  let number = 0;
  return {
    async write(): Promise<void> {
      let blocks: Parameters<typeof insertDomainBlocks>[2][number][] = [];
      for (const { domain, localParts } of lists.take(domainBlockBytes)) {
        const domainKey = personKey('domain', domain);
        blocks.push({
          domainKey,
          number: number++,
          sealed: sealDomainBlock(seal, domainKey, breach, localParts),
        });
        if (blocks.length < blocksAtOnce) continue;
        await insertDomainBlocks(register.rows, breach, blocks);
        blocks = [];
      }
      if (blocks.length > 0) await insertDomainBlocks(register.rows, breach, blocks);
    },
  };
}
