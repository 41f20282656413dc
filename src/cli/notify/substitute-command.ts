// `tocsin notify substitute`: the public notice to those whom nothing reaches. Arguments only; the work is loaded when it is
// asked for.

import type { Command } from 'commander';
import type { SubstituteFlags } from './substitute-work.ts';

export function addSubstituteCommand(notify: Command, ended: (exitCode: number) => void): void {
  notify
    .command('substitute')
    .description('write the public notice for those whom nothing reaches, and where it is to stand')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--out <folder>', 'where its files go: a page and a text for each language')
    .option('--recipient <recipient>', 'also the list of these people, sealed to this age recipient')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: SubstituteFlags) => {
      const { writeSubstitute } = await import('./substitute-work.ts');
      ended(await writeSubstitute(named, flags));
    });
}
