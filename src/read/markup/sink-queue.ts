// What a parser finds while it goes through a piece of its file, handed over afterwards, in the same order
// and no faster than the sink takes it: parsers call at once, sinks make one wait.
// A queue is emptied after each piece, so it never holds more than one piece can give.

import type { Member, RecordTable, RecordValue, UnpackSink } from '../unpack/unpack-sink.ts';

export interface SinkQueue extends Omit<UnpackSink, 'member' | 'drained'> {
  member(member: Member): void;
  /** `count` records with the same values, at offsets that follow one another. */
  repeat(offset: number, values: readonly RecordValue[], count: number): void;
  /** Hands over everything. */
  flush(): Promise<void>;
}

/** Calls between two waits for the sink. */
const callsPerWait = 256;

/** A row of a few bytes may name the last of 16,000 columns: so many empty cells are handed over, then their rows are text. */
const maxPadding = 8 << 20;
const sparseColumns = 1024;
const sparseShare = 0.01;

export function createSinkQueue(sink: UnpackSink): SinkQueue {
  let calls: (() => Promise<void> | undefined)[] = [];
  let last = 0;
  let padding = 0;
  /** A sink is promised that offsets ascend; an element tells where it begins only when it ends. */
  const ascending = (offset: number, count = 1): number => {
    const at = Math.max(last, offset);
    last = at + count - 1;
    return at;
  };
  const later = (call: () => void): void => {
    calls.push(() => {
      call();
      return undefined;
    });
  };
  return {
    unread: (path, sizeBytes, reason) => later(() => sink.unread(path, sizeBytes, reason)),
    table: (table: RecordTable) => later(() => sink.table(table)),
    record(offset, values) {
      if (!isSparse(values)) return later(() => sink.record(ascending(offset), values));
      padding += values.length;
      if (padding <= maxPadding) return later(() => sink.record(ascending(offset), values));
      const line = values.filter((value) => value !== null).join('\t');
      later(() =>
        sink.skipped(ascending(offset), line.length, 'a row of more empty cells than tables have', line),
      );
    },
    text: (offset, text) => later(() => sink.text(ascending(offset), text)),
    skipped: (offset, bytes, reason, text) =>
      later(() => sink.skipped(ascending(offset), bytes, reason, text)),
    member: (member) => void calls.push(() => sink.member(member)),
    repeat: (offset, values, count) =>
      void calls.push(() => repeatRecord(sink, ascending(offset, count), values, count)),
    async flush() {
      const taken = calls;
      calls = [];
      for (const [i, call] of taken.entries()) {
        const waited = call();
        if (waited !== undefined) await waited;
        if (i % callsPerWait === callsPerWait - 1) await sink.drained();
      }
      if (taken.length > 0) await sink.drained();
    },
  };
}

async function repeatRecord(
  sink: UnpackSink,
  offset: number,
  values: readonly RecordValue[],
  count: number,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    sink.record(offset + i, values);
    if (i % callsPerWait === callsPerWait - 1) await sink.drained();
  }
}

function isSparse(values: readonly RecordValue[]): boolean {
  if (values.length < sparseColumns) return false;
  const filled = values.reduce((count, value) => (value === null ? count : count + 1), 0);
  return filled < values.length * sparseShare;
}
