// Takes the directory of a controller into a case, whole or not at all: its own customers give contacts and languages to
// the people of the case. In: a case, a controller, a CSV file or a database. Out: what was matched by what, what stays
// unclear, and how many can be reached. Contacts rest in the case's vault, which is encrypted whole, and go with it.

import { isTocsinError, TocsinError } from '../../base/index.ts';
import { packedDay } from '../../recognise/index.ts';
import {
  beginDirectory,
  beginVaultChange,
  type CaseRecord,
  controllerNames,
  isSplit,
  keepContacts,
  keepReachability,
  keepTokens,
  type KeptDirectory,
  listDirectories,
  makeController,
  membersOf,
  type Vault,
} from '../../store/index.ts';
import type { ReadFor } from '../values/find-evidence.ts';
import { directoryKeys, type DirectoryMapping, type MappedColumn } from './directory-field.ts';
import type { DirectoryTokens } from './directory-tokens.ts';
import { joinRows, type JoinCounts, type LeakedCustomers } from './join-rows.ts';
import { leakColumnCalled, leakedCustomers } from './leaked-customers.ts';
import { type GivenColumn, mapColumns } from './map-columns.ts';
import { openDirectory } from './open-directory.ts';
import { pauseOf } from './pause-of.ts';
import { createTokenCollector } from './packed-tokens.ts';
import { countReachability, type Reachability } from './reachability.ts';
import { readStretches } from './stretch-pool.ts';

export interface DirectoryRequest {
  controller: string;
  /** A path, or the URL of a PostgreSQL database. */
  source: string;
  /** The table or view of a database. */
  table: string | null;
  given: readonly GivenColumn[];
  /** The column of the leak, or table.column, that holds the customer number. */
  leakColumn: string | null;
}

export interface DirectoryOptions {
  now?: Date;
  /** Who reads the evidence once more, where a column of the leak is asked for. */
  readFor?: ReadFor;
  signal?: AbortSignal;
  /** Rows so far. */
  onProgress?: (progress: DirectoryProgress) => void;
  /** For tests: other sizes never change the result. */
  tuning?: { stretchBytes?: number; threads?: number };
}

export interface DirectoryProgress {
  rows: number;
  /** Of the file, 0 to 1; null where it is not known. */
  done: number | null;
  stage: 'reading' | 'joining';
}

export interface DirectoryColumn extends MappedColumn {
  /** Rows with a value, and those of which it could be used. */
  filled: number;
  used: number;
}

export interface JoinedDirectory extends JoinCounts {
  controller: string;
  /** As it may be shown. */
  source: string;
  columns: DirectoryColumn[];
  unused: string[];
  /** The column of the leak that customer numbers are compared with; null for none. */
  leakColumn: string | null;
  /** Rows that do not fit the columns. */
  misfits: number;
  reachability: Reachability;
  /** The people whom the directory of this controller that it replaces gave contacts; null where there was none. */
  replaced: { people: number } | null;
}

/** DIRECTORY_UNCLEAR, CONTROLLER_UNKNOWN, CASE_BUSY; nothing is changed then. */
export async function joinDirectory(
  record: CaseRecord,
  request: DirectoryRequest,
  options: DirectoryOptions = {},
): Promise<JoinedDirectory> {
  const now = options.now ?? new Date();
  const opened = await openDirectory(request.source, request.table);
  try {
    const mapping = withLeakColumn(record, mapColumns(opened.sample(), { ...request, now }), options);
    using change = beginVaultChange(record);
    const { vault } = change;
    checkController(vault, request.controller);
    const customers = await customersOf(record, mapping, request, vault, options);
    if (customers === null) mapping.leakColumn = null;
    const earlier = listDirectories(vault.db).find(({ controller }) => controller === request.controller);
    const number = beginDirectory(vault.db, {
      controller: request.controller,
      at: now.toISOString(),
      source: opened.shown,
      mapping,
    });
    const collector = createTokenCollector(directoryKeys(mapping));
    const [filled, used] = [mapping.columns.map(() => 0), mapping.columns.map(() => 0)];
    let [rows, misfits] = [0, 0];
    const job = {
      plan: { table: opened.table, mapping, seed: vault.seed, today: packedDay(now) },
      path: opened.path,
      pipe: opened.startPipe(),
    };
    const tuning = { ...options.tuning, ...(options.signal ? { signal: options.signal } : {}) };
    for await (const stretch of readStretches(job, tuning)) {
      collector.add(stretch.tokens, stretch.rows);
      const { tokens } = stretch;
      const bytes = Buffer.from(tokens.buffer, tokens.byteOffset, tokens.byteLength);
      keepTokens(vault.db, number, { firstRow: rows, rows: stretch.rows, bytes });
      let at = rows;
      for (const piece of stretch.contacts) {
        keepContacts(vault.db, number, { firstRow: at, ...piece });
        at += piece.rows;
      }
      stretch.filled.forEach((count, i) => void (filled[i]! += count));
      stretch.used.forEach((count, i) => void (used[i]! += count));
      rows += stretch.rows;
      misfits += stretch.misfits;
      const done = opened.bytes === null ? null : stretch.to / opened.bytes;
      options.onProgress?.({ rows, done, stage: 'reading' });
    }
    await opened.ended();
    if (rows === 0) throw new TocsinError('INPUT_EMPTY', `the directory has no rows: ${opened.shown}`);
    const named = { number, controller: request.controller };
    const pause = pauseOf(options.signal, () => options.onProgress?.({ rows, done: 1, stage: 'joining' }));
    const tokens = collector.tokens();
    const joined = await joinRows(vault, named, tokens, customers, pause);
    refuseUseless(joined, tokens, earlier);
    if (!isSplit(vault.db)) makeController(vault.db, request.controller);
    const reached = countReachability(vault.db);
    keepReachability(vault.db, reached);
    options.signal?.throwIfAborted();
    change.commit();
    return {
      ...joined,
      controller: request.controller,
      source: opened.shown,
      columns: mapping.columns.map((column, i) => ({ ...column, filled: filled[i]!, used: used[i]! })),
      unused: mapping.unused,
      leakColumn: mapping.leakColumn,
      misfits,
      reachability: reached,
      replaced: earlier ? { people: joinedBefore(earlier) ?? 0 } : null,
    };
  } finally {
    await opened.close();
  }
}

/** A directory that gives nobody contacts takes the place of none that does, and one without keys never will. */
function refuseUseless(
  { joinedPeople, rows }: JoinCounts,
  { keys }: DirectoryTokens,
  earlier: KeptDirectory | undefined,
): void {
  if (joinedPeople > 0) return;
  const counted = rows === 1 ? 'its row' : `its ${rows} rows`;
  if (!keys.some(hasToken))
    throw new TocsinError('DIRECTORY_UNCLEAR', `none of ${counted} has a key that could be used`, {
      hint: 'a key is a valid number of a person, an e-mail address, or a name with a date of birth: check what the columns hold, and say with --column which is which',
    });
  if (earlier && joinedBefore(earlier) !== 0)
    throw new TocsinError(
      'DIRECTORY_UNCLEAR',
      `none of ${counted} gives contacts to anybody, and the directory that is there does: it was kept`,
      { hint: 'check that it is the directory of this controller, and that its columns are the right ones' },
    );
}

/** Of names only those are kept that are some. */
function hasToken({ low, high, rows }: DirectoryTokens['keys'][number]): boolean {
  return rows === null ? low.some((word, i) => word !== 0 || high[i] !== 0) : rows.length > 0;
}

/** Null where it was not joined since the case changed. */
function joinedBefore({ counts }: KeptDirectory): number | null {
  return (counts as JoinCounts | null)?.joinedPeople ?? null;
}

/** A customer number is compared with the column of the leak that has the same name, unless the user says otherwise. */
function withLeakColumn(
  record: CaseRecord,
  mapping: DirectoryMapping,
  { readFor }: DirectoryOptions,
): DirectoryMapping {
  const customer = mapping.columns.find(({ field }) => field === 'customer');
  if (mapping.leakColumn !== null || customer === undefined || readFor === undefined) return mapping;
  const leakColumn = leakColumnCalled(record, customer.name);
  if (leakColumn === null && directoryKeys(mapping).length === 0)
    throw new TocsinError('DIRECTORY_UNCLEAR', `no column of the leak is called ${customer.name}`, {
      hint: 'say with --leak-column which column of the leak holds the customer number',
    });
  return { ...mapping, leakColumn };
}

/**
 * Null where the column is not compared: where nobody asked for it and the evidence cannot be read any more, the other
 * keys have to do.
 */
async function customersOf(
  record: CaseRecord,
  mapping: DirectoryMapping,
  request: DirectoryRequest,
  { seed }: Vault,
  { readFor, signal }: DirectoryOptions,
): Promise<LeakedCustomers | null> {
  try {
    return await leakedCustomers(record, mapping, { seed, readFor: readFor ?? null, signal });
  } catch (error) {
    const others = directoryKeys({ ...mapping, leakColumn: null });
    const isGone = isTocsinError(error) && error.code === 'EVIDENCE_CHANGED';
    if (request.leakColumn !== null || others.length === 0 || !isGone) throw error;
    return null;
  }
}

/** Where a case is split, a directory gives contacts to its controller's people only. */
function checkController({ db }: Vault, controller: string): void {
  if (!isSplit(db) || membersOf(db, controller) !== null) return;
  throw new TocsinError('CONTROLLER_UNKNOWN', 'the case is split, and no controller of it has this name', {
    hint: `its controllers are ${controllerNames(db).join(', ')}`,
  });
}
