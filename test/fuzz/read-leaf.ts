/*
 * A leaf read as the pipeline reads it: whole, then in stretches that go on where the last one stopped, then from
 * guessed places. In: its bytes and plan. Out: faults: what was told twice, out of order, outside of memory, or
 * never, and where stretches tell something else than the whole.
 */
import { loadKernel, type Kernel } from '../../src/kernel/index.ts';
import { ByteWindow, layoutWindow, type ByteSource } from '../../src/read/byte-window.ts';
import { createReader, isSplittable } from '../../src/read/create-reader.ts';
import type { ReaderPlan } from '../../src/read/reader-plan.ts';
import { checkedSink, nothingTold, type Told } from './checked-sink.ts';
import type { RandomSource } from './random-source.ts';
import type { WalkedLeaf } from './walk-file.ts';

/** Longest rows read whole: what is longer is met in small files too. Frames of records need all the room they may take. */
const rowLimits = [20_000, 1 << 20];
const recordLimit = 17 << 20;

const windows = [97, 4096, 1 << 20];

export function readLeaf(leaf: WalkedLeaf, random: RandomSource): Set<string> {
  const { plan } = leaf.head;
  const maxRowBytes = plan.kind === 'records' ? recordLimit : random.pick(rowLimits);
  const reading: Reading = { leaf, maxRowBytes, windowBytes: random.pick(windows) };
  const whole = read(reading, [Infinity]);
  if (plan.kind === 'records') return whole.faults;
  checkSigns(leaf, whole);
  if (isSplittable(plan)) {
    const step = 1 + random.below(leaf.bytes.length + 100);
    const stops = [step, 2 * step, 3 * step, Infinity];
    const inPieces = read({ ...reading, windowBytes: random.pick(windows) }, stops);
    for (const fault of inPieces.faults) whole.faults.add(`in stretches: ${fault}`);
    if (inPieces.places.join('\n') !== whole.places.join('\n'))
      whole.faults.add(
        `${plan.kind}: stretches tell other rows than the whole: ${firstDifference(inPieces, whole)}`,
      );
    else if (Buffer.compare(inPieces.covered, whole.covered) !== 0)
      whole.faults.add(`${plan.kind}: stretches pass over other bytes than the whole`);
    for (const fault of guess(reading, random)) whole.faults.add(`from a guess: ${fault}`);
  }
  return whole.faults;
}

interface Reading {
  leaf: WalkedLeaf;
  maxRowBytes: number;
  windowBytes: number;
}

function open({ leaf, maxRowBytes, windowBytes }: Reading, told: Told) {
  const layout = layoutWindow({ maxRowBytes, scratchBytes: 4 << 20 });
  const window = new ByteWindow(kernelOf(layout.memoryBytes), layout, sourceOf(leaf.bytes), windowBytes);
  const { plan, charset } = leaf.head;
  const placesAreBytes = plan.kind !== 'records';
  const mayBeRagged = plan.kind === 'json';
  const options = { charset, placesAreBytes, mayBeRagged };
  return () => createReader(plan, window, checkedSink(window, told, options));
}

/** Each stretch is read by a reader of its own, from where the one before stopped. */
function read(reading: Reading, stops: number[]): Told {
  const { bytes, head, isWhole } = reading.leaf;
  const told = nothingTold(bytes.length);
  const createOne = open(reading, told);
  let at = 0;
  let state = '';
  for (const stop of stops) {
    if (at >= stop) continue;
    const reader = createOne();
    const end = reader.read(at, stop, state);
    if (!(end >= at)) told.faults.add('reading that goes back');
    at = end;
    state = reader.state;
  }
  if (head.plan.kind === 'records' ? isWhole && at !== bytes.length : at < bytes.length)
    told.faults.add(`${head.plan.kind}: reading that stops before the end`);
  return told;
}

/** From anywhere: what is found there may be wrong, and is thrown away, but it has to come to an end. */
function guess(reading: Reading, random: RandomSource): Set<string> {
  const { length } = reading.leaf.bytes;
  const told = nothingTold(length);
  const reader = open(reading, told)();
  const from = random.below(length + 1);
  const to = Math.min(length, from + random.below(length + 1));
  const begin = reader.findStart(from, to, '');
  if (begin < from || begin > to) told.faults.add('a beginning outside of the stretch');
  else if (begin < to && reader.read(begin, to, '') < begin) told.faults.add('reading that goes back');
  return told.faults;
}

const AT = 0x40;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;

/** No @ sign is lost: an address stands in a row, in running text, or in what was skipped, and is searched for there. */
function checkSigns({ bytes, head, isWhole }: WalkedLeaf, told: Told): void {
  if (!isWhole) return;
  for (let p = bytes.indexOf(AT); p >= 0; p = bytes.indexOf(AT, p + 1)) {
    if (told.covered[p] === 1 || isMeant(head.plan, bytes, p, told)) continue;
    const around = bytes.subarray(Math.max(0, p - 60), p + 40).toString('latin1');
    told.faults.add(`${head.plan.kind}: an @ sign nobody is told of: ${JSON.stringify(around)}`);
    return;
  }
}

/** Statements that hold no rows, names of columns. */
function isMeant(plan: ReaderPlan, bytes: Buffer, at: number, told: Told): boolean {
  if (plan.kind === 'sql') {
    let from = at;
    while (from > 0 && told.covered[from - 1] === 0) from--;
    return noRows.test(bytes.toString('latin1', from, at + 1));
  }
  // no address has a backslash before its sign
  if (plan.kind === 'json')
    return bytes[at - 1] === BACKSLASH || keyOfTable.test(bytes.toString('latin1', at, at + 300));
  if (plan.kind === 'csv' || plan.kind === 'fixed') return bytes.indexOf(NEWLINE) > at;
  return false;
}

/** How what holds no rows begins: comments, commands to the program that runs the script, and statements. */
const noRows =
  /^[\0-\u0020,;()]*(?:--|\/\*|#|@|\\|(?:alter|analyze|begin|call|change|comment|commit|connect|create|declare|define|delimiter|do|drop|end|exec|execute|flush|go|grant|if|insert|into|lock|pragma|print|prompt|quit|rem|remark|rename|replace|reset|revoke|rollback|select|set|show|spool|start|terminate|truncate|unlock|update|use|values|whenever)\b)/iu;

/** In a document of several tables a key names one. */
const keyOfTable = /^[^"]*"\s*:/u;

function firstDifference(a: Told, b: Told): string {
  const at = a.places.findIndex((place, i) => place !== b.places[i]);
  const i = at < 0 ? a.places.length : at;
  return `${a.places[i] ?? 'nothing'} / ${b.places[i] ?? 'nothing'}`.slice(0, 200);
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    read(offset, target, at, length) {
      const part = bytes.subarray(offset, offset + length);
      target.set(part, at);
      return part.length;
    },
    close() {},
  };
}

const kernels = new Map<number, Kernel>();

function kernelOf(memoryBytes: number): Kernel {
  const kernel = kernels.get(memoryBytes) ?? loadKernel({ memoryBytes });
  kernels.set(memoryBytes, kernel);
  return kernel;
}
