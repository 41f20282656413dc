// Reads a custody log once from front to end and computes all its hashes again, in two ways: from the entries, and from
// the leaf hashes that rest. The root that was signed says which of the two is right, and so where the fault lies.
// In: the files and the checkpoint's word. Out: roots, and each fault with its byte. Keeps a few faults, counts all.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { changedByte, changedLineFeed } from './changed-byte.ts';
import type { TreeHead } from './checkpoint.ts';
import type { CustodyFiles } from './custody-files.ts';
import { createFaultList, type CustodyProblem, type FaultList } from './custody-problem.ts';
import { readLines } from './entry-file.ts';
import { createTower } from './hash-tower.ts';
import { hashBytes, leafHash, restingCount, restingPlace, treeRoot } from './merkle.ts';
import { type DamagedLines, numberedLines, type Stretch } from './numbered-lines.ts';
import { openRestingHashes, type RestingHashes } from './resting-hashes.ts';

export interface Replay {
  size: number;
  root: Buffer;
  /** For the sizes asked for that were reached. */
  rootsAt: Map<number, Buffer>;
  problems: CustodyProblem[];
  remarks: string[];
}

/** `head`: null where no checkpoint can be trusted; then all lines count. */
export function replayLog(files: CustodyFiles, head: TreeHead | null, sizes: readonly number[]): Replay {
  using resting = openRestingHashes(files.hashes);
  using entries = openEntries(files.entries);
  const size = head?.size ?? countEntries(entries.file);
  const run = createRun(resting, entries.file, sizes);
  const lines = entries.file === null ? [] : readLines(entries.file);
  const stretches = numberedLines(lines, size, (number) => resting.at(restingPlace(0, number)));
  let next = stretches.next();
  for (; !next.done; next = stretches.next()) run.take(next.value);
  const { root, rootsAt, problems } = run.judged(head);
  const tail = tailFaults(entries.file, resting, size, next.value, head !== null);
  return { size, root, rootsAt, problems: [...problems, ...tail.problems], remarks: tail.remarks };
}

interface Run {
  take(stretch: Stretch): void;
  judged(head: TreeHead | null): Pick<Replay, 'root' | 'rootsAt' | 'problems'>;
}

type DamagedStretch = Extract<Stretch, { fits: false }>;

function createRun(resting: RestingHashes, entries: number | null, sizes: readonly number[]): Run {
  const towers = { entries: createTower(), hashes: createTower() };
  const roots = { entries: new Map<number, Buffer>(), hashes: new Map<number, Buffer>() };
  const stretches = createFaultList<DamagedStretch>();
  /** Of lines that are wrong only if the hashes are right. */
  const undecided = createFaultList<DamagedStretch>();
  const faults = { entries: createFaultList<number>(), hashes: createFaultList<number>() };

  const ended = new Set<FaultList<number>>();

  function add(number: number, byEntry: Buffer, byHash: Buffer): void {
    const place = restingPlace(0, number);
    for (const [i, hash] of towers.entries.add(byEntry).entries()) compare(faults.entries, place + i, hash);
    for (const [i, hash] of towers.hashes.add(byHash).entries())
      if (i > 0) compare(faults.hashes, place + i, hash);
    if (!sizes.includes(number + 1)) return;
    roots.entries.set(number + 1, towers.entries.root());
    roots.hashes.set(number + 1, towers.hashes.root());
  }

  function compare(list: FaultList<number>, place: number, hash: Buffer): void {
    const found = resting.at(place);
    if (found?.equals(hash)) return;
    if (found !== null) list.add(place * hashBytes + hash.findIndex((byte, i) => byte !== found[i]));
    // where the file ends, it lacks all that follow
    else if (!ended.has(list)) list.add(resting.sizeBytes);
    if (found === null) ended.add(list);
  }

  return {
    take(stretch) {
      if (stretch.fits) {
        add(stretch.number, stretch.leaf, resting.at(restingPlace(0, stretch.number)) ?? stretch.leaf);
        return;
      }
      const { from, to, damaged } = stretch;
      const isOneLine = to === from + 1 && damaged?.lines === 1 && damaged.number === from;
      (isOneLine ? undecided : stretches).add(stretch);
      for (let number = from; number < to; number++) {
        const hash = resting.at(restingPlace(0, number)) ?? Buffer.alloc(hashBytes);
        add(number, isOneLine ? leafHash(damaged.bytes) : hash, hash);
      }
    },
    judged(head) {
      const isRight = {
        entries: head ? towers.entries.root().equals(head.root) : faults.entries.count() === 0,
        hashes: head ? towers.hashes.root().equals(head.root) : faults.hashes.count() === 0,
      };
      const side = isRight.entries || !isRight.hashes ? 'entries' : 'hashes';
      roots[side].set(
        0,
        treeRoot(0, () => Buffer.of()),
      );
      const wrongLines = isRight.entries ? [stretches] : [stretches, undecided];
      const wrongHashes = isRight.entries ? faults.entries : faults.hashes;
      return {
        root: towers[side].root(),
        rootsAt: roots[side],
        problems: [
          ...wrongLines.flatMap((list) => told(list, (fault) => entryProblem(fault, resting, entries))),
          ...told(wrongHashes, (byte) => hashProblem(byte, resting)),
        ],
      };
    },
  };
}

function told<Fault>(list: FaultList<Fault>, tell: (fault: Fault) => CustodyProblem): CustodyProblem[] {
  const more = list.count() - list.kept.length;
  const problems = list.kept.map(tell);
  if (more > 0) problems.push({ ...problems.at(-1)!, what: `and ${more} more places behind this one` });
  return problems;
}

function hashProblem(byte: number, { sizeBytes }: RestingHashes): CustodyProblem {
  if (byte >= sizeBytes)
    return { place: `hashes, byte ${sizeBytes}`, what: 'the file ends before its last hash: it was cut' };
  return {
    place: `hashes, hash ${Math.floor(byte / hashBytes)}, byte ${byte}`,
    what: 'the hash is not that of the entries below it: it was changed',
  };
}

function entryProblem(
  { from, to, damaged, at }: DamagedStretch,
  resting: RestingHashes,
  file: number | null,
): CustodyProblem {
  const numbers = to - from === 1 ? `entry ${from}` : `entries ${from} to ${to - 1}`;
  if (damaged === null)
    return {
      place: `entries, ${numbers}, byte ${at}`,
      what: 'missing: they were taken out, or the file was cut',
    };
  const byte = changedAt(damaged, from, to, resting, file);
  if (byte !== null)
    return {
      place: `entries, entry ${from}, byte ${damaged.begin + byte}`,
      what: 'this byte was changed: with another one the entry is as it was signed',
    };
  const range = `byte ${damaged.begin} to ${damaged.end}`;
  if (from === to) return { place: `entries, ${range}`, what: 'what stands here is no entry of this log' };
  return { place: `entries, ${numbers}, ${range}`, what: 'not as it was signed: it was changed' };
}

/** Long enough for an entry with all it may hold in clear; tried out is less. */
const maxTriedBytes = 8192;

function changedAt(
  { begin, end }: DamagedLines,
  from: number,
  to: number,
  resting: RestingHashes,
  file: number | null,
): number | null {
  if (file === null || end - begin > maxTriedBytes) return null;
  const bytes = Buffer.alloc(end - begin);
  readSync(file, bytes, 0, bytes.length, begin);
  const [first, second] = [from, from + 1].map((number) => resting.at(restingPlace(0, number)));
  if (!first) return null;
  if (to - from === 1) {
    // the line feed of the last entry: nothing stands behind it
    const isFeed = leafHash(bytes.subarray(0, -1)).equals(first);
    return isFeed ? bytes.length - 1 : changedByte(bytes, first);
  }
  return to - from === 2 && second ? changedLineFeed(bytes, first, second) : null;
}

/** Behind the last acknowledged entry one may lie that was being written when its process was killed. */
function tailFaults(
  file: number | null,
  resting: RestingHashes,
  size: number,
  begin: number,
  hasHead: boolean,
): Pick<Replay, 'problems' | 'remarks'> {
  const end = file === null ? 0 : fstatSync(file).size;
  const problems: CustodyProblem[] = [];
  const remarks: string[] = [];
  if (file !== null && hasHead && end > begin) {
    let lines = 0;
    for (const _ of readLines(file, begin)) if (++lines > 1) break;
    if (lines > 1)
      problems.push({
        place: `entries, byte ${begin}`,
        what: 'there are entries behind the checkpoint: it was put back to an older one',
      });
    else
      remarks.push(
        `bytes ${begin} to ${end} of entries: an entry that was stopped while it was written and acknowledged to nobody; the next one takes its place`,
      );
  }
  if (resting.sizeBytes > restingCount(size + 1) * hashBytes)
    problems.push({
      place: `hashes, byte ${restingCount(size) * hashBytes}`,
      what: 'there are hashes behind those of the last entry',
    });
  return { problems, remarks };
}

/** Without a checkpoint there is nothing better to go by. */
function countEntries(file: number | null): number {
  let lines = 0;
  if (file !== null) for (const line of readLines(file)) if (line.isWhole) lines++;
  return lines;
}

function openEntries(path: string): { file: number | null; [Symbol.dispose](): void } {
  try {
    const file = openSync(path, 'r');
    return { file, [Symbol.dispose]: () => closeSync(file) };
  } catch {
    return { file: null, [Symbol.dispose]: () => {} };
  }
}
