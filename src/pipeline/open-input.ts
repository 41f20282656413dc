// One input, opened for reading by a thread: its bytes, a window over them, and what its rows go through.

import type { Kernel } from '../kernel/index.ts';
import {
  type ByteSource,
  ByteWindow,
  createValueDecoder,
  layoutWindow,
  openFileSource,
  openPipeSource,
  plainNotation,
  resetPipe,
  type WindowLayout,
} from '../read/index.ts';
import { classifyTable } from '../recognise/index.ts';
import { createRowGatherer, gathererScratchBytes } from '../resolve/index.ts';
import { HeldRows, heldBytes } from './held-rows.ts';
import { type ReadJob, sketchBits, tableKey } from './read-job.ts';
import { mentionBytes } from './mention-text.ts';
import type { SinkContext } from './sink-context.ts';

export interface OpenInput {
  input: number;
  source: ByteSource;
  window: ByteWindow;
  context: SinkContext;
}

/** Room for one value with its escapes off and as UTF-8. */
const decoderBytes = 4 << 20;
const scratchBytes = decoderBytes + gathererScratchBytes + heldBytes + mentionBytes;

export function layoutMemory(job: ReadJob): WindowLayout {
  return layoutWindow({ maxRowBytes: job.maxRowBytes, scratchBytes });
}

/** What of the context the thread itself answers for. */
export type ThreadContext = Pick<SinkContext, 'tables' | 'schemaOf' | 'publish'>;

export function openInput(
  job: ReadJob,
  input: number,
  kernel: Kernel,
  layout: WindowLayout,
  thread: ThreadContext,
  feed: (input: number) => void,
): OpenInput {
  const { path, bytes, streamed, charset } = job.inputs[input]!;
  if (streamed) {
    resetPipe(job.pipe);
    feed(input);
  }
  const source = counted(streamed ? openPipeSource(job.pipe) : limited(openFileSource(path), bytes), job);
  const decoder = createValueDecoder(kernel.bytes, {
    notation: plainNotation,
    charset,
    scratch: layout.scratch,
    scratchBytes: decoderBytes,
  });
  const gathererAt = layout.scratch + decoderBytes;
  const heldAt = gathererAt + gathererScratchBytes;
  const settled = job.settled
    ?.filter((entry) => entry.input === input)
    .map((entry) => [tableKey(entry), entry] as const);
  const today = new Date(job.today);
  const context: SinkContext = {
    ...thread,
    kernel,
    decoder,
    gatherer: createRowGatherer(
      kernel,
      gathererAt,
      decoder.decode,
      dayNumber(job.today),
      sketchAddresses(job),
    ),
    classify: (table) => classifyTable(table, { today }),
    held: new HeldRows(kernel, heldAt),
    mentionScratch: heldAt + heldBytes,
    buffers: [],
    input,
    settled: settled ? new Map(settled) : null,
  };
  return { input, source, window: new ByteWindow(kernel, layout, source, job.windowBytes), context };
}

/** `2016-11-10T…` as 20161110. */
function dayNumber(today: string): number {
  return Number(today.slice(0, 10).replaceAll('-', ''));
}

/** Threads may lose each other's bits here: it is a progress figure, no result. */
function sketchAddresses(job: ReadJob): (low: number) => void {
  const sketch = new Uint8Array(job.sketch);
  return (low) => {
    const bit = low & (sketchBits - 1);
    sketch[bit >> 3]! |= 1 << (bit & 7);
  };
}

function limited(source: ByteSource, bytes: number): ByteSource {
  return {
    read: (offset, target, at, length) =>
      offset >= bytes ? 0 : source.read(offset, target, at, Math.min(length, bytes - offset)),
    close: () => source.close(),
  };
}

function counted(source: ByteSource, job: ReadJob): ByteSource {
  const numbers = new Float64Array(job.numbers);
  const place = job.stretches.input.length + job.worker;
  return {
    read(offset, target, at, length) {
      const count = source.read(offset, target, at, length);
      numbers[place]! += count;
      return count;
    },
    close: () => source.close(),
  };
}
