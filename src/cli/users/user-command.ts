// `tocsin user`: who may act on this instance. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { WebUserFlags } from './web-user.ts';

export function addUserCommand(program: Command): void {
  const users = program.command('user').description('say who may do what on this instance');
  users
    .command('add')
    .description('add a user; prints the secret, once')
    .argument('<name>', 'what they are called in TOCSIN_USER and in the custody log')
    .requiredOption('--role <role>', 'owner, responder, reader or auditor')
    .option('--json', 'print it as JSON')
    .action(async (name: string, flags: { role: string; json?: boolean }) =>
      (await import('./manage-users.ts')).add(name, flags),
    );
  users
    .command('list')
    .description('list the users, and what each role may do')
    .option('--json', 'print them as JSON')
    .action(async (flags: { json?: boolean }) => (await import('./manage-users.ts')).list(flags));
  addDatabaseOption(
    users
      .command('web')
      .description('make a link by which a user adds a way to log in on the web')
      .argument('<name>', 'the user')
      .option('--public-url <url>', 'where users reach the service', 'http://localhost:8080')
      .option('--json', 'print it as JSON'),
  ).action(async (name: string, flags: WebUserFlags) => (await import('./web-user.ts')).webUser(name, flags));
  users
    .command('remove')
    .description('remove a user; what they did stays in the custody log')
    .argument('<name>', 'the user')
    .action(async (name: string) => (await import('./manage-users.ts')).remove(name));
}
