// The first pass once more, from places that are known by now: after a thread has taken values from what seemed to be a
// stretch and was none. In: the stretches. Out: nothing; the threads have gathered what is real, and nothing else.

import { feedPipe } from './feed-pipe.ts';
import type { GatherOutcome, KnownStretch } from './gather-files.ts';
import { isStream } from './mask-file.ts';
import type { MaskJob } from './mask-job.ts';
import type { MaskThread } from './mask-thread.ts';

export async function gatherAgain(
  job: MaskJob,
  threads: MaskThread[],
  { stretches, teller }: GatherOutcome,
  signal: AbortSignal | undefined,
): Promise<void> {
  await Promise.all(threads.map((thread) => thread.ask({ kind: 'forget' })));
  const ask = (thread: MaskThread, { file, from, to, state, known }: KnownStretch) =>
    thread.ask({
      kind: 'gather',
      isExact: true,
      file,
      from,
      until: to,
      state,
      ...teller.tell(thread, known),
    });
  for (const [number, own] of Map.groupBy(stretches, ({ file }) => file)) {
    const file = job.files[number]!;
    const feeding = isStream(file) ? feedPipe(job, file, signal) : null;
    try {
      const asking = feeding ? threads.slice(0, 1) : threads;
      await Promise.all(
        asking.map(async (thread, first) => {
          for (let at = first; at < own.length; at += asking.length) {
            signal?.throwIfAborted();
            await ask(thread, own[at]!);
          }
        }),
      );
      await feeding?.done;
    } finally {
      feeding?.stop();
    }
  }
}
