// What the reading threads tell one another of tables: a stretch may hold rows of a table that is created
// in a stretch another thread has. In: schemas as they are read. Out: the schema of a table, once it is
// known, or that there is none. A thread waits only for stretches before its own, so none waits for ever.

import { receiveMessageOnPort } from 'node:worker_threads';
import type { TableSchema } from '../read/index.ts';
import {
  control,
  initialState,
  type InputSchema,
  type ReadJob,
  type StateSwitch,
  stretchState,
  tableKey,
  type TableName,
} from './read-job.ts';

/** Longest wait for another thread between two looks at the shared state, ms; a lost wake-up costs no more. */
const waitMs = 20;

export class SharedSchemas {
  #job: ReadJob;
  #words: Int32Array;
  #known = new Map<string, TableSchema | null>();
  #switches: StateSwitch[] = [];

  constructor(job: ReadJob) {
    this.#job = job;
    this.#words = new Int32Array(job.control);
    for (const entry of [...job.schemas, ...job.switches]) this.#learn(entry);
  }

  tell(entry: InputSchema | StateSwitch): void {
    this.#learn(entry);
    for (const port of this.#job.others) port.postMessage(entry);
    this.wake();
  }

  /** The schema of a table that `stretch` holds rows of; waits while a stretch before it could still state it. */
  schemaOf(stretch: number, name: TableName): TableSchema | undefined {
    const key = tableKey(name);
    for (;;) {
      const seen = this.seen();
      const allRead = this.#areEarlierRead(stretch);
      this.#hearOthers();
      const known = this.#known.get(key);
      if (known !== undefined) return known ?? undefined;
      if (allRead) {
        this.tell({ ...name, schema: null });
        return undefined;
      }
      this.wait(seen);
    }
  }

  /** Whether a schema of the table has come to this thread's ears. */
  knows(name: TableName): boolean {
    return this.#known.has(tableKey(name));
  }

  /** The state in which `stretch` begins, as far as the stretches before it are confirmed. */
  stateBefore(stretch: number): string {
    const { exact, states, input } = this.#job.stretches;
    if (exact[stretch]) return states.get(stretch) ?? initialState;
    this.#hearOthers();
    let last: StateSwitch | null = null;
    for (const entry of this.#switches) {
      const isBefore = entry.stretch < stretch && input[entry.stretch] === input[stretch];
      if (isBefore && (last === null || entry.stretch > last.stretch)) last = entry;
    }
    return last?.state ?? initialState;
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

  #learn(entry: InputSchema | StateSwitch): void {
    if ('stretch' in entry) {
      this.#switches.push(entry);
      return;
    }
    const key = tableKey(entry);
    if (entry.schema !== null || !this.#known.has(key)) this.#known.set(key, entry.schema);
  }

  #hearOthers(): void {
    for (const port of this.#job.others) {
      for (let heard = receiveMessageOnPort(port); heard; heard = receiveMessageOnPort(port)) {
        this.#learn(heard.message as InputSchema | StateSwitch);
      }
    }
  }

  #areEarlierRead(stretch: number): boolean {
    const { input } = this.#job.stretches;
    for (let s = stretch - 1; s >= 0 && input[s] === input[stretch]; s--) {
      if (Atomics.load(this.#words, control.stretches + s) === stretchState.open) return false;
    }
    return true;
  }
}
