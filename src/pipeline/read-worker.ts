// A reading thread. It takes stretches of the inputs in turn, reads each from the first statement that
// seems to begin in it, and counts it only once the stretch before is known to end exactly there.
// In: a job, by workerData. Out: one `WorkerResult`. It writes nothing and opens only the job's inputs.

import { BroadcastChannel, type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { loadKernel } from '../kernel/index.ts';
import { type ByteSource, ByteWindow, createValueDecoder, layoutWindow, openFileSource, openPipeSource, readAsText, resetPipe, SqlReader, type TableSchema } from '../read/index.ts';
import { classifyTable } from '../recognise/index.ts';
import { createRowGatherer, gathererScratchBytes } from '../resolve/index.ts';
import { HeldRows, heldBytes } from './held-rows.ts';
import { control, type InputSchema, type ReadJob, sketchBits, stretchState, type WorkerMessage, type WorkerResult } from './read-job.ts';
import { mentionBytes, type SinkContext, type StretchResult, StretchSink } from './stretch-sink.ts';
import type { TableEntry } from './table-entry.ts';

/** Stretches read but not yet confirmed, held at most: each may hold the records of some 8 MB of rows. */
const maxPending = 4;

/** Longest wait for another thread between two looks at the shared state, ms; a lost wake-up costs no more. */
const waitMs = 20;

interface Pending {
  stretch: number;
  start: number;
  end: number;
  sink: StretchSink;
  result: StretchResult;
  add: () => void;
}

interface OpenInput {
  input: number;
  source: ByteSource;
  window: ByteWindow;
  context: SinkContext;
}

const job = workerData as ReadJob;
const words = new Int32Array(job.control);
const numbers = new Float64Array(job.numbers);
const stretchCount = job.stretches.input.length;
const states = words.subarray(control.stretches);
const channel = new BroadcastChannel(`tocsin-schemas-${job.seed.join('-')}`);

const decoderBytes = 4 << 20;
const layout = layoutWindow({ maxRowBytes: job.maxRowBytes, scratchBytes: decoderBytes + gathererScratchBytes + heldBytes + mentionBytes });
const kernel = loadKernel({ memoryBytes: layout.memoryBytes, twin: job.twin });
kernel.seedHash(...job.seed);
const gathererAt = layout.scratch + decoderBytes;
const heldAt = gathererAt + gathererScratchBytes;
const mentionAt = heldAt + heldBytes;
const today = new Date(job.today);
const todayNumber = Number(job.today.slice(0, 10).replaceAll('-', ''));

const tables = new Map<number, Map<string, TableEntry>>();
const schemas = new Map<string, TableSchema | null>();
const pending: Pending[] = [];
const result: WorkerResult = { kind: 'result', tables: [], schemas: [], skipped: [], textEmails: [], confirmed: [] };
let open: OpenInput | null = null;
let current = 0;

const schemaKey = (input: number, table: string) => `${input} ${table.toLowerCase()}`;

function learn(entry: InputSchema): void {
  const key = schemaKey(entry.input, entry.table);
  if (entry.schema !== null || !schemas.has(key)) schemas.set(key, entry.schema);
}

function hearOthers(): void {
  for (let message; (message = receiveMessageOnPort(channel as unknown as MessagePort)); ) learn(message.message as InputSchema);
}

function tellOthers(entry: InputSchema): void {
  learn(entry);
  channel.postMessage(entry);
  wake();
}

function wake(): void {
  Atomics.add(words, control.wake, 1);
  Atomics.notify(words, control.wake);
}

/** Sleeps until another thread has told something, or a little while. */
function waitForOthers(seen: number): void {
  Atomics.wait(words, control.wake, seen, waitMs);
}

/** The schema of a table of the current input; waits while a stretch before this one could still state it. */
function schemaOf(table: string): TableSchema | undefined {
  const input = job.stretches.input[current]!;
  const key = schemaKey(input, table);
  for (;;) {
    const seen = Atomics.load(words, control.wake);
    const allRead = areEarlierRead(input);
    hearOthers();
    const known = schemas.get(key);
    if (known !== undefined) return known ?? undefined;
    if (allRead) {
      tellOthers({ input, table, schema: null });
      return undefined;
    }
    waitForOthers(seen);
  }
}

function areEarlierRead(input: number): boolean {
  for (let stretch = current - 1; stretch >= 0 && job.stretches.input[stretch] === input; stretch--) {
    if (Atomics.load(states, stretch) === stretchState.open) return false;
  }
  return true;
}

function openInput(input: number): OpenInput {
  if (open?.input === input) return open;
  open?.source.close();
  const { path, bytes, streamed, charset, backslashEscapes } = job.inputs[input]!;
  if (streamed) {
    resetPipe(job.pipe);
    parentPort!.postMessage({ kind: 'feed', input } satisfies WorkerMessage);
  }
  const source = counted(streamed ? openPipeSource(job.pipe) : limited(openFileSource(path), bytes));
  const window = new ByteWindow(kernel, layout, source, job.windowBytes);
  const decode = createValueDecoder(kernel.bytes, { backslashEscapes, charset, scratch: layout.scratch, scratchBytes: decoderBytes });
  let ofInput = tables.get(input);
  if (!ofInput) tables.set(input, (ofInput = new Map()));
  const settled = job.settled?.filter((entry) => entry.input === input).map((entry) => [entry.table, entry] as const);
  const context: SinkContext = {
    kernel,
    decode,
    gatherer: createRowGatherer(kernel, gathererAt, decode, todayNumber, noteEmail),
    classify: (table) => classifyTable(table, { today }),
    held: new HeldRows(kernel, heldAt),
    mentionScratch: mentionAt,
    input,
    tables: ofInput,
    settled: settled ? new Map(settled) : null,
    schemaOf,
    publish: (schema) => tellOthers({ input, table: schema.name, schema }),
  };
  return (open = { input, source, window, context });
}

const sketch = new Uint8Array(job.sketch);

/** Threads may lose each other's bits here: it is a progress figure, no result. */
function noteEmail(low: number): void {
  const bit = low & (sketchBits - 1);
  sketch[bit >> 3]! |= 1 << (bit & 7);
}

function limited(source: ByteSource, bytes: number): ByteSource {
  return {
    read: (offset, target, at, length) => (offset >= bytes ? 0 : source.read(offset, target, at, Math.min(length, bytes - offset))),
    close: () => source.close(),
  };
}

function counted(source: ByteSource): ByteSource {
  const place = stretchCount + job.worker;
  return {
    read(offset, target, at, length) {
      const count = source.read(offset, target, at, length);
      numbers[place]! += count;
      return count;
    },
    close: () => source.close(),
  };
}

/** Reads stretch `stretch` from `start`, or from the first statement that seems to begin in it. */
function readStretch(stretch: number, start: number | null): Pending {
  current = stretch;
  const from = job.stretches.from[stretch]!;
  const to = job.stretches.to[stretch]!;
  const { window, context, input } = openInput(job.stretches.input[stretch]!);
  const sink = new StretchSink(context);
  const { isSql, textReason, backslashEscapes } = job.inputs[input]!;
  if (!isSql) {
    const end = readAsText(window, from, textReason, sink);
    return { stretch, start: from, end, sink, result: sink.finish(), add: sink.detach() };
  }
  const reader = new SqlReader(window, sink, { backslashEscapes });
  const begin = start ?? (job.stretches.exact[stretch] ? from : reader.findStart(from, to));
  const end = begin < to ? reader.read(begin, to) : begin;
  const finished = sink.finish();
  return { stretch, start: begin, end, sink, result: finished, add: sink.detach() };
}

/** Confirms the oldest pending stretch if the one before it is; reads it again if that one ended elsewhere. */
function confirmOldest(): boolean {
  const first = pending[0]!;
  const { stretch } = first;
  const to = job.stretches.to[stretch]!;
  let begin = job.stretches.from[stretch]!;
  if (!job.stretches.exact[stretch]) {
    if (Atomics.load(states, stretch - 1) !== stretchState.final) return false;
    begin = numbers[stretch - 1]!;
  }
  pending.shift();
  let end = begin;
  if (begin < to) {
    const right = begin === first.start ? first : readStretch(stretch, begin);
    keep(right);
    end = right.end;
  }
  numbers[stretch] = end;
  Atomics.store(states, stretch, stretchState.final);
  wake();
  return true;
}

function keep({ stretch, start, result: found, add, sink }: Pending): void {
  const input = job.stretches.input[stretch]!;
  add();
  for (const part of found.skipped) result.skipped.push({ input, part });
  for (const schema of found.schemas) result.schemas.push({ input, schema });
  if (found.textEmails.length > 0) result.textEmails.push({ input, hashes: Uint32Array.from(found.textEmails) });
  result.confirmed.push({ stretch, from: start, tables: sink.tables() });
}

function run(): void {
  for (const entry of job.schemas) learn(entry);
  for (;;) {
    while (pending.length > 0 && confirmOldest());
    if (Atomics.load(words, control.stop) === 1) break;
    const next = pending.length < maxPending ? Atomics.add(words, control.next, 1) : stretchCount;
    if (next < stretchCount) {
      pending.push(readStretch(next, null));
      Atomics.compareExchange(states, next, stretchState.open, stretchState.read);
      wake();
    } else if (pending.length === 0) {
      break;
    } else {
      const seen = Atomics.load(words, control.wake);
      if (!confirmOldest()) waitForOthers(seen);
    }
  }
  open?.source.close();
  channel.close();
  const transfer: ArrayBuffer[] = [];
  for (const [input, ofInput] of tables) {
    for (const [table, entry] of ofInput) {
      if (!entry.tally) continue;
      const part = entry.tally.toPart();
      transfer.push(part.records.buffer);
      result.tables.push({ input, table, part });
    }
  }
  parentPort!.postMessage(result satisfies WorkerMessage, transfer);
}

run();
