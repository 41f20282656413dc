// What one thread has read and confirmed, besides the tallies of its tables.

import type { LeafNote } from '../read/index.ts';
import type { LeafCounts, WorkerResult } from './read-job.ts';
import type { StretchResult } from './stretch-sink.ts';
import type { TableEntry } from './table-entry.ts';

export class WorkerTally {
  #result: WorkerResult = {
    kind: 'result',
    tables: [],
    schemas: [],
    skipped: [],
    textEmails: [],
    confirmed: [],
    leaves: [],
    finished: [],
    unpacked: { leaves: [], containers: [], unread: [] },
  };
  #leaf: LeafCounts | null = null;

  /** Takes what a stretch of `leaf` came to. */
  keep(leaf: string, found: StretchResult, tail: LeafCounts['tail']): void {
    for (const part of found.skipped) this.#result.skipped.push({ leaf, part });
    this.#result.schemas.push(...found.schemas);
    if (found.textEmails.length > 0) this.#result.textEmails.push(Uint32Array.from(found.textEmails));
    if (this.#leaf?.leaf !== leaf) {
      this.#leaf = { leaf, rows: 0, documents: 0, tail: null };
      this.#result.leaves.push(this.#leaf);
    }
    this.#leaf.rows += found.rows;
    this.#leaf.documents += found.documents;
    if (tail !== null) this.#leaf.tail = tail;
  }

  /** Takes what is said of an input that has to be unpacked. */
  hear(note: LeafNote): void {
    const { leaves, containers, unread } = this.#result.unpacked;
    if ('leaf' in note) leaves.push({ head: note.leaf, end: null });
    else if ('container' in note) containers.push(note.container);
    else if ('unread' in note) unread.push(note.unread);
    else if (leaves.length > 0) leaves.at(-1)!.end = note.end;
  }

  confirm(confirmed: WorkerResult['confirmed'][number]): void {
    this.#result.confirmed.push(confirmed);
  }

  /** The stretch of an unpacked input has been gone through. */
  finish(stretch: number): void {
    this.#result.finished.push(stretch);
  }

  /** All that the thread has confirmed so far. */
  result(tables: Map<string, TableEntry>): WorkerResult {
    const parts: WorkerResult['tables'] = [];
    for (const { name, source, tally } of tables.values())
      if (tally) parts.push({ ...name, source, part: tally.toPart() });
    return { ...this.#result, tables: parts };
  }
}
