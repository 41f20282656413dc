// `tocsin destroy`: its arguments; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { DestroyFlags } from './destroy-cases.ts';

export function addDestroyCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('destroy')
    .description('destroy a case and leave a signed certificate; says first what goes')
    .argument('[case]', 'id or name')
    .option('--confirm <code>', 'do it: the code that was printed with what goes')
    .option('--yes', 'do it without having been asked')
    .option('--due', 'all cases whose day has passed (with --yes, as from cron)')
    .option('--rotate-key', 'also replace the key of the instance, for copies made before')
    .option('--keep-names', 'put the case’s name and the paths of files in the certificate')
    .option('--why <text>', 'why; for the custody log')
    .option('--json', 'print what goes, or the certificate’s place, as JSON')
    .action(async (named: string | undefined, flags: DestroyFlags) => {
      const { destroyCases } = await import('./destroy-cases.ts');
      ended(await destroyCases(named, flags));
    });
}
