// `tocsin paste`: texts with addresses in them that somebody put on the web. Arguments only; the work is loaded when it is
// asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { PasteFlags, PasteListFlags } from './paste-work.ts';

export function addPasteCommand(program: Command): void {
  const paste = program.command('paste').description('texts with addresses, put on the web by somebody');
  const add = paste
    .command('add')
    .description('enter a paste; of its text keyed hashes of the addresses are kept, nothing else')
    .argument('<file>', 'the text')
    .requiredOption('--source <source>', 'Pastebin, AdHocUrl, …')
    .requiredOption('--id <id>', 'its id there; the address for AdHocUrl')
    .option('--title <text>', 'its title')
    .option('--date <day>', 'when it was put there, yyyy-mm-dd or a moment')
    .option('--json', 'print it as JSON');
  addDatabaseOption(add).action(async (file: string, flags: PasteFlags) =>
    (await import('./paste-work.ts')).add(file, flags),
  );
  const list = paste.command('list').description('list them').option('--json', 'print them as JSON');
  addDatabaseOption(list).action(async (flags: PasteListFlags) =>
    (await import('./paste-work.ts')).list(flags),
  );
  const remove = paste
    .command('remove')
    .description('take one out of the register')
    .requiredOption('--source <source>', 'Pastebin, AdHocUrl, …')
    .requiredOption('--id <id>', 'its id there')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(remove).action(async (flags: PasteFlags) =>
    (await import('./paste-work.ts')).remove(flags),
  );
}
