// What a figure was measured on, told so that a reader elsewhere can place it, without naming the host.
// BENCH_MACHINE in the environment puts a name of one's own before it.

import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  name: string;
  node: string;
  /** ISO 8601, when the run began. */
  date: string;
  /** Processes that wanted a core when the run began, the last minute's mean. */
  load: number;
}

export function describeMachine(now: Date = new Date()): Machine {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const system = `${type()} ${/^\d+\.\d+/u.exec(release())?.[0] ?? ''}`.trim();
  const name = [process.env['BENCH_MACHINE'], model, `${availableParallelism()} cores`, memory, system];
  return {
    name: name.filter(Boolean).join(', '),
    node: process.version,
    date: now.toISOString(),
    load: Math.round(loadavg()[0]! * 100) / 100,
  };
}
