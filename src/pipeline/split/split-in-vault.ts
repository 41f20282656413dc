// A split as it is worked out and written, inside a change of the vault that its caller commits. In: an open vault, rules
// and own lists. Out: what it came to.

import { TocsinError } from '../../base/index.ts';
import { personFlags } from '../../resolve/index.ts';
import type { SplitController, SplitList, SplitReport } from '../../report/index.ts';
import {
  type CaseRecord,
  keepListTokens,
  keepSplit,
  keepSplitResult,
  type Vault,
} from '../../store/index.ts';
import { resolveCase } from '../deliveries/resolve-case.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import { patternsByPart } from '../deliveries/vault-source.ts';
import type { ReadFor } from '../values/find-evidence.ts';
import { type ClaimedRows, claimRows } from './claim-rows.ts';
import { Claims } from './claims.ts';
import { type KeptList, tokensOf } from './kept-lists.ts';
import { type NamedPeople, namePeople } from './list-people.ts';
import { type NumberedRule, numberRules, placeRules } from './place-rules.ts';
import { settlePeople } from './settle-people.ts';
import type { SplitOptions } from './split-options.ts';
import type { SplitRules } from './split-rules.ts';
import { sortLabel } from './value-sort.ts';

export interface InVaultOptions extends Omit<SplitOptions, 'who' | 'now'> {
  readFor: ReadFor;
  /** ISO 8601. */
  at: string;
  /** The rules are those of an earlier split: names that are gone are passed over, lists are kept. */
  isAgain: boolean;
}

function nobodyToSplit(isExamined: boolean): TocsinError {
  return isExamined
    ? new TocsinError('USAGE', 'nobody was found in the files of the case: there is nobody to split', {
        hint: 'tocsin case show tells what was examined; further files are added with tocsin examine FILE --case ID',
      })
    : new TocsinError('USAGE', 'nothing has been examined into the case yet: there is nobody to split', {
        hint: 'examine files into it first: tocsin examine FILE --case ID',
      });
}

export async function splitInVault(
  record: CaseRecord,
  { db }: Vault,
  rules: SplitRules,
  lists: readonly KeptList[],
  { readFor, at, isAgain, workers, signal, onProgress }: InVaultOptions,
): Promise<SplitReport> {
  const resolved = resolveCase(record, { bounds: false });
  if (resolved.parts.length === 0) throw nobodyToSplit(resolved.deliveries.length > 0);
  const numbered = numberRules(rules);
  const claims = new Claims();
  const placed = placeRules(numbered, resolved.parts, { lenient: isAgain });
  const claimed = await claimRows(record, resolved, numbered, placed, claims, {
    readFor,
    ...(workers ? { workers } : {}),
    ...(signal ? { signal } : {}),
    onProgress: ({ bytes, totalBytes }) =>
      onProgress?.('reading', Math.min(1, bytes / Math.max(1, totalBytes))),
  });
  const named = namePeople(lists, resolved.index, claims);
  const { patterns, firstOf } = patternsByPart(resolved);
  const settled = settlePeople(resolved, claimed, named.people, claims, firstOf);
  const { index } = resolved;
  const kept = await keepSplit(
    db,
    {
      at,
      rules,
      controllers: rules.controllers.map(({ name }) => name),
      people: index.count,
      isCounted: (person) => (index.flags(person) & notCounted) === 0,
      controllersOf: settled.controllersOf,
      forEachHeld: settled.forEachHeld,
      patterns: patterns.length,
    },
    { ...(signal ? { signal } : {}), onProgress: (done) => onProgress?.('keeping', done) },
  );
  if (!isAgain) keepListTokens(db, tokensOf(lists));
  const result: SplitReport = {
    version: 1,
    case: record.case,
    at,
    people: resolved.people.count,
    controllers: rules.controllers.map(({ name }, i): SplitController => ({
      name,
      ...kept.controllers[i]!,
      rules: numbered
        .filter(({ controller }) => controller === i)
        .map(({ title, number }) => ({ rule: title, rows: claimed.rows[number]! })),
      lists: lists.flatMap((list, at) =>
        list.controller === i ? [{ ...aboutList(list), ...named.lists[at]! }] : [],
      ),
    })),
    unassigned: { people: kept.unassigned },
    several: { people: kept.several },
    conflicts: conflictsOf(claimed, rules, resolved),
    warnings: warningsOf(numbered, claimed, lists, named),
  };
  keepSplitResult(db, result);
  return result;
}

function aboutList({ title, file, columns }: KeptList): Pick<SplitList, 'list' | 'file' | 'columns'> {
  const read = columns?.map(({ sort, ...column }) => ({ ...column, is: sortLabel(sort) }));
  return { list: title, file, ...(read ? { columns: read } : {}) };
}

/** Those whom the report does not count as people either. */
const notCounted =
  personFlags.test | personFlags.office | personFlags.organisation | personFlags.unattributed;

function conflictsOf(
  { conflicts }: ClaimedRows,
  { controllers }: SplitRules,
  { parts }: ResolvedCase,
): SplitReport['conflicts'] {
  return {
    rows: conflicts.rows,
    listed: conflicts.list().map((conflict) => ({
      controllers: conflict.controllers.map((controller) => controllers[controller]!.name),
      table: parts[conflict.part]!.delivered.shown,
      rows: conflict.rows,
      places: conflict.places,
    })),
  };
}

function warningsOf(
  rules: readonly NumberedRule[],
  claimed: ClaimedRows,
  lists: readonly KeptList[],
  named: NamedPeople,
): string[] {
  return [
    ...rules.filter(({ number }) => claimed.rows[number] === 0).map(({ title }) => `${title} takes no row`),
    ...lists.flatMap(({ title, file, columns }) =>
      (columns ?? [])
        .filter(({ values, recognised }) => recognised < values)
        .map(
          ({ column, sort, values, recognised }) =>
            `${title} (${file}), ${column}: ${values - recognised} of ${values} values are not recognised as ${sortLabel(sort)}; they name nobody`,
        ),
    ),
    ...lists
      .filter((_, list) => named.lists[list]!.found === 0)
      .map(({ title, file }) => `${title} (${file}) names nobody in the case`),
    ...(claimed.missed > 0
      ? [`${claimed.missed} rows of the case were not met again in the evidence: nobody gets them`]
      : []),
    ...(claimed.unsure > 0
      ? [
          `${claimed.unsure} rows say the same as rows of other people, and are claimed apart: nobody gets them`,
        ]
      : []),
  ];
}
