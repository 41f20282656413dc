// Publishes a case: its people are in the register under keyed hashes, with what each one lost, and the breach is in the
// catalogue. In: a case and what is to be said of it. Out: the published breach. It loads where nobody sees it and is
// there by one transaction, in the place of an earlier publication of the case; killed at any moment, the same call goes
// on. What was done, with counts, is in the custody log before and after.

import { createHash } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../custody/index.ts';
import { type BreachModel } from '../../register/index.ts';
import { beginVaultChange, type CaseRecord, type InstanceHome } from '../../store/index.ts';
import {
  type BreachRow,
  enqueueJob,
  firstPublication,
  insertBreach,
  keepFirstPublication,
  listBreaches,
  moveReferenceCodes,
  publishBreach,
  putLoadingStep,
  readLoadingStep,
  type RegisterDatabase,
  removeBreachRows,
  updateBreach,
  withdrawBreach,
} from '../../store/register/index.ts';
import { buildPrivateIndex } from '../private/build-private-index.ts';
import { breachOfCase, checkRequest, type DateSource, type PublishRequest } from './breach-of-case.ts';
import { breachNameKey } from './breach-name-key.ts';
import { finishRemovals } from './finish-removals.ts';
import { keepLoaded, loadBreach, loadedBefore } from './load-breach.ts';
import type { LoadBreachOptions } from './loading-breach.ts';
import { privateItems } from './private-source.ts';
import { evidenceStep, type PublishedPeople, readPeople, sourceDigest } from './read-vault.ts';
import { setBreach } from './set-breach.ts';

export interface PublishOptions extends Omit<LoadBreachOptions, 'readFor'> {
  who: string;
  now?: () => Date;
}

export interface PublishedCase {
  breach: number;
  model: BreachModel;
  isRange: boolean;
  /** False where the same people were published before. */
  isNew: boolean;
  /** Whether the catalogue says something else than before; of a new one true. */
  isChanged: boolean;
  /** It has taken the place of an earlier publication. */
  isReplaced: boolean;
  keys: number;
  addresses: number;
  /** Identifiers of the case that its evidence did not show again. */
  unread: number;
  dateFrom: DateSource;
}

/** Says which source and which flags a breach was loaded from. */
const sourceStep = 'source';

/** Throws USAGE, BREACH_EXISTS, CASE_BUSY, EVIDENCE_CHANGED and what the register says. */
export async function publishCase(
  home: InstanceHome,
  register: RegisterDatabase,
  record: CaseRecord,
  request: PublishRequest,
  { who, now = () => new Date(), ...options }: PublishOptions,
): Promise<PublishedCase> {
  checkRequest(request);
  // meanwhile nobody adds to the case, publishes or destroys it
  using _change = beginVaultChange(record);
  const source = sourceDigest(record);
  const digest = digestOf(source, request);
  const known = await breachesOf(register, record, request.name);
  const earlier = known.published === null ? null : (JSON.parse(known.published.model) as BreachModel);
  const made = (loaded: { keys: number; addresses: number; unread: number }) => ({
    isRange: request.isRange,
    ...loaded,
  });
  if (known.published !== null) {
    const { breach } = known.published;
    const loaded = await loadedBefore(register, { breach, digest });
    if (loaded !== null) {
      // who publishes it once more as sensitive does not mean it to stay open
      const model = await setBreach(home, register, request.name, request, { who, now });
      await finishRemovals(register, options);
      const again = { isNew: false, isReplaced: false, dateFrom: 'earlier' as const };
      const isChanged = model.ModifiedDate !== earlier!.ModifiedDate;
      return { breach, model, isChanged, ...again, ...made(loaded) };
    }
  }
  const enter = (result: CustodyEntry['result'], counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'publish', on: request.name, result, ...(counts ? { counts } : {}) },
      record.key,
    );
  enter('begun');
  try {
    const people = readPeople(record);
    const counted = { ...people, contents: people.sets.contents };
    const { model, dateFrom } = breachOfCase(record, request, counted, { now: now(), earlier });
    const breach = await beginBreach(register, record, request, { model, digest, loading: known.loading });
    const replaces = known.published?.breach ?? null;
    const nameKey = breachNameKey(register, model.Name);
    const standsFor = (await firstPublication(register.rows, nameKey)) ?? replaces;
    const loading = { breach, digest, isRange: request.isRange, isStealerLog: model.IsStealerLog, standsFor };
    const readFor = { home, who, what: 'publish.read' };
    const loaded =
      (await loadedBefore(register, loading)) ??
      (await loadBreach(register, record, people, loading, { ...options, readFor }));
    if (request.isPrivate)
      await buildIndex(register, record, people, breach, { digest, readFor, ...options });
    // the catalogue has the moment in which it changed
    const last = breachOfCase(record, request, counted, { now: now(), earlier }).model;
    const isThere = await publishBreach(register, breach, {
      also: async (rows) => {
        await updateBreach(rows, breach, { model: JSON.stringify(last) });
        await keepLoaded(rows, loading, loaded);
        await putLoadingStep(rows, breach, evidenceStep, { done: 1, digest: source });
        await keepFirstPublication(rows, nameKey, standsFor ?? breach);
        if (replaces !== null) await moveReferenceCodes(rows, replaces, breach);
        const job = { kind: 'breach.published', body: { breach, name: model.Name, replaces } };
        await enqueueJob(register, { ...job, dueAt: now().getTime(), subject: model.Name }, rows);
      },
    });
    if (!isThere) {
      await removeBreachRows(register, breach, options);
      throw new TocsinError('BREACH_UNKNOWN', 'the breach was withdrawn while it was loaded');
    }
    enter('done', { people: model.PwnCount, keys: loaded.keys, addresses: loaded.addresses });
    await finishRemovals(register, options);
    return {
      breach,
      model: last,
      isNew: true,
      isChanged: true,
      isReplaced: replaces !== null,
      dateFrom,
      ...made(loaded),
    };
  } catch (error) {
    enter('failed');
    throw error;
  }
}

/** Another number where the same evidence comes to other rows: then what was published before is published anew. */
const publishedForm = 3;

function digestOf(source: string, { isRange, isPrivate, flags }: PublishRequest): string {
  const about = [source, isRange, isPrivate, flags.IsStealerLog ?? false, publishedForm];
  return createHash('sha256').update(JSON.stringify(about)).digest('hex');
}

/** Names that differ by capitals only are the same to whoever asks. */
async function breachesOf(
  register: RegisterDatabase,
  record: CaseRecord,
  name: string,
): Promise<{ published: BreachRow | null; loading: BreachRow | null }> {
  const standing = (await listBreaches(register.rows)).filter(
    (row) => row.state !== 'withdrawing' && row.name.toLowerCase() === name.toLowerCase(),
  );
  if (standing.some((row) => row.caseId !== record.case || row.name !== name))
    throw new TocsinError('BREACH_EXISTS', `a breach of another case has the name ${name}`);
  return {
    published: standing.find(({ state }) => state === 'published') ?? null,
    loading: standing.find(({ state }) => state === 'loading') ?? null,
  };
}

/** One that was loading from something else is taken away, and begun anew. */
async function beginBreach(
  register: RegisterDatabase,
  record: CaseRecord,
  { name, isRange }: PublishRequest,
  { model, digest, loading }: { model: BreachModel; digest: string; loading: BreachRow | null },
): Promise<number> {
  if (loading !== null) {
    const step = await readLoadingStep(register.rows, loading.breach, sourceStep);
    if (step?.digest === digest) return loading.breach;
    await withdrawBreach(register, loading.breach);
  }
  return register.rows.transaction().execute(async (rows) => {
    const about = { name, caseId: record.case, isRange, model: JSON.stringify(model) };
    const breach = await insertBreach(rows, about);
    await putLoadingStep(rows, breach, sourceStep, { done: 0, digest });
    return breach;
  });
}

async function buildIndex(
  register: RegisterDatabase,
  record: CaseRecord,
  people: PublishedPeople,
  breach: number,
  { onProgress, signal, ...options }: LoadBreachOptions & { digest: string },
): Promise<void> {
  const { digest, readFor, workers } = options;
  const items = privateItems(record, people, {
    readFor,
    workers,
    signal,
    onProgress: ({ bytes, totalBytes }) =>
      onProgress?.('private look-up', Math.min(1, bytes / Math.max(1, totalBytes))),
  });
  await buildPrivateIndex(register, breach, items, { digest, workers, signal });
}
