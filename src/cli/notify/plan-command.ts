// `tocsin notify plan`: who of a case is told what over which channel, before anything is sent. Arguments only; the work
// is loaded when it is asked for.

import type { Command } from 'commander';
import type { PlanFlags } from './plan-work.ts';

export function addPlanCommand(program: Command): void {
  program
    .command('plan')
    .description('plan who is told what over which channel; nothing is sent')
    .argument('<case>', 'id or name of the case')
    .option('--about <file>', 'what happened and who speaks, as JSON')
    .option('--channels <list>', 'which channels, best first (default: email,letter,text,call)')
    .option('--language <code>', "of those of whom none is known (default: the case's country's, else en)")
    .option('--words <file...>', 'the words of a further language, as JSON')
    .option('--directions <file>', 'what holds for single people, as CSV: who is protected, who died')
    .option('--heirs', 'write letters to the heirs of those who died')
    .option('--postage <amount>', 'the price of one letter (default: the public price)')
    .option('--json', 'print the plan as JSON')
    .action(async (named: string, flags: PlanFlags) => {
      const { plan } = await import('./plan-work.ts');
      await plan(named, flags);
    });
}
