// The own lists of all controllers: read from their files, or as a vault keeps what they name people by. In: rules.
// Out: identifiers as hashes, list by list.

import { resolve } from 'node:path';
import type { ValidatorName } from '../../recognise/index.ts';
import { HashIndex } from '../../resolve/index.ts';
import { listTokens, type ListTokens, type Vault } from '../../store/index.ts';
import type { PlacedList } from './list-people.ts';
import { type ReadColumn, readOwnList, type ReadListOptions } from './read-own-list.ts';
import type { SplitRules } from './split-rules.ts';

export interface KeptList extends PlacedList {
  title: string;
  file: string;
  /** What its file held; null where that was not read now. */
  columns: ReadColumn[] | null;
}

function listsOf({ controllers }: SplitRules): KeptList[] {
  return controllers.flatMap(({ lists }, controller) =>
    lists.map(({ title, file, shared }) => ({
      title,
      file,
      controller,
      shared,
      listed: new Map(),
      columns: null,
    })),
  );
}

/** `folder`: what their paths are relative to. */
export async function readLists(
  rules: SplitRules,
  folder: string,
  options: ReadListOptions,
): Promise<KeptList[]> {
  const written = rules.controllers.flatMap(({ lists }) => lists);
  const kept = listsOf(rules);
  for (const [i, list] of written.entries())
    Object.assign(kept[i]!, await readOwnList(resolve(folder, list.file), list, options));
  return kept;
}

export function keptLists({ db }: Vault, rules: SplitRules): KeptList[] {
  const kept = listsOf(rules);
  for (const { list, sort, low, high } of listTokens(db)) {
    const { listed } = kept[list]!;
    const index = listed.get(sort as ValidatorName) ?? new HashIndex();
    listed.set(sort as ValidatorName, index);
    index.add(low, high);
  }
  return kept;
}

export function tokensOf(lists: readonly KeptList[]): ListTokens[] {
  return lists.flatMap(({ listed }, list) =>
    [...listed].map(([sort, index]) => ({ list, sort, words: index.toWords() })),
  );
}
