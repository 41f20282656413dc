/*
 * A source masked in this process: many small ones in little time.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPlan } from '../../src/mask/plan/index.ts';
import * as maskRuns from '../../src/pipeline/mask/index.ts';
import { openHome } from '../../src/store/index.ts';

export interface MaskedHere extends maskRuns.MaskResult {
  out: string;
  /** Null where there is none. */
  output: Buffer | null;
}

export type HereOptions = Partial<Omit<maskRuns.MaskSourceOptions, 'plan'>>;

/** `files`: by their places in a folder, or one file. */
export function createHere(folder: string) {
  let runs = 0;
  const home = openHome(join(folder, 'home'));
  return async (
    source: string | Buffer | Record<string, string | Buffer>,
    plan: string,
    options: HereOptions = {},
  ): Promise<MaskedHere> => {
    const name = join(folder, `source-${++runs}`);
    const isOne = typeof source === 'string' || Buffer.isBuffer(source);
    for (const [place, content] of Object.entries(isOne ? { '': source } : source)) {
      const path = place === '' ? name : join(name, place);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const out = options.out ?? join(folder, `out-${runs}`);
    const result = await maskRuns.maskSource(home, name, {
      out,
      keyName: 'staging',
      plan: { plan: readPlan(plan), text: plan },
      who: 'tests',
      now: new Date('2026-11-01'),
      ...options,
    });
    const output = isOne && existsSync(out) ? readFileSync(out) : null;
    return { ...result, out, output };
  };
}
