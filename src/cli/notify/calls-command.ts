// `tocsin notify calls`: call-backs as a list, and what came of them. Arguments only; the work is loaded when it is asked
// for.

import type { Command } from 'commander';
import type { CallsFlags } from './calls-work.ts';

export function addCallsCommand(notify: Command, ended: (exitCode: number) => void): void {
  notify
    .command('calls')
    .description('write the list of people to telephone, or take in what came of the calls')
    .argument('<case>', 'id or name of the case')
    .option('--out <file>', 'write the list as CSV, with an empty column for the result')
    .option('--recipient <recipient>', 'seal the list to this age recipient, which begins with age1')
    .option('--again', 'with calls that are in an earlier list and have no result: that list is not used')
    .option('--results <file>', 'the list with its results: reached, no answer, wrong number')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: CallsFlags) => {
      const { handleCalls } = await import('./calls-work.ts');
      ended(await handleCalls(named, flags));
    });
}
