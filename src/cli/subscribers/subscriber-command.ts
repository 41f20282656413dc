// `tocsin subscriber`: how many people asked to be told. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { CountFlags } from './count-told.ts';

export function addSubscriberCommand(program: Command): void {
  const subscribers = program.command('subscriber').description('people who asked to be told of breaches');
  const count = subscribers
    .command('count')
    .description('count them, and the mails and calls that wait or failed; nobody is shown')
    .option('--json', 'print it as JSON');
  addDatabaseOption(count).action(async (flags: CountFlags) =>
    (await import('./count-told.ts')).countTold(flags),
  );
}
