// Runs the jobs of the register until it is stopped. In: an open register, and what to do for each kind. Out: nothing;
// jobs are gone when done, kept when they failed for good. Several processes may run at once. A job is done at least
// once: one whose process died, or could not say that it was done, is done again.

import {
  claimJobs,
  dueKinds,
  failJob,
  finishJob,
  type Job,
  keepLease,
  postponeJob,
  type RegisterDatabase,
  settleClock,
} from '../../store/register/index.ts';
import { type JobOutcome, retryDelayMs, thrownOutcome } from './job-outcome.ts';

export interface JobHandler {
  /** How many at a time in this process. */
  slots: number;
  /** The job is failed after that many attempts. */
  maxAttempts: number;
  /** What a job is about, for the operator: never a value. Its kind where left out. */
  about?: (job: Job) => string;
  /** Whatever it throws is a failed attempt. It may be called again for a job that it has done. */
  run: (job: Job, signal: AbortSignal) => Promise<JobOutcome>;
}

/** By kind of job, in the order in which they are looked for: what somebody waits for comes first. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface RunJobsOptions {
  /** When it fires, jobs that run are told, waited for, and given back. */
  signal: AbortSignal;
  now?: () => number;
  pollMs?: number;
  leaseMs?: number;
  /** How long jobs that do not heed the signal are waited for; then they fall back when their lease ends. */
  graceMs?: number;
  random?: () => number;
  /** Told what went wrong with a kind of job; never a value. */
  onTrouble?: (text: string) => void;
  /** After each attempt, for whoever counts them. */
  onEnded?: (kind: string, outcome: JobOutcome['state']) => void;
}

type Register = Pick<RegisterDatabase, 'engine' | 'rows' | 'secrets'>;

/** The clocks of processes that share a register may differ by this. */
const clockSlackMs = 120_000;

/** A wall clock that differs by more from the steady one was set. */
const stepMs = 5_000;

/** Resolves once stopped. The database may be gone for a while: it goes on when it is back. */
export async function runJobs(
  register: Register,
  handlers: JobHandlers,
  {
    signal,
    now = Date.now,
    pollMs = 500,
    leaseMs = 60_000,
    graceMs = 10_000,
    random = Math.random,
    onTrouble = () => {},
    onEnded = () => {},
  }: RunJobsOptions,
): Promise<void> {
  const running: Running = new Map();
  const work = { register, handlers, signal, now, leaseMs, random, onTrouble, onEnded };
  let offsetMs = Infinity;
  while (!signal.aborted) {
    let found = 0;
    try {
      const offset = now() - performance.now();
      if (Math.abs(offset - offsetMs) > stepMs) await settleClock(register, now(), clockSlackMs);
      offsetMs = offset;
      found = await startDue(work, running);
    } catch (error) {
      onTrouble(thrownOutcome(error).reason);
    }
    // with all hands full the end of any of them is the next moment to look
    const ends = [...running.values()].map(({ end }) => end);
    if (found === 0 || ends.length > 0) await firstOf(ends, pollMs, signal);
  }
  const left = Promise.all([...running.values()].map(({ end }) => end));
  await firstOf([left.then(() => {})], graceMs);
}

interface Work extends Required<Omit<RunJobsOptions, 'pollMs' | 'graceMs'>> {
  register: Register;
  handlers: JobHandlers;
}

/** By the number of the job. */
type Running = Map<number, { job: Job; end: Promise<void> }>;

async function startDue(work: Work, running: Running): Promise<number> {
  const { register, handlers, now, leaseMs, signal } = work;
  const free = (kind: string) =>
    handlers[kind]!.slots - [...running.values()].filter(({ job }) => job.kind === kind).length;
  const kinds = Object.keys(handlers).filter((kind) => free(kind) > 0);
  let found = 0;
  for (const kind of await dueKinds(register, kinds, now())) {
    if (signal.aborted) break;
    // a clock that was set forward ends the leases of those that still run here
    const except = [...running.keys()];
    for (const job of await claimJobs(register, { kind, limit: free(kind), now: now(), leaseMs, except })) {
      running.set(job.id, { job, end: runOne(work, job).finally(() => running.delete(job.id)) });
      found++;
    }
  }
  return found;
}

async function runOne(work: Work, job: Job): Promise<void> {
  const { register, handlers, signal, onTrouble, onEnded } = work;
  const about = handlers[job.kind]!.about?.(job) ?? job.kind;
  using lease = heldLease(work, job);
  try {
    const outcome = await outcomeOf(work, job);
    lease.release();
    if (outcome.state === 'done') await finishJob(register, job);
    else await settleUndone(work, job, outcome);
    onEnded(job.kind, outcome.state);
    if (outcome.state !== 'done' && !signal.aborted) onTrouble(`${about}: ${outcome.reason}`);
  } catch (error) {
    // what could not be written down falls back to all when the lease ends
    onTrouble(`${about}: ${thrownOutcome(error).reason}`);
  }
}

async function outcomeOf({ handlers, signal }: Work, job: Job): Promise<JobOutcome> {
  const { run, maxAttempts } = handlers[job.kind]!;
  // it has ended every process that began it
  if (job.attempts > maxAttempts) return { state: 'failed', reason: 'never came to an end' };
  try {
    return await run(job, signal);
  } catch (error) {
    return thrownOutcome(error);
  }
}

async function settleUndone(
  { register, handlers, signal, now, random }: Work,
  job: Job,
  outcome: Exclude<JobOutcome, { state: 'done' }>,
): Promise<void> {
  const { reason } = outcome;
  const at = now();
  if (signal.aborted && outcome.state === 'again')
    return postponeJob(register, job, { dueAt: at, now: at, reason: null, counts: false });
  if (outcome.state === 'failed' || job.attempts >= handlers[job.kind]!.maxAttempts)
    return failJob(register, job, reason);
  const delayMs = outcome.afterMs ?? retryDelayMs(job.attempts, random);
  return postponeJob(register, job, { dueAt: at + delayMs, now: at, reason, counts: true });
}

/** Lengthened while the job runs. */
function heldLease(
  { register, now, leaseMs }: Work,
  job: Job,
): { release(): void; [Symbol.dispose](): void } {
  const timer = setInterval(
    () => void keepLease(register, job, { now: now(), leaseMs }).catch(() => {}),
    leaseMs / 3,
  );
  const release = () => clearInterval(timer);
  return { release, [Symbol.dispose]: release };
}

/** Or the end of `ms`, or the signal. */
async function firstOf(ends: Promise<void>[], ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = () => resolve();
  const timer = setTimeout(wake, ms);
  signal?.addEventListener('abort', wake);
  await Promise.race([...ends, promise]);
  clearTimeout(timer);
  signal?.removeEventListener('abort', wake);
}
