// Which files hold what: of each table the leaves that have rows of it, and those with text outside of rows.
// In: what was found, or its report. Out: paths as the report shows them.

import type { ExposureReport } from '../report/index.ts';
import type { Findings } from './findings.ts';
import { tableKey } from './read-job.ts';

/** By settled table, sorted. */
export function tableSources({ read, settled }: Findings): string[][] {
  const sources = new Map<string, Set<string>>();
  for (const { leaf, tables } of read.results.flatMap((result) => result.confirmed)) {
    for (const table of tables) {
      const key = tableKey(table);
      const known = sources.get(key);
      if (known) known.add(leaf);
      else sources.set(key, new Set([leaf]));
    }
  }
  return settled.tables.map(({ keys }) => keys.flatMap((key) => [...(sources.get(key) ?? [])]).toSorted());
}

/** What is not read as rows is searched for addresses: the files that may hold some, sorted. */
export function textSources({ inputs, inside, skipped }: ExposureReport): string[] {
  const texts = [...inputs, ...inside].filter(({ documents }) => documents > 0);
  const paths = new Set([...texts, ...skipped].map(({ path }) => path));
  return [...(paths.size > 0 ? paths : inputs.map(({ path }) => path))].toSorted();
}
