// A thread that does one thing at a time within a time limit: the libraries that read documents and images
// cannot be interrupted, so a thread that takes too long is ended and the next call starts another.
// In: requests a thread script answers with a `ThreadReply`. Out: the answer, or `ThreadLost`.

import { Worker } from 'node:worker_threads';

export type ThreadReply = { answer: unknown } | { fault: ThreadFault };

/** `absent`: a package is not installed; `crashed`: the library failed and its memory cannot be trusted any more. */
export type ThreadFault = 'absent' | 'crashed';

/** The call had no answer: it took too long, the thread ended, or its library failed or is not there. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
  readonly reason: ThreadFault | 'slow';
  constructor(reason: ThreadFault | 'slow') {
    super(reason === 'slow' ? 'took too long' : reason);
    this.reason = reason;
  }
}

/** What JavaScript a thread may hold; the libraries' own memory has limits of its own (`limitMemory`). */
const oldGenerationMegabytes = 512;

export interface LimitedThread {
  /** Counts the threads started so far; what an earlier one held is gone. */
  readonly generation: number;
  /** One at a time; `transfer` names buffers of the request that are given away. */
  call(request: unknown, limitMs: number, transfer?: ArrayBuffer[]): Promise<unknown>;
  end(): Promise<void>;
}

export function createLimitedThread(script: URL): LimitedThread {
  let worker: Worker | undefined;
  let generation = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    generation += 1;
    const started = new Worker(script, {
      execArgv: [], // what the process was started with need not fit a thread
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: oldGenerationMegabytes },
    });
    // what libraries print may hold what they read; unread output would also keep the process alive
    started.stdout.destroy();
    started.stderr.destroy();
    started.on('error', () => {}); // told by `exit`, which follows
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  };

  const end = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };

  const run = async (request: unknown, limitMs: number, transfer: ArrayBuffer[]): Promise<unknown> => {
    worker ??= start();
    const reply = await replyOf(worker, request, limitMs, transfer);
    if (typeof reply === 'object' && 'answer' in reply) return reply.answer;
    await end();
    throw new ThreadLost(typeof reply === 'object' ? reply.fault : reply);
  };

  return {
    get generation() {
      return worker ? generation : generation + 1;
    },
    call(request, limitMs, transfer = []) {
      const answer = queue.then(() => run(request, limitMs, transfer));
      queue = answer.catch(() => {});
      return answer;
    },
    end,
  };
}

/** A waiting thread keeps the process alive, an idle one does not. */
function replyOf(
  worker: Worker,
  request: unknown,
  limitMs: number,
  transfer: ArrayBuffer[],
): Promise<ThreadReply | 'slow' | 'crashed'> {
  return new Promise((resolve) => {
    const finish = (reply: ThreadReply | 'slow' | 'crashed') => {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('exit', crashed);
      worker.unref();
      resolve(reply);
    };
    const crashed = () => finish('crashed');
    const timer = setTimeout(finish, limitMs, 'slow');
    worker.ref();
    worker.on('message', finish);
    worker.on('exit', crashed);
    worker.postMessage(request, transfer);
  });
}
