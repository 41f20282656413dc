/*
 * The command as a user starts it: a process of its own, in a process group of its own, so that a test
 * can kill it and see that nothing of it is left.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ran {
  /** null when a signal ended it. */
  exit: number | null;
  stdout: string;
  stderr: string;
}

const command = fileURLToPath(new URL('../../src/cli/tocsin.ts', import.meta.url));

/** What a hung run is stopped after, on a machine with much else to do; it then shows `exit: null`. */
const hungAfterMs = 60_000;

/** Last: further variables of its environment, and what it reads from standard input. */
export function startTocsin(
  args: string[],
  cwd = '.',
  { env: variables = {}, input }: { env?: Record<string, string>; input?: string } = {},
): { child: ChildProcess; ended: Promise<Ran> } {
  const { COLUMNS: _, FORCE_COLOR: __, ...rest } = process.env;
  // nothing of a test belongs into the state of whoever runs it
  const env = { ...rest, XDG_STATE_HOME: join(tmpdir(), 'tocsin-test-state'), ...variables };
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const parts: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout!.on('data', (chunk: Buffer) => parts.stdout.push(chunk));
  child.stderr!.on('data', (chunk: Buffer) => parts.stderr.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), hungAfterMs);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      clearTimeout(timer);
      resolve({
        exit,
        stdout: Buffer.concat(parts.stdout).toString(),
        stderr: Buffer.concat(parts.stderr).toString(),
      });
    });
  });
  return { child, ended };
}

export function runTocsin(
  args: string[],
  cwd?: string,
  surroundings?: Parameters<typeof startTocsin>[2],
): Promise<Ran> {
  return startTocsin(args, cwd, surroundings).ended;
}
