// The work of `tocsin mask plan`: proposes, writes the plan, says what is in it. Progress on stderr, the result on stdout.

import { existsSync } from 'node:fs';
import { writeWhole } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import { proposePlan } from '../../pipeline/mask/plan/index.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFile } from '../refuse-unwritable.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { planJson } from './plan-json.ts';
import { planText } from './plan-text.ts';
import { workersOf } from './workers-of.ts';

export interface PlanFlags {
  out?: string;
  workers?: string;
  force?: boolean;
  json?: boolean;
}

/** Throws USAGE, OUTPUT_NOT_WRITABLE, and what reading throws. */
export async function tellPlan(input: string, flags: PlanFlags): Promise<number> {
  const { out, json = false, force = false } = flags;
  if (out === undefined && !json)
    throw new TocsinError('USAGE', 'give --out, where the plan goes, or --json');
  if (out !== undefined) {
    refuseInsideHome('--out', out);
    if (!force && existsSync(out))
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is something already: ${out}`, {
        hint: 'name another file, or replace it with --force',
      });
    refuseUnwritableFile(out);
  }
  const workers = workersOf(flags.workers);
  using stop = stopOnSignal(
    new TocsinError('INTERRUPTED', 'stopped before the plan was made', { hint: 'run the same again' }),
  );
  const line = createProgressLine(process.stderr);
  try {
    const proposed = await proposePlan(input, {
      workers,
      signal: stop.signal,
      onProgress: ({ bytes, totalBytes }) => line.showShare('reading', bytes / Math.max(1, totalBytes)),
    });
    line.clear();
    if (out !== undefined) {
      writeWhole(out, proposed.text);
      process.stderr.write(`wrote ${out}\n`);
    }
    process.stdout.write(json ? jsonText(planJson(proposed)) : planText(proposed, out!));
    return 0;
  } finally {
    line.clear();
  }
}
