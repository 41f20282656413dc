// `tocsin codes`: codes for letters. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { CodesFlags } from './codes-work.ts';

export function addCodesCommand(program: Command): void {
  const codes = program
    .command('codes')
    .description('make a code for each person of a published case who has a date of birth')
    .argument('<case>', 'id or name of the case')
    .requiredOption(
      '--recipient <recipient>',
      'age recipient of who writes the letters, which begins with age1',
    )
    .requiredOption('--out <file>', 'the sealed list to write: person,code')
    .option('--name <name>', 'name of the breach, where the case is published as several')
    .option('--replace', 'earlier codes are void once the list is there')
    .option('--json', 'print what was made as JSON');
  addDatabaseOption(codes).action(async (named: string, flags: CodesFlags) =>
    (await import('./codes-work.ts')).makeList(named, flags),
  );
}
