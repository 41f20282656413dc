// The first pass: every stretch of every file is read, over the threads, begun at guesses and confirmed in order. In: the
// files. Out: confirmed stretches with what was gathered from them; one that was begun at a wrong guess, or before a
// schema was known that it needs, is asked for again. So the outcome depends on the files alone.

import { columnsText } from '../../../mask/index.ts';
import type { CertainColumns } from './certain-columns.ts';
import { feedPipe } from './feed-pipe.ts';
import { isStream, isText, type MaskFile } from './mask-file.ts';
import type { Gathered, MaskJob, StretchAsk } from './mask-job.ts';
import type { MaskThread } from './mask-thread.ts';
import type { SchemaTeller } from './schema-teller.ts';

/** As the second pass reads it again. */
export interface KnownStretch {
  file: number;
  from: number;
  to: number;
  state: string;
  known: number;
}

export interface GatherOutcome {
  /** In the order of the source. */
  stretches: KnownStretch[];
  teller: SchemaTeller;
  /** Files that are not, or not all, UTF-8. */
  notUtf8: Set<number>;
  /** A thread has taken what was read from a wrong place: all has to be gathered again, from the places now known. */
  isSpoilt: boolean;
  certain: CertainColumns;
}

export interface GatherOptions {
  stretchBytes: number;
  signal: AbortSignal | undefined;
}

/** Text has no rows to stop at: its stretches are the same whatever is asked for, since they decide what is found. */
const textStretchBytes = 1 << 20;

interface Waiting {
  file: number;
  until: number;
  thread: MaskThread;
  asked: Promise<Gathered>;
}

export async function* gatherFiles(
  job: MaskJob,
  threads: MaskThread[],
  outcome: GatherOutcome,
  { stretchBytes, signal }: GatherOptions,
): AsyncGenerator<Gathered> {
  const { files } = job;
  const { teller, stretches } = outcome;
  for (let file = 0; file < files.length;) {
    if (isStream(files[file]!)) yield* gatherStream(file++);
    else {
      let until = file;
      while (until < files.length && !isStream(files[until]!)) until++;
      yield* gatherAhead(file, until);
      file = until;
    }
  }

  function bytesOf(file: number): number {
    return isText(files[file]!) ? textStretchBytes : stretchBytes;
  }

  function sizeOf(file: number): number {
    return files[file]!.bytes;
  }

  function ask(
    thread: MaskThread,
    where: Omit<StretchAsk, 'schemas' | 'known'>,
    isExact: boolean,
  ): Promise<Gathered> {
    return thread.ask({ kind: 'gather', isExact, ...where, ...teller.tell(thread) });
  }

  /** Files that are read from anywhere: several stretches at once. */
  async function* gatherAhead(first: number, last: number): ReturnType<typeof gatherFiles> {
    const waiting: Waiting[] = [];
    let next = { file: first, from: 0 };
    let here = { file: first, end: 0, state: '' };
    const askNext = (thread: MaskThread) => {
      while (next.file < last && next.from >= sizeOf(next.file)) next = { file: next.file + 1, from: 0 };
      if (next.file >= last) return;
      const { file, from } = next;
      const size = sizeOf(file);
      const until = Math.min(size, from + bytesOf(file));
      const state = file === here.file ? here.state : '';
      waiting.push({ file, until, thread, asked: ask(thread, { file, from, until, state }, from === 0) });
      next = { file, from: until };
    };
    for (const thread of threads) askNext(thread);
    while (waiting.length > 0) {
      signal?.throwIfAborted();
      const { file, until, thread, asked } = waiting.shift()!;
      if (file !== here.file) here = { file, end: 0, state: '' };
      let gathered = await asked;
      askNext(thread);
      if (here.end >= until) continue;
      const { end: from, state } = here;
      const isRight = gathered.from === from && gathered.begun.state === state && !isStale(gathered);
      if (!isRight || !gathered.isTaken) {
        outcome.isSpoilt ||= !isRight && gathered.isTaken && gathered.to > gathered.from;
        gathered = await ask(thread, { file, from, until, state }, true);
      }
      yield confirmed(file, from, gathered);
      here = { file, end: gathered.to, state: gathered.state };
    }
  }

  /** A file that comes as a stream: one stretch after the other, in one thread. */
  async function* gatherStream(file: number): ReturnType<typeof gatherFiles> {
    const [thread] = threads;
    const feeding = feedPipe(job, files[file] as MaskFile, signal);
    try {
      for (let from = 0, state = ''; ;) {
        signal?.throwIfAborted();
        const gathered = await ask(thread!, { file, from, until: from + bytesOf(file), state }, true);
        if (gathered.to > from || gathered.refusals.length > 0) yield confirmed(file, from, gathered);
        if (gathered.to <= from) break;
        from = gathered.to;
        state = gathered.state;
      }
      await feeding.done;
    } finally {
      feeding.stop();
    }
  }

  /** Rows were read by what was stated of their table before something else was, which another thread was reading. */
  function isStale({ begun, events }: Gathered): boolean {
    const later = teller.all.slice(begun.known);
    if (later.length === 0) return false;
    return events.some(
      (event) =>
        event.kind === 'rows' &&
        later.some(
          ({ name, columns }) =>
            name.toLowerCase() === event.table &&
            columnsText(columns.map((column) => column.name)) !== event.columns,
        ),
    );
  }

  function confirmed(file: number, from: number, gathered: Gathered): Gathered {
    const { to, begun } = gathered;
    stretches.push({ file, from, to, ...begun });
    teller.all.push(...gathered.schemas);
    outcome.certain.add(files[file]!.path, gathered.events);
    if (!gathered.isUtf8) outcome.notUtf8.add(file);
    return gathered;
  }
}
