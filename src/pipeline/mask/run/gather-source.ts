// The first pass over a source. In: files, threads. Out: its stretches, and what they come to. Where rows come before what
// says which columns they have, as in a dump whose schema is a file of its own, all is read once more with that known.

import { CertainColumns } from './certain-columns.ts';
import { gatherFiles, type GatherOptions, type GatherOutcome } from './gather-files.ts';
import { GatheringTally } from './gathering-tally.ts';
import type { MaskJob } from './mask-job.ts';
import type { MaskThread } from './mask-thread.ts';
import { SchemaTeller } from './schema-teller.ts';

export interface GatheredSource {
  gathered: GatherOutcome;
  tally: GatheringTally;
}

export async function gatherSource(
  job: MaskJob,
  threads: MaskThread[],
  { onBytes, ...options }: GatherOptions & { onBytes: (bytes: number) => void },
): Promise<GatheredSource> {
  const once = async (teller: SchemaTeller): Promise<GatheredSource> => {
    const gathered: GatherOutcome = {
      stretches: [],
      teller,
      notUtf8: new Set(),
      isSpoilt: false,
      certain: new CertainColumns(),
    };
    const tally = new GatheringTally();
    for await (const stretch of gatherFiles(job, threads, gathered, options)) {
      tally.add(stretch);
      onBytes(tally.bytes);
      if (tally.isHopeless) break;
    }
    return { gathered, tally };
  };
  const source = await once(new SchemaTeller());
  if (source.tally.refusals.length === 0 || !needsLaterSchema(source)) return source;
  await Promise.all(threads.map((thread) => thread.ask({ kind: 'forget' })));
  return once(source.gathered.teller);
}

/** Rows of a table were met without the names of its columns, which the source states further on. */
function needsLaterSchema({ gathered, tally }: GatheredSource): boolean {
  const stated = new Set(gathered.teller.all.map(({ name }) => name.toLowerCase()));
  return tally.unnamedTables.some((table) => stated.has(table.toLowerCase()));
}
