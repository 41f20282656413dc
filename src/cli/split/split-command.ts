// `tocsin split`: whose the people of a case are. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { SplitFlags } from './tell-split.ts';

export function addSplitCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('split')
    .description('say whose the people of a case are, by rules or by controllers’ own lists')
    .argument('<case>', 'id or name of the case')
    .option('--rules <file>', 'controllers and their rules, in JSON')
    .option('--again', 'by the rules the case was split by, after a delivery')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: SplitFlags) => {
      const { tellSplit } = await import('./tell-split.ts');
      ended(await tellSplit(named, flags));
    });
}
