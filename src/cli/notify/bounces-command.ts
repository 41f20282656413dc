// `tocsin notify bounces`: what came back for the mails of a case is read from a mailbox. Arguments only; the work is
// loaded when it is asked for.

import type { Command } from 'commander';
import type { BouncesFlags } from './bounces-work.ts';

export function addBouncesCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('bounces')
    .description('take in what came back: bounces, complaints; others are told over their next channel')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--mailbox <path>', 'mbox, Maildir, one mail or a folder of such; - reads standard input')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: BouncesFlags) => {
      const { tellBounces } = await import('./bounces-work.ts');
      ended(await tellBounces(named, flags));
    });
}
