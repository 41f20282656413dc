// Runs one whole process and says what it took: time on the wall from start to exit, processor time, memory.
// In: a command with its arguments. Out: figures. Processor time and memory come from GNU time, where it is.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Command {
  program: string;
  args: string[];
  cwd?: string;
  /** Files that stand in for standard input and output; without them nothing is read and all is thrown away. */
  stdin?: string;
  stdout?: string;
}

export interface Ran {
  seconds: number;
  /** Null where GNU time is missing. */
  userSeconds: number | null;
  systemSeconds: number | null;
  /** Most memory held at one time by one process of the command. */
  peakBytes: number | null;
}

const gnuTime = '/usr/bin/time';

/** Throws when the command cannot be started or does not end with 0, with the last it said on stderr. */
export async function runProcess(command: Command): Promise<Ran> {
  const timing = existsSync(gnuTime) ? join(tmpdir(), `tocsin-bench-${process.pid}.time`) : null;
  const stdin = openSync(command.stdin ?? '/dev/null', 'r');
  const stdout = openSync(command.stdout ?? '/dev/null', 'w');
  try {
    const seconds = await secondsOf(command, timing, stdin, stdout);
    if (timing === null) return { seconds, userSeconds: null, systemSeconds: null, peakBytes: null };
    const [user, system, peakKilobytes] = readFileSync(timing, 'utf8').trim().split(' ').map(Number);
    return { seconds, userSeconds: user!, systemSeconds: system!, peakBytes: peakKilobytes! * 1024 };
  } finally {
    closeSync(stdin);
    closeSync(stdout);
    if (timing !== null) rmSync(timing, { force: true });
  }
}

function secondsOf(command: Command, timing: string | null, stdin: number, stdout: number): Promise<number> {
  const own = [command.program, ...command.args];
  const [program, ...args] = timing === null ? own : [gnuTime, '-q', '-f', '%U %S %M', '-o', timing, ...own];
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program!, args, {
      stdio: [stdin, stdout, 'pipe'],
      ...(command.cwd ? { cwd: command.cwd } : {}),
    });
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (code === 0) resolve(seconds);
      else reject(new Error(`${command.program} ended with ${code ?? signal}: ${said.trim()}`));
    });
  });
}

/** Where a program lies on the path, or null. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
