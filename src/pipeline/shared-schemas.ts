// What the reading threads tell one another of tables: a stretch may hold rows of a table that is created
// in a stretch another thread has. In: schemas as they are read. Out: the schema of a table, once it is
// known, or that there is none. A thread waits only for stretches before its own, so none waits for ever.

import { receiveMessageOnPort } from 'node:worker_threads';
import type { TableSchema } from '../read/index.ts';
import { control, type InputSchema, type ReadJob, stretchState } from './read-job.ts';

/** Longest wait for another thread between two looks at the shared state, ms; a lost wake-up costs no more. */
const waitMs = 20;

export class SharedSchemas {
  #job: ReadJob;
  #words: Int32Array;
  #known = new Map<string, TableSchema | null>();

  constructor(job: ReadJob) {
    this.#job = job;
    this.#words = new Int32Array(job.control);
    for (const entry of job.schemas) this.#learn(entry);
  }

  tell(entry: InputSchema): void {
    this.#learn(entry);
    for (const port of this.#job.others) port.postMessage(entry);
    this.wake();
  }

  /** The schema of a table of the input of `stretch`; waits while a stretch before it could still state it. */
  schemaOf(stretch: number, table: string): TableSchema | undefined {
    const input = this.#job.stretches.input[stretch]!;
    const key = keyOf(input, table);
    for (;;) {
      const seen = this.seen();
      const allRead = this.#areEarlierRead(stretch, input);
      this.#hearOthers();
      const known = this.#known.get(key);
      if (known !== undefined) return known ?? undefined;
      if (allRead) {
        this.tell({ input, table, schema: null });
        return undefined;
      }
      this.wait(seen);
    }
  }

  /** Tells all threads that something has changed. */
  wake(): void {
    Atomics.add(this.#words, control.wake, 1);
    Atomics.notify(this.#words, control.wake);
  }

  /** A mark for `wait`: taken before looking at the shared state, it makes a change in between end the wait. */
  seen(): number {
    return Atomics.load(this.#words, control.wake);
  }

  wait(seen: number): void {
    Atomics.wait(this.#words, control.wake, seen, waitMs);
  }

  close(): void {
    for (const port of this.#job.others) port.close();
  }

  #learn(entry: InputSchema): void {
    const key = keyOf(entry.input, entry.table);
    if (entry.schema !== null || !this.#known.has(key)) this.#known.set(key, entry.schema);
  }

  #hearOthers(): void {
    for (const port of this.#job.others) {
      for (let heard = receiveMessageOnPort(port); heard; heard = receiveMessageOnPort(port)) {
        this.#learn(heard.message as InputSchema);
      }
    }
  }

  #areEarlierRead(stretch: number, input: number): boolean {
    for (let s = stretch - 1; s >= 0 && this.#job.stretches.input[s] === input; s--) {
      if (Atomics.load(this.#words, control.stretches + s) === stretchState.open) return false;
    }
    return true;
  }
}

function keyOf(input: number, table: string): string {
  return `${input} ${table.toLowerCase()}`;
}
