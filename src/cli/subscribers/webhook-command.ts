// `tocsin webhook`: programs that are called when something happens. Arguments only; the work is loaded when it is asked
// for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { AddFlags, WebhookFlags } from './manage-webhooks.ts';

export function addWebhookCommand(program: Command): void {
  const webhooks = program.command('webhook').description('call programs when something happens');
  const add = webhooks
    .command('add')
    .description('call this URL; the secret of its signatures is shown once')
    .argument('<url>', 'begins with https:// or http://')
    .option(
      '--event <name>',
      'breach.published, breach.withdrawn or domain.report; several times for several (default: all)',
      (name: string, names: string[] | undefined) => [...(names ?? []), name],
    )
    .option('--monitor', 'call it for each subscribed range that was hit, as Mozilla Monitor wants it')
    .option('--token <token>', 'of --monitor: what goes as bearer token (or TOCSIN_WEBHOOK_TOKEN)')
    .option('--key <number>', 'only what belongs to the account of this API key')
    .option('--json', 'print it as JSON');
  addDatabaseOption(add).action(async (url: string, flags: AddFlags) =>
    (await import('./manage-webhooks.ts')).add(url, flags),
  );
  const list = webhooks
    .command('list')
    .description('list the webhooks, with the calls that wait and that failed')
    .option('--json', 'print them as JSON');
  addDatabaseOption(list).action(async (flags: WebhookFlags) =>
    (await import('./manage-webhooks.ts')).list(flags),
  );
  const remove = webhooks
    .command('remove')
    .description('call it no more; what waits for it is dropped')
    .argument('<number>', 'its number in the list')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(remove).action(async (number: string, flags: WebhookFlags) =>
    (await import('./manage-webhooks.ts')).remove(number, flags),
  );
}
