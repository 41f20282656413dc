// `tocsin notify returned`: letters that came back. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { ReturnedFlags } from './returned-work.ts';

export function addReturnedCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('returned')
    .description(
      'take in letters that came back, by their references; others are told over their next channel',
    )
    .argument('<case>', 'id or name of the case')
    .requiredOption('--file <file>', 'references, one a line or in a column; a column named reason is kept')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: ReturnedFlags) => {
      const { takeReturned } = await import('./returned-work.ts');
      ended(await takeReturned(named, flags));
    });
}
