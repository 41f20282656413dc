// `tocsin notify texts`: text messages, as a list or over a gateway. Arguments only; the work is loaded when it is asked
// for.

import type { Command } from 'commander';
import type { TextsFlags } from './texts-work.ts';

export function addTextsCommand(notify: Command, ended: (exitCode: number) => void): void {
  notify
    .command('texts')
    .description('hand over text messages: as a list for whoever sends them, or over an HTTP gateway')
    .argument('<case>', 'id or name of the case')
    .option('--out <file>', 'write them as CSV: number, text, reference, language')
    .option('--recipient <recipient>', 'seal the list to this age recipient, which begins with age1')
    .option('--gateway <url>', 'post each to this gateway (its token in TOCSIN_GATEWAY_TOKEN)')
    .option('--workers <number>', 'messages that are on their way to the gateway at once', '4')
    .option('--any-time', 'also outside of 8:00 to 20:00 where the message arrives')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: TextsFlags) => {
      const { handOverTexts } = await import('./texts-work.ts');
      ended(await handOverTexts(named, flags));
    });
}
