// Splits a case by controller: whose the people are whom the leak holds, and which of their rows. In: a case and rules.
// Out: what it came to; the split is in the vault whole or not at all, in the place of an earlier one. Who did it, by
// which rules and with which counts is in the custody log before and after.

import { createHash } from 'node:crypto';
import { appendCustody, type CustodyEntry } from '../../custody/index.ts';
import {
  beginVaultChange,
  type CaseRecord,
  guarded,
  type InstanceHome,
  openVault,
  readSplit,
} from '../../store/index.ts';
import type { SplitReport } from '../../report/index.ts';
import { refuseClosed } from '../cases/refuse-closed.ts';
import { joinAgain } from '../directory/index.ts';
import type { ReadFor } from '../values/find-evidence.ts';
import { keptLists, type KeptList, readLists } from './kept-lists.ts';
import { splitInVault } from './split-in-vault.ts';
import type { SplitOptions } from './split-options.ts';
import { splitOf } from './split-result.ts';
import { parseSplitRules, type SplitRules } from './split-rules.ts';
import { withFileValues } from './values-file.ts';

/** The file of rules: what it says, what it is called, and the folder that paths of own lists are relative to. */
export interface RulesFile {
  text: string;
  name: string;
  folder: string;
}

/** Throws RULES_WRONG, EVIDENCE_CHANGED, CASE_BUSY; the case is then as it was. */
export async function splitCase(
  home: InstanceHome,
  record: CaseRecord,
  { text, name, folder }: RulesFile,
  options: SplitOptions,
): Promise<SplitReport> {
  refuseClosed(record, 'it is not split anew');
  const rules = withFileValues(parseSplitRules(text, name), folder);
  const hashes = { rules: createHash('sha256').update(text).digest('hex') };
  const report = await split(home, record, rules, options, { hashes, details: { rules: name } }, (seed) =>
    readLists(rules, folder, { ...options, seed, now: options.now ?? new Date() }),
  );
  // whose contacts a directory gives depends on whose the people are
  await joinAgain(record, { home, who: options.who, what: 'directory' });
  return report;
}

/**
 * Splits the case anew by the rules it was split by, after a delivery. Null where it was never split, or no delivery has
 * come since. Own lists are not read again; what a rule names that is no longer there is passed over. Directories are
 * left to the caller.
 */
export async function splitAgain(
  home: InstanceHome,
  record: CaseRecord,
  options: SplitOptions,
): Promise<SplitReport | null> {
  refuseClosed(record, 'it is not split anew');
  const known = splitOf(record);
  if (known === null || known.report !== null) return null;
  const rules = keptRules(record);
  return await split(home, record, rules, options, { details: { again: true } }, null);
}

function keptRules(record: CaseRecord): SplitRules {
  using vault = openVault(record);
  return guarded(record.case, () => readSplit(vault.db)!.rules as SplitRules);
}

/** `lists`: reads the own lists; null where those that the vault keeps are to be taken. */
async function split(
  home: InstanceHome,
  record: CaseRecord,
  rules: SplitRules,
  options: SplitOptions,
  about: Pick<CustodyEntry, 'hashes' | 'details'>,
  lists: ((seed: readonly [number, number]) => Promise<KeptList[]>) | null,
): Promise<SplitReport> {
  const { who, now = new Date() } = options;
  const enter = (result: CustodyEntry['result'], counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'split', result, ...(counts ? { counts } : {}), ...about },
      record.key,
    );
  enter('begun');
  try {
    const readFor: ReadFor = { home, who, what: 'split.read' };
    const result = await inOneChange(record, async (change) => {
      const { vault } = change;
      const read = lists === null ? keptLists(vault, rules) : await lists(vault.seed);
      return await splitInVault(record, vault, rules, read, {
        ...options,
        readFor,
        at: now.toISOString(),
        isAgain: lists === null,
      });
    });
    enter('done', countsOf(result));
    return result;
  } catch (error) {
    enter('failed');
    throw error;
  }
}

/** Pages that tables are written to at many places at once, of 4 KB. */
const cacheKilobytes = 16_000;

async function inOneChange<T>(
  record: CaseRecord,
  work: (change: ReturnType<typeof beginVaultChange>) => Promise<T>,
): Promise<T> {
  using change = beginVaultChange(record);
  change.vault.db.pragma(`cache_size = -${cacheKilobytes}`);
  const done = await work(change);
  change.commit();
  return done;
}

function countsOf({
  people,
  controllers,
  unassigned,
  several,
  conflicts,
}: SplitReport): Record<string, number> {
  return {
    people,
    controllers: controllers.length,
    unassigned: unassigned.people,
    several: several.people,
    conflictingRows: conflicts.rows,
  };
}
