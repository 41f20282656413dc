// A thread's work: it takes stretches of the inputs in turn, reads each from the first statement that seems
// to begin in it, and counts it only once the stretch before is known to end exactly there.
// In: a job. Out: what was tallied. It writes nothing and opens only the job's inputs.

import { loadKernel } from '../kernel/index.ts';
import { readAsText, SqlReader } from '../read/index.ts';
import { layoutMemory, type OpenInput, openInput } from './open-input.ts';
import {
  control,
  type InputSchema,
  type ReadJob,
  stretchState,
  type TableName,
  type WorkerResult,
} from './read-job.ts';
import { SharedSchemas } from './shared-schemas.ts';
import { type StretchResult, StretchSink } from './stretch-sink.ts';
import type { TableEntry } from './table-entry.ts';

/** Stretches read but not yet confirmed, held at most: each may hold the records of some 8 MB of rows. */
const maxPending = 4;

interface ReadStretch {
  stretch: number;
  /** The database taken to be in use where it begins, and the one in use where it ends. */
  database: string;
  lastDatabase: string;
  start: number;
  end: number;
  result: StretchResult;
  tables: TableName[];
  /** Adds what was tallied to the tables. */
  add: () => void;
}

export function runReadJob(
  job: ReadJob,
  feed: (input: number) => void,
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
  const tables = new Map<number, Map<string, TableEntry>>();
  const pending: ReadStretch[] = [];
  const result: WorkerResult = {
    kind: 'result',
    tables: [],
    schemas: [],
    skipped: [],
    textEmails: [],
    confirmed: [],
  };
  let open: OpenInput | null = null;
  let current = 0;

  while (takeNext());
  open = close(open);
  schemas.close();
  return { result, transfer: collectTables() };

  /** Confirms, reads or waits; false when nothing is left. */
  function takeNext(): boolean {
    const seen = schemas.seen();
    while (pending.length > 0 && confirmOldest());
    const next = pending.length < maxPending ? Atomics.add(words, control.next, 1) : count;
    if (next < count) {
      pending.push(readStretch(next, null, schemas.databaseBefore(next)));
      Atomics.compareExchange(states, next, stretchState.open, stretchState.read);
      schemas.wake();
    } else if (pending.length > 0) {
      schemas.wait(seen);
    } else {
      return false;
    }
    return true;
  }

  /** Reads a stretch from `start`, or from the first statement that seems to begin in it. */
  function readStretch(stretch: number, start: number | null, database: string): ReadStretch {
    current = stretch;
    const input = stretches.input[stretch]!;
    const from = stretches.from[stretch]!;
    const to = stretches.to[stretch]!;
    const { window, context } = openFor(input);
    const { isSql, textReason, backslashEscapes } = job.inputs[input]!;
    const sink = new StretchSink(context, database);
    let begin = from;
    let end: number;
    if (isSql) {
      const reader = new SqlReader(window, sink, { backslashEscapes });
      begin = start ?? (stretches.exact[stretch] ? from : reader.findStart(from, to));
      end = begin < to ? reader.read(begin, to) : begin;
    } else {
      end = readAsText(window, from, textReason, sink);
    }
    const found = sink.finish();
    return {
      stretch,
      database,
      lastDatabase: sink.currentDatabase,
      start: begin,
      end,
      result: found,
      tables: sink.tables(),
      add: sink.detach(),
    };
  }

  function openFor(input: number): OpenInput {
    if (open?.input === input) return open;
    open = close(open);
    const ofInput = tables.get(input) ?? new Map<string, TableEntry>();
    tables.set(input, ofInput);
    const thread = {
      tables: ofInput,
      schemaOf: (name: TableName) => schemas.schemaOf(current, name),
      publish: (entry: InputSchema) => schemas.tell(entry),
    };
    open = openInput(job, input, kernel, layout, thread, feed);
    return open;
  }

  /** Confirms the oldest pending stretch if the one before it is; reads it again if that one ended elsewhere, or in another database. */
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
      const database = schemas.databaseBefore(stretch);
      const isRight = begin === oldest.start && database === oldest.database;
      if (!isRight) spoilSamples(stretches.input[stretch]!);
      const right = isRight ? oldest : readStretch(stretch, begin, database);
      keep(right);
      end = right.end;
    }
    numbers[stretch] = end;
    Atomics.store(states, stretch, stretchState.final);
    schemas.wake();
    return true;
  }

  /** What a stretch that is thrown away took for rows has raised what samples ask of later ones. */
  function spoilSamples(input: number): void {
    for (const entry of tables.get(input)?.values() ?? []) if (entry.tally) entry.tally.spoilt = true;
  }

  function keep(read: ReadStretch): void {
    const input = stretches.input[read.stretch]!;
    read.add();
    for (const part of read.result.skipped) result.skipped.push({ input, part });
    result.schemas.push(...read.result.schemas);
    if (read.lastDatabase !== read.database) {
      schemas.tell({ stretch: read.stretch, database: read.lastDatabase });
    }
    const hashes = Uint32Array.from(read.result.textEmails);
    if (hashes.length > 0) result.textEmails.push({ input, hashes });
    result.confirmed.push({
      stretch: read.stretch,
      from: read.start,
      database: read.database,
      tables: read.tables,
    });
  }

  function collectTables(): ArrayBuffer[] {
    const transfer: ArrayBuffer[] = [];
    for (const ofInput of tables.values()) {
      for (const entry of ofInput.values()) {
        if (!entry.tally) continue;
        const part = entry.tally.toPart();
        transfer.push(part.records.buffer);
        result.tables.push({ ...entry.name, part });
      }
    }
    return transfer;
  }
}

function close(open: OpenInput | null): null {
  open?.source.close();
  return null;
}
