// Walks over the evidence for one controller: which rows the split gave to it is worked out again, by the rules and
// lists that the vault keeps. In: a case as it was resolved, a controller by its name, and the columns wanted. Out:
// batches, for each row whether it is the controller's, and whether an identifier in it is what its own list names the
// person by.

import { TocsinError } from '../../base/index.ts';
import { type CaseRecord, guarded, openVault, readSplit } from '../../store/index.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import type { ValueBatch } from '../values/value-batch.ts';
import { type WalkOptions, type WalkOutcome, walkValues, type WantedPart } from '../values/walk-values.ts';
import { claimRows } from './claim-rows.ts';
import { Claims } from './claims.ts';
import { keptLists } from './kept-lists.ts';
import { namePeople } from './list-people.ts';
import { numberRules, placeRules } from './place-rules.ts';
import { settlePeople } from './settle-people.ts';
import type { SplitRules } from './split-rules.ts';

/** What the controller has of the rows of a batch. */
export interface Theirs {
  isTheirs: (row: number) => boolean;
  /** Sorts of identifier that its own lists hold. */
  listedSorts: ReadonlySet<string>;
  /** Whether its own lists name the row's person, and nobody else, by what hashes to these words. */
  isNamedBy: (row: number, sort: string, low: number, high: number) => boolean;
}

/** Throws CONTROLLER_UNKNOWN, and as `walkValues`; what was given until then is void. */
export async function walkMembers(
  record: CaseRecord,
  resolved: ResolvedCase,
  controller: string,
  wanted: WantedPart[],
  visit: (batch: ValueBatch, theirs: Theirs) => Promise<void> | void,
  options: WalkOptions,
): Promise<WalkOutcome> {
  const { rules, lists } = keptSplit(record);
  const place = rules.controllers.findIndex(({ name }) => name === controller);
  if (place < 0)
    throw new TocsinError('CONTROLLER_UNKNOWN', 'the split of the case names no controller of that name');
  const claims = new Claims();
  const numbered = numberRules(rules);
  // reading for the rules and reading for the values are each half of the way
  const half = (from: number) => ({
    ...options,
    onProgress: ({ bytes, totalBytes }: { bytes: number; totalBytes: number }) =>
      options.onProgress?.({ bytes: from * totalBytes + bytes, totalBytes: 2 * totalBytes }),
  });
  const placed = placeRules(numbered, resolved.parts, { lenient: true });
  const claimed = await claimRows(record, resolved, numbered, placed, claims, half(0));
  const named = namePeople(lists, resolved.index, claims);
  const settled = settlePeople(resolved, claimed, named.people, claims, []);
  const listedSorts = new Set(
    lists.flatMap(({ controller: of, listed }) => (of === place ? [...listed.keys()] : [])),
  );
  const visitTheirs = (batch: ValueBatch) => {
    const { table } = resolved.parts[batch.part]!;
    return visit(batch, {
      isTheirs(row) {
        const held = batch.records[row]!;
        // rows of which it cannot be told whose they are go to nobody
        return held >= 0 && batch.people[row]! >= 0 && settled.isHeldBy(table, held, place);
      },
      listedSorts,
      isNamedBy(row, sort, low, high) {
        const person = batch.people[row]!;
        return person >= 0 && named.isNamedBy(place, person, sort, low, high);
      },
    });
  };
  return await walkValues(record, resolved, wanted, visitTheirs, half(1));
}

function keptSplit(record: CaseRecord): { rules: SplitRules; lists: ReturnType<typeof keptLists> } {
  using vault = openVault(record);
  return guarded(record.case, () => {
    const split = readSplit(vault.db);
    if (split === null) throw new TocsinError('CONTROLLER_UNKNOWN', 'the case is not split by controller');
    const rules = split.rules as SplitRules;
    return { rules, lists: keptLists(vault, rules) };
  });
}
