// A thread's checkpoints: now and then everything it has read and confirmed, sealed, in the place of the one before.
// In: a result to keep. Out: a file. It takes at most a twentieth of the thread's time.

import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { WorkerResult } from '../read-job.ts';
import type { CheckpointJob } from './checkpoint-job.ts';
import { writeSealed } from './sealed-file.ts';

/** Time between two, as a multiple of what the last one took. */
const pauses = 20;

/** What is larger is not kept: V8 writes no larger buffer, and a crash then costs the whole reading. */
const maxWords = 400_000_000;

export class Checkpoint {
  #job: CheckpointJob;
  #next: number;

  constructor(job: CheckpointJob) {
    this.#job = job;
    this.#next = performance.now() + job.everyMs;
  }

  get isDue(): boolean {
    return performance.now() >= this.#next;
  }

  write(result: WorkerResult): void {
    const started = performance.now();
    const words = result.tables.reduce((sum, { part }) => sum + part.records.length, 0);
    if (words < maxWords)
      writeSealed(join(this.#job.folder, `read-${this.#job.name}`), this.#job.key, serialize(result));
    const ended = performance.now();
    this.#next = ended + Math.max(this.#job.everyMs, (ended - started) * pauses);
  }
}
