// `tocsin directory`: a controller's own directory gives contacts to the people of a case. Arguments only; the work is
// loaded when it is asked for.

import type { Command } from 'commander';
import type { DirectoryFlags } from './tell-directory.ts';

export function addDirectoryCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('directory')
    .description('take contacts and languages from a controller’s own directory')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--controller <name>', 'whose directory it is')
    .requiredOption('--file <file or URL>', 'CSV, or postgres://… of a database; - reads the URL from stdin')
    .option('--table <name>', 'of a database: the table or view')
    .option('--column <field=name...>', 'what a column is (nir=NUM_SECU, email=MEL, ignore=X)')
    .option('--map <file>', 'the same from a file, one a line')
    .option('--leak-column <name>', 'the column of the leak that holds the customer number')
    .option('--list <file>', 'write the numbers of all rows that are not certain, with the reason')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: DirectoryFlags) => {
      const { tellDirectory } = await import('./tell-directory.ts');
      ended(await tellDirectory(named, flags));
    });
}
