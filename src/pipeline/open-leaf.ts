// One leaf, opened for reading by a thread: a window over its bytes, and what its rows go through.

import type { Kernel } from '../kernel/index.ts';
import {
  type ByteSource,
  ByteWindow,
  createValueDecoder,
  layoutWindow,
  plainNotation,
  type ReaderPlan,
  type WindowLayout,
} from '../read/index.ts';
import { classifyTable } from '../recognise/index.ts';
import { createRowGatherer, gathererScratchBytes } from '../resolve/index.ts';
import { documentBytes } from './document-taker.ts';
import { HeldRows, heldBytes } from './held-rows.ts';
import { mentionBytes } from './mention-text.ts';
import { nestedBytes } from './nested-rows.ts';
import { type ReadJob, sketchBits, tableKey } from './read-job.ts';
import type { SinkContext } from './sink-context.ts';

export interface OpenLeaf {
  leaf: string;
  source: ByteSource;
  window: ByteWindow;
  context: SinkContext;
}

/** What is opened: where its bytes come from and how they are read. */
export interface LeafToOpen {
  leaf: string;
  /** The place of its input among the inputs, and the path of that one. */
  input: number;
  inputPath: string;
  plan: ReaderPlan;
  charset: string;
  source: ByteSource;
}

/** Room for one value with its escapes off and as UTF-8. */
const decoderBytes = 4 << 20;
const scratchBytes =
  decoderBytes + gathererScratchBytes + heldBytes + mentionBytes + documentBytes + nestedBytes;

export function layoutMemory(job: ReadJob): WindowLayout {
  return layoutWindow({ maxRowBytes: job.maxRowBytes, scratchBytes });
}

/** What of the context the thread itself answers for. */
export type ThreadContext = Pick<SinkContext, 'tables' | 'schemaOf' | 'knows' | 'publish' | 'values'>;

/** What all leaves that a thread reads go through, one after the other: made once, as leaves may be many and small. */
export type LentContext = Omit<SinkContext, 'leaf' | 'rankSeed' | 'plan'>;

export function lendContext(
  job: ReadJob,
  kernel: Kernel,
  layout: WindowLayout,
  thread: ThreadContext,
): LentContext {
  const decoder = createValueDecoder(kernel.bytes, {
    notation: plainNotation,
    charset: 'utf8',
    scratch: layout.scratch,
    scratchBytes: decoderBytes,
  });
  const gathererAt = layout.scratch + decoderBytes;
  const heldAt = gathererAt + gathererScratchBytes;
  const mentionScratch = heldAt + heldBytes;
  const nestedScratch = mentionScratch + mentionBytes + documentBytes;
  const decode = decoder.decode;
  // what was unpacked has no escapes left
  decoder.decode = (from, to, decoded) => {
    if (from < nestedScratch || from >= nestedScratch + nestedBytes) return decode(from, to, decoded);
    decoded.start = from;
    decoded.end = to;
    return to > from;
  };
  const today = new Date(job.today);
  return {
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
    mentionScratch,
    documentScratch: mentionScratch + mentionBytes,
    nestedScratch,
    buffers: [],
    settled: settledOf(job),
    today,
  };
}

export function openLeaf(
  job: ReadJob,
  { leaf, input, inputPath, plan, charset, source }: LeafToOpen,
  layout: WindowLayout,
  lent: LentContext,
): OpenLeaf {
  lent.decoder.charset = charset;
  const rankSeed = rankSeedOf(`${input}${leaf.slice(inputPath.length)}`);
  const window = new ByteWindow(lent.kernel, layout, source, job.windowBytes);
  return { leaf, source, window, context: { ...lent, leaf, rankSeed, plan } };
}

/** Plans settled by an earlier pass, by table. */
function settledOf(job: ReadJob): SinkContext['settled'] {
  return job.settled ? new Map(job.settled.map((entry) => [tableKey(entry), entry])) : null;
}

/** `2016-11-10T…` as 20161110. */
function dayNumber(today: string): number {
  return Number(today.slice(0, 10).replaceAll('-', ''));
}

/** FNV-1a: rows are ranked the same way in every run, whichever thread reads them and wherever the input lies. */
function rankSeedOf(leaf: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < leaf.length; i++) hash = Math.imul(hash ^ leaf.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Threads may lose each other's bits here: it is a progress figure, no result. */
function sketchAddresses(job: ReadJob): (low: number) => void {
  const sketch = new Uint8Array(job.sketch);
  return (low) => {
    const bit = low & (sketchBits - 1);
    sketch[bit >> 3]! |= 1 << (bit & 7);
  };
}
