// `tocsin notify show`: arguments only; the work is loaded when it is asked for.

import { type Command, Option } from 'commander';
import type { ShowFlags } from './show-work.ts';

export function addShowCommand(program: Command): void {
  program
    .command('show')
    .description('show what the notices of the plan say, and to how many')
    .argument('<case>', 'id or name of the case')
    .option('--variant <number>', 'the whole of one text')
    .option('--all', 'the whole of all texts, one after the other')
    .option('--sentences', 'each sentence of all texts once, with how many people get it')
    .addOption(new Option('--as <form>', 'of a whole text').choices(['text', 'html']).default('text'))
    .option('--json', 'print it as JSON')
    .action(async (named: string, flags: ShowFlags) => (await import('./show-work.ts')).show(named, flags));
}
