/*
 * An instance of its own for one test file, and the command run on it as a user runs it.
 */
import { join } from 'node:path';
import { type Ran, runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

export interface TestInstance {
  folder: string;
  home: string;
  /** Throws where it does not exit with 0; its standard output. */
  run: (...args: string[]) => Promise<string>;
  /** The same, as JSON. */
  json: (...args: string[]) => Promise<Record<string, unknown>>;
  /** However it ends. */
  attempt: (args: string[], given?: { env?: Record<string, string>; input?: string }) => Promise<Ran>;
  start: (...args: string[]) => ReturnType<typeof startTocsin>;
}

/** To be called at the top of a test file. */
export function testInstance(): TestInstance {
  const folder = scratchFolder();
  const home = join(folder, 'home');
  const env = { TOCSIN_HOME: home, XDG_STATE_HOME: join(folder, 'state') };
  const attempt: TestInstance['attempt'] = (args, given = {}) =>
    runTocsin(args, folder, { ...given, env: { ...env, ...given.env } });
  const run = async (...args: string[]) => {
    const { exit, stdout, stderr } = await attempt(args);
    if (exit !== 0) throw new Error(`tocsin ${args.join(' ')} ended with ${exit}: ${stderr}`);
    return stdout;
  };
  return {
    folder,
    home,
    run,
    json: async (...args) => JSON.parse(await run(...args, '--json')) as Record<string, unknown>,
    attempt,
    start: (...args) => startTocsin(args, folder, { env }),
  };
}
