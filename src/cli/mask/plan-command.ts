// `tocsin mask plan`: what a run would make of each column, for somebody to review. Arguments only; the work is loaded when it
// is asked for.

import type { Command } from 'commander';
import type { PlanFlags } from './plan-work.ts';

export function addPlanCommand(mask: Command, ended: (exitCode: number) => void): void {
  mask
    .command('plan')
    .description('propose what is masked and what is kept, for you to review')
    .argument('<input>', 'a dump, another file of rows or text, or a folder of such')
    .option('--out <file>', 'the plan, in YAML')
    .option('--workers <number>', 'threads (default: one for each core)')
    .option('--force', 'replace what is at --out')
    .option('--json', 'print the plan as JSON')
    .action(async (input: string, flags: PlanFlags) =>
      ended(await (await import('./plan-work.ts')).tellPlan(input, flags)),
    );
}
