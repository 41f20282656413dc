// A thread's work: it takes stretches of the inputs in turn, reads each from the first boundary that seems to be
// in it, and counts it only once the stretch before is known to end exactly there. An input that has to be
// unpacked is one stretch. In: a job. Out: what was tallied. It writes nothing and opens only the job's inputs.

import { loadKernel } from '../kernel/index.ts';
import { createReader, openPipeSource, resetPipe } from '../read/index.ts';
import { fileSource } from './input-source.ts';
import { inputAt } from './job-inputs.ts';
import { layoutMemory, lendContext, type OpenLeaf, openLeaf, type ThreadContext } from './open-leaf.ts';
import {
  control,
  parseReadingState,
  readingState,
  type ReadJob,
  stretchState,
  tableKey,
  type TableName,
  type WorkerResult,
} from './read-job.ts';
import { readUnpacked } from './read-unpacked.ts';
import { Checkpoint } from './resume/checkpoint.ts';
import { SharedSchemas } from './shared-schemas.ts';
import { StretchSink } from './stretch-sink.ts';
import type { TableEntry } from './table-entry.ts';
import type { PackedValues } from './values/value-batch.ts';
import { createOutlet } from './values/value-outlet.ts';
import { WorkerTally } from './worker-tally.ts';

/** Stretches read but not yet confirmed, held at most: each may hold the records of some 8 MB of rows. */
const maxPending = 4;

/** A stretch that has been read and is still to be confirmed. */
interface ReadStretch {
  stretch: number;
  leaf: string;
  /** The state taken to hold where it begins, and the one in which it ended. */
  state: string;
  lastState: string;
  start: number;
  end: number;
  sink: StretchSink;
  /** Puts what was tallied into the worker's own tallies. */
  keep: () => void;
}

/** What a thread says while it reads. */
export interface ThreadSays {
  feed: (input: number) => void;
  give: (batch: PackedValues, transfer: ArrayBuffer[]) => void;
}

export function runReadJob(
  job: ReadJob,
  { feed, give }: ThreadSays,
): { result: WorkerResult; transfer: ArrayBuffer[] } {
  const words = new Int32Array(job.control);
  const states = words.subarray(control.stretches);
  const numbers = new Float64Array(job.numbers);
  const { stretches } = job;
  const count = stretches.input.length;
  const layout = layoutMemory(job);
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes, twin: job.twin });
  kernel.seedHash(...job.seed);
  const schemas = new SharedSchemas(job);
  const tables = new Map<string, TableEntry>();
  const tally = new WorkerTally();
  const checkpoint = job.checkpoint ? new Checkpoint(job.checkpoint) : null;
  const pending: ReadStretch[] = [];
  let current = 0;
  let open: OpenLeaf | null = null;
  const thread: ThreadContext = {
    tables,
    schemaOf: (name: TableName) => schemas.schemaOf(current, name),
    knows: (name) => schemas.knows(name),
    publish: (entry) => schemas.tell(entry),
    values: job.values === null ? null : createOutlet(job.values, give),
  };
  const lent = lendContext(job, kernel, layout, thread);

  while (takeNext());
  open = close(open);
  schemas.close();
  const result = tally.result(tables);
  return {
    result,
    transfer: result.tables.flatMap(({ part }) => part.records.pages.map((page) => page.buffer)),
  };

  /** Confirms, reads or waits; false when nothing is left. */
  function takeNext(): boolean {
    const seen = schemas.seen();
    while (pending.length > 0 && confirmOldest());
    if (checkpoint?.isDue) checkpoint.write(tally.result(tables));
    const next = pending.length < maxPending ? Atomics.add(words, control.next, 1) : count;
    // read by an earlier run
    if (next < count && Atomics.load(states, next) === stretchState.final) return true;
    if (next < count) take(next);
    else if (pending.length > 0) schemas.wait(seen);
    else return false;
    return true;
  }

  function take(stretch: number): void {
    if (inputAt(job.inputs, stretches.input[stretch]!).unpacked) {
      unpack(stretch);
      Atomics.store(states, stretch, stretchState.final);
    } else {
      pending.push(readStretch(stretch, null, schemas.stateBefore(stretch)));
      Atomics.compareExchange(states, stretch, stretchState.open, stretchState.read);
    }
    schemas.wake();
  }

  function unpack(stretch: number): void {
    current = stretch;
    open = close(open);
    resetPipe(job.pipe);
    const input = stretches.input[stretch]!;
    const { path: inputPath } = inputAt(job.inputs, input);
    feed(input);
    const frames = openPipeSource(job.pipe);
    readUnpacked(frames, {
      open: ({ path, plan, charset }, source) =>
        openLeaf(job, { leaf: path, input, inputPath, plan, charset, source }, layout, lent),
      hear: (note) => tally.hear(note),
      keep(leaf, sink, tail, piece) {
        const found = sink.finish();
        sink.detach()();
        tally.keep(leaf, found, { bytes: tail, end: piece.end });
        tally.confirm({ stretch, leaf, ...piece, isPiece: true, tables: sink.tables() });
        if (checkpoint?.isDue) checkpoint.write(tally.result(tables));
      },
    });
    frames.close();
    tally.finish(stretch);
  }

  /** Reads a stretch from `start`, or from the first boundary that seems to be in it. */
  function readStretch(stretch: number, start: number | null, state: string): ReadStretch {
    current = stretch;
    const input = stretches.input[stretch]!;
    const from = stretches.from[stretch]!;
    const to = stretches.to[stretch]!;
    const { leaf, window, context, source } = openInput(input);
    const before = parseReadingState(state);
    const sink = new StretchSink(context, before.database);
    const reader = createReader(context.plan, window, sink);
    const begin = start ?? (stretches.exact[stretch] ? from : reader.findStart(from, to, before.reader));
    let end = begin < to ? reader.read(begin, to, before.reader) : begin;
    const fault = source.takeFault?.() ?? null;
    if (fault !== null) {
      // what comes after a damaged place on a disk may be sound
      const readable = Math.max(end, Math.min(to, inputAt(job.inputs, input).bytes));
      sink.skipped(end, fault, window.from, window.from, readable - end);
      end = readable;
    }
    const found = sink.finish();
    const lastState = readingState(sink.currentDatabase, begin < to ? reader.state : before.reader);
    const add = sink.detach();
    const keep = () => {
      add();
      tally.keep(leaf, found, null);
      tally.confirm({
        stretch,
        leaf,
        from: begin,
        end,
        state,
        lastState,
        isPiece: false,
        tables: sink.tables(),
      });
    };
    return { stretch, leaf, state, lastState, start: begin, end, sink, keep };
  }

  function openInput(input: number): OpenLeaf {
    const known = inputAt(job.inputs, input);
    if (open?.leaf === known.path) return open;
    open = close(open);
    const { path, plan, charset } = known;
    const source = fileSource(known, job);
    const leaf = { leaf: path, input, inputPath: path, plan, charset, source };
    open = openLeaf(job, leaf, layout, lent);
    return open;
  }

  /** Confirms the oldest pending stretch if the one before it is; reads it again if that one ended elsewhere, or in another state. */
  function confirmOldest(): boolean {
    const oldest = pending[0]!;
    const { stretch } = oldest;
    const to = stretches.to[stretch]!;
    let begin = stretches.from[stretch]!;
    if (!stretches.exact[stretch]) {
      if (Atomics.load(states, stretch - 1) !== stretchState.final) return false;
      begin = numbers[stretch - 1]!;
    }
    pending.shift();
    let end = begin;
    if (begin < to) {
      const state = schemas.stateBefore(stretch);
      const isRight = begin === oldest.start && state === oldest.state;
      if (!isRight) spoilSamples(oldest.sink);
      const right = isRight ? oldest : readStretch(stretch, begin, state);
      right.keep();
      if (right.lastState !== state) schemas.tell({ stretch, state: right.lastState });
      end = right.end;
    }
    numbers[stretch] = end;
    Atomics.store(states, stretch, stretchState.final);
    schemas.wake();
    return true;
  }

  /** What a stretch that is thrown away took for rows has raised what samples ask of later ones. */
  function spoilSamples(thrownAway: StretchSink): void {
    for (const name of thrownAway.tables()) {
      const entry = tables.get(tableKey(name));
      if (entry?.tally) entry.tally.spoilt = true;
    }
  }
}

function close(open: OpenLeaf | null): null {
  open?.source.close();
  return null;
}
