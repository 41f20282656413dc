/*
 * A source masked by the command, in a folder and an instance of its own: what it wrote, and what it said.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Ran, runTocsin } from '../examine/run-tocsin.fixture.ts';

export interface MaskedRun extends Ran {
  out: string;
  /** Null where there is none. */
  output: Buffer | null;
}

export interface Masker {
  folder: string;
  write: (name: string, content: string | Buffer) => string;
  run: (args: string[]) => Promise<Ran>;
  /** Under the key `staging` unless `args` name another. */
  mask: (input: string, plan: string | null, args?: string[]) => Promise<MaskedRun>;
}

export function createMasker(folder: string): Masker {
  const env = { TOCSIN_HOME: join(folder, 'home') };
  let runs = 0;
  const run = (args: string[]) => runTocsin(args, folder, { env });
  const write = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    write,
    run,
    async mask(input, plan, args = []) {
      const out = join(folder, `out-${++runs}`);
      const planned = plan === null ? [] : ['--plan', write(`plan-${runs}.yaml`, plan)];
      const key = args.includes('--key') ? [] : ['--key', 'staging'];
      const ran = await run(['mask', input, '--out', out, ...key, ...planned, ...args]);
      return { ...ran, out, output: existsSync(out) ? readFileSync(out) : null };
    },
  };
}
