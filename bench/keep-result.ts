// Raw results, a JSON line each, in bench/results (what was timed) or bench/runs (what was judged): a file a month, with
// machine and date in every line.

import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { projectFolder } from './sample-file.ts';

export function keepResult(
  bench: string,
  machine: Machine,
  result: object,
  kept: 'results' | 'runs' = 'results',
): void {
  const folder = join(projectFolder, 'bench', kept);
  mkdirSync(folder, { recursive: true });
  const line = JSON.stringify({ bench, machine, ...result }, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
  );
  appendFileSync(join(folder, `${machine.date.slice(0, 7)}.jsonl`), `${line}\n`);
}
