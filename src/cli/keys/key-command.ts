// `tocsin key`: who may ask the API with how many questions. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { CreateFlags, KeyFlags } from './manage-keys.ts';

export function addKeyCommand(program: Command): void {
  const keys = program.command('key').description('hand out keys of the API, and take them back');
  const create = keys
    .command('create')
    .description('make a key; it is shown once')
    .requiredOption('--plan <plan>', 'core-1 to core-5, pro-1 to pro-5, high-rpm-1 to high-rpm-3, enterprise')
    .option('--rpm <number>', 'requests a minute, in place of the plan’s')
    .option('--name <text>', 'whose it is, for the list of keys')
    .option('--expires <day>', 'last day, yyyy-mm-dd')
    .option('--same-account-as <number>', 'share verified domains and subscriptions with this key')
    .option('--json', 'print it as JSON');
  addDatabaseOption(create).action(async (flags: CreateFlags) =>
    (await import('./manage-keys.ts')).create(flags),
  );
  const list = keys
    .command('list')
    .description('list the keys; none of them is shown')
    .option('--json', 'print them as JSON');
  addDatabaseOption(list).action(async (flags: KeyFlags) => (await import('./manage-keys.ts')).list(flags));
  const revoke = keys
    .command('revoke')
    .description('end a key; within a second no request with it is answered')
    .argument('<number>', 'its number in the list, or the key itself')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(revoke).action(async (key: string, flags: KeyFlags) =>
    (await import('./manage-keys.ts')).revoke(key, flags),
  );
}
