/*
 * Watches over the process that reads damaged files: one that hangs, crashes or takes too much memory is a finding
 * of the case it was at, and the cases after it are read by another one.
 * In: a seed, formats, how many cases. Out: what was found, each with the numbers that show it again.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FuzzJob, FuzzMessage } from './fuzz-job.ts';

/** A case takes milliseconds; the slowest, a PDF on a busy machine, some seconds. */
const hungAfterMs = 30_000;

/** Of the whole process, after thousands of cases: the programs for archives and PDF take most of it. */
export const maxResidentBytes = 1_000 * 2 ** 20;

/** After so many the rest is not tried: something is wrong with everything. */
const maxLosses = 20;

export interface Finding {
  seed: number;
  format: string;
  number: number;
  fault: string;
}

export interface FuzzRun {
  findings: Finding[];
  /** Cases read, by format. */
  cases: Map<string, number>;
  residentBytes: number;
}

export interface FuzzOptions extends Omit<FuzzJob, 'passed' | 'folder'> {
  /** Stops before the next case. */
  signal?: AbortSignal;
}

export async function runFuzz({ signal, ...job }: FuzzOptions): Promise<FuzzRun> {
  const run: FuzzRun = { findings: [], cases: new Map(), residentBytes: 0 };
  const passed: string[] = [];
  using folder = mkdtempDisposableSync(join(tmpdir(), 'tocsin-fuzz-'));
  let { from } = job;
  for (let losses = 0; losses < maxLosses; losses++) {
    const lost = await runProcess({ ...job, from, passed, folder: folder.path }, run, signal);
    if (lost === null || signal?.aborted) return run;
    run.findings.push({ seed: job.seed, ...lost });
    passed.push(`${lost.format} ${lost.number}`);
    from = lost.number;
  }
  return run;
}

type Lost = Omit<Finding, 'seed'>;

/** The case that ended the process, or null where all went well. */
async function runProcess(job: FuzzJob, run: FuzzRun, signal: AbortSignal | undefined): Promise<Lost | null> {
  const entry = fileURLToPath(new URL('./fuzz-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', entry, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<string>((resolve) => {
    child.on('close', (exit, ended) => resolve(ended ?? `exit ${exit}`));
  });
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  let at: { format: string; number: number } = { format: 'no format', number: 0 };
  let isDone = false;
  let isHung = false;
  let watch: NodeJS.Timeout | undefined;
  const waitForNext = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      isHung = true;
      kill();
    }, hungAfterMs);
  };
  const printed = lastPrinted(child);
  waitForNext();
  for await (const line of createInterface({ input: child.stdout })) {
    const message = messageOf(line);
    if (!message) continue;
    if (message.kind === 'case') {
      waitForNext();
      at = message;
      run.cases.set(at.format, (run.cases.get(at.format) ?? 0) + 1);
    } else if (message.kind === 'fault') {
      const { format, number, fault } = message;
      run.findings.push({ seed: job.seed, format, number, fault });
    } else if (message.kind === 'done') {
      isDone = true;
      run.residentBytes = Math.max(run.residentBytes, message.residentBytes);
    }
  }
  const ended = await closed;
  clearTimeout(watch);
  signal?.removeEventListener('abort', kill);
  if (isDone) return null;
  const fault = isHung
    ? `hangs: nothing came of it for ${hungAfterMs / 1000} seconds`
    : `ends the process: ${ended} ${printed()}`;
  return { format: at.format, number: at.number, fault };
}

/** Libraries print as well. */
function messageOf(line: string): FuzzMessage | null {
  if (!line.startsWith('{"kind":')) return null;
  return JSON.parse(line) as FuzzMessage;
}

function lastPrinted(child: ChildProcessByStdio<null, Readable, Readable>): () => string {
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text = `${text}${chunk.toString()}`.slice(-2000)));
  return () => text.trim();
}
