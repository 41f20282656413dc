// The pass between the two of a subset: the keys of all rows, over the threads, and which rows stay. In: the stretches that the
// first pass has confirmed. Out: for each of them its rows that stay, and how many that are by table.

import {
  type GatheredKeys,
  planSubset,
  type SettledSubset,
  settleSubset,
  type SubsetRule,
} from '../subset/index.ts';
import { feedPipe } from './feed-pipe.ts';
import type { GatherOutcome, KnownStretch } from './gather-files.ts';
import { isStream } from './mask-file.ts';
import type { MaskJob } from './mask-job.ts';
import type { SeenSource } from './mask-outcome.ts';
import type { MaskThread } from './mask-thread.ts';

/** Throws MASK_SUBSET. */
export async function gatherSubset(
  job: MaskJob,
  threads: MaskThread[],
  { stretches, teller }: Pick<GatherOutcome, 'stretches' | 'teller'>,
  rules: readonly SubsetRule[],
  { columns }: Pick<SeenSource, 'columns'>,
  signal: AbortSignal | undefined,
): Promise<SettledSubset> {
  const named = new Map([...columns].map(([table, known]) => [table, [...known]]));
  const subset = planSubset(rules, { schemas: teller.all, columns: named, links: job.plan.links });
  await Promise.all(threads.map((thread) => thread.ask({ kind: 'subset', subset })));
  const ask = (thread: MaskThread, { file, from, to, state, known }: KnownStretch) =>
    thread.ask({ kind: 'keys', file, from, until: to, state, ...teller.tell(thread, known) });
  const gathered: GatheredKeys[] = [];
  for (const [number, own] of Map.groupBy(stretches, ({ file }) => file)) {
    const file = job.files[number]!;
    const feeding = isStream(file) ? feedPipe(job, file, signal) : null;
    const found: GatheredKeys[] = [];
    try {
      const asking = feeding ? threads.slice(0, 1) : threads;
      await Promise.all(
        asking.map(async (thread, first) => {
          for (let at = first; at < own.length; at += asking.length) {
            signal?.throwIfAborted();
            found[at] = { file: number, keys: await ask(thread, own[at]!) };
          }
        }),
      );
      await feeding?.done;
    } finally {
      feeding?.stop();
    }
    for (const keys of found) gathered.push(keys);
  }
  return settleSubset(subset, gathered);
}
