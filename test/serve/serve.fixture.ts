/*
 * A real `tocsin serve`: a process of its own on a free port. It ends with the test file at the latest.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export interface StartedServe {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  child: ChildProcess;
  /** What it has said on stderr so far. */
  said: () => string;
  /** Sends the signal (SIGTERM) and waits; the exit code, null where a signal ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface StartServeOptions {
  home: string;
  /** Further flags, such as `['--smtp', url]`. */
  flags?: string[];
  env?: Record<string, string>;
}

const command = fileURLToPath(new URL('../../src/cli/tocsin.ts', import.meta.url));

/** Resolves when it answers; throws with its words where it ended instead. To be called within a test file. */
export async function startServe({ home, flags = [], env = {} }: StartServeOptions): Promise<StartedServe> {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', ...flags], {
    env: { ...process.env, TOCSIN_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (exit) => {
      running.delete(child);
      resolve(exit);
    }),
  );
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const line = /^tocsin serves (\S+)\n/u.exec(printed);
      if (line) resolve(line[1]!);
    });
    void ended.then((exit) => reject(new Error(`tocsin serve ended with ${exit}: ${said}`)));
  });
  return {
    url,
    child,
    said: () => said,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});
