// A thread's checkpoints: now and then everything it has read and confirmed, sealed, in the place of the one before.
// In: a result to keep. Out: a file, and one for each full page of records. It takes at most a twentieth of the
// thread's time.

import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { WorkerResult } from '../read-job.ts';
import type { CheckpointJob } from './checkpoint-job.ts';
import { PageKeeper } from './kept-pages.ts';
import { writeSealed } from './sealed-file.ts';

/** Time between two, as a multiple of what the last one took. */
const pauses = 20;

/** What is larger is not kept: V8 writes no larger buffer, and a crash then costs the whole reading. */
const maxWords = 400_000_000;

export class Checkpoint {
  #job: CheckpointJob;
  #next: number;
  #pages: PageKeeper;

  constructor(job: CheckpointJob) {
    this.#job = job;
    this.#pages = new PageKeeper(job);
    this.#next = performance.now() + job.everyMs;
  }

  get isDue(): boolean {
    return performance.now() >= this.#next;
  }

  write(result: WorkerResult): void {
    const started = performance.now();
    if (mentionedWords(result) < maxWords) {
      const kept = serialize(this.#pages.keep(result));
      writeSealed(join(this.#job.folder, `read-${this.#job.name}`), this.#job.key, kept);
    }
    const ended = performance.now();
    this.#next = ended + Math.max(this.#job.everyMs, (ended - started) * pauses);
  }
}

/** What may still be large: the hashes of what is found in texts. */
function mentionedWords({ tables, textEmails }: WorkerResult): number {
  const inTables = tables.flatMap(({ part }) => part.mentions.map(({ hashes }) => hashes.length));
  return [...inTables, ...textEmails.map((hashes) => hashes.length)].reduce((sum, words) => sum + words, 0);
}
