// The second pass: each stretch is masked, over the threads, and written in order. In: the stretches that the first pass
// has confirmed. Out: files in the output's place to be, their hashes, and what was found that must not be there.

import type { SurvivorSearch } from '../../../mask/index.ts';
import type { StretchRows } from '../subset/index.ts';
import { feedPipe, type Feeding } from './feed-pipe.ts';
import type { KnownStretch } from './gather-files.ts';
import { isStream, isText } from './mask-file.ts';
import type { Masked, MaskJob } from './mask-job.ts';
import type { MaskedOutput } from './mask-outcome.ts';
import type { MaskThread } from './mask-thread.ts';
import { MaskTally } from './mask-tally.ts';
import type { OutputPlace } from './output-place.ts';
import { fromUtf8 } from './recode-stream.ts';
import type { SchemaTeller } from './schema-teller.ts';
import { SeamSearch } from './seam-search.ts';

export interface MaskFilesOptions {
  teller: SchemaTeller;
  stretches: KnownStretch[];
  /** Which rows of each stretch stay; null where all of them do. */
  rows: readonly StretchRows[] | null;
  /** Under the output's folder, of each file. */
  places: readonly string[];
  /** Null where the output is not searched. */
  search: () => SurvivorSearch | null;
  output: OutputPlace;
  signal: AbortSignal | undefined;
}

/** Stretches that a thread is asked for ahead: what is masked and not yet written is bounded by it. */
const aheadOfThread = 2;

export async function maskFiles(
  job: MaskJob,
  threads: MaskThread[],
  { teller, stretches, rows, places, search, output, signal }: MaskFilesOptions,
  onBytes: (bytes: number) => void,
): Promise<MaskedOutput> {
  const { files } = job;
  const tally = new MaskTally();
  const rowsOf = new Map(rows?.map((left, number) => [stretches[number]!, left]));
  const ask = (thread: MaskThread, stretch: KnownStretch): Promise<Masked> => {
    const { file, from, to, state, known } = stretch;
    const room = rooms.pop() ?? null;
    const where = { file, from, until: to, state, rows: rowsOf.get(stretch) ?? null, room };
    return thread.ask({ kind: 'mask', ...where, ...teller.tell(thread, known) });
  };
  /** Memory of what is written, to be masked into again. */
  const rooms: ArrayBuffer[] = [];
  let bytes = 0;
  const byFile = Map.groupBy(stretches, ({ file }) => file);
  for (const [number, file] of files.entries()) {
    const own = byFile.get(number) ?? [];
    const stream = isStream(file);
    const feeding: Feeding | null = stream ? feedPipe(job, file, signal) : null;
    const searching = isText(file) ? search() : null;
    const seams = searching && new SeamSearch(searching, file.path);
    const written = output.open(places[number]!);
    if (file.packing === 'gzip') written.pack();
    try {
      const asking = stream ? threads.slice(0, 1) : threads;
      const waiting: Promise<Masked>[] = [];
      let next = 0;
      const askNext = () => {
        if (next < own.length) waiting.push(ask(asking[next % asking.length]!, own[next++]!));
      };
      for (let i = 0; i < asking.length * aheadOfThread; i++) askNext();
      for (let done = 0; waiting.length > 0; done++) {
        signal?.throwIfAborted();
        const masked = await waiting.shift()!;
        for (const survivor of seams?.add(masked.bytes) ?? []) tally.addSurvivor(survivor);
        askNext();
        await written.write(file.recode === null ? masked.bytes : fromUtf8(masked.bytes, file.recode));
        // what is packed may still be read
        if (file.packing === null) rooms.push(masked.bytes.buffer);
        tally.add(masked);
        bytes += stream ? 0 : own[done]!.to - own[done]!.from;
        onBytes(bytes);
      }
      await feeding?.done;
      tally.written({ file, place: places[number]!, ...(await written.end()) });
    } finally {
      feeding?.stop();
      written[Symbol.dispose]();
    }
    if (stream) onBytes((bytes += file.bytes));
  }
  return tally.told();
}
