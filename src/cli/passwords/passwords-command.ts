// `tocsin passwords`: ranges of leaked passwords filled from files or from a case, shown and forgotten. Arguments only; the
// work is loaded when it is asked for.

import { type Command, InvalidArgumentError } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { CaseFlags, ImportFlags, PasswordsFlags } from './passwords-work.ts';

export function addPasswordsCommand(program: Command, ended: (exitCode: number) => void): void {
  const command = program
    .command('passwords')
    .description('leaked passwords that tocsin serve answers ranges of');
  addDatabaseOption(
    command
      .command('import')
      .description('take a corpus of SHA-1 or NTLM hashes, with how often each was seen')
      .argument('<file...>', 'files of HASH:COUNT lines, gzip or not; or a folder with a file a range')
      .option('--name <name>', 'of this source; one of the same name is replaced')
      .option('--json', 'print what was taken as JSON'),
  ).action(async (files: string[], flags: ImportFlags) => {
    const { importFiles } = await import('./passwords-work.ts');
    await importFiles(files, flags);
  });
  addDatabaseOption(
    command
      .command('from-case')
      .description("take a case's passwords, with how many people had each")
      .argument('<case>', 'id or name of the case')
      .option('--least <people>', 'leave out passwords that fewer people had', wholeNumber)
      .option('--json', 'print what was taken as JSON'),
  ).action(async (named: string, flags: CaseFlags) => {
    const { takeCase } = await import('./passwords-work.ts');
    await takeCase(named, flags);
  });
  addDatabaseOption(
    command.command('show').description('what the ranges are made of').option('--json', 'print it as JSON'),
  ).action(async (flags: PasswordsFlags) => {
    const { showSources } = await import('./passwords-work.ts');
    await showSources(flags);
  });
  addDatabaseOption(
    command
      .command('forget')
      .description('take a source away')
      .argument('<source>', 'its name, as tocsin passwords show has it')
      .option('--json', 'print what was done as JSON'),
  ).action(async (name: string, flags: PasswordsFlags) => {
    const { forgetSource } = await import('./passwords-work.ts');
    ended(await forgetSource(name, flags));
  });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError('it is a whole number from 1 on');
  return Number(text);
}
