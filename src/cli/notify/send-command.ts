// `tocsin notify send`: the e-mails of an approved plan. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { SendFlags } from './send-flags.ts';

export function addSendCommand(notify: Command, _ended: (exitCode: number) => void): void {
  notify
    .command('send')
    .description('hand the e-mails of the approved plan to a mail server; stopped, the same command goes on')
    .argument('<case>', 'id or name of the case')
    .option(
      '--smtp <url>',
      'the mail server: smtp://user:password@host:port, smtps://, or ?tls=required; TOCSIN_SMTP',
    )
    .option('--dry-run', 'nothing is sent and nothing changes: how many, and what a mail looks like')
    .option('--canary <part>', 'send so many of them first, such as 1%, then end')
    .option('--connections <number>', 'to the mail server at once', '8')
    .option(
      '--pace <rate>',
      'mails a second, such as 100/s; of one receiving domain example.org=20/s; several by comma',
    )
    .option('--slow-start <rate>', 'first rate of each receiving domain, doubled every 10 s; 0: none')
    .option('--ramp <factor>', 'the rates of --pace grow by it every hour, such as 1.015')
    .option('--dkim-key <file>', 'sign with this private key (PEM: RSA of 2048 bits or more, or Ed25519)')
    .option('--dkim-selector <name>', 'where receivers find its other half: NAME._domainkey.DOMAIN')
    .option('--dkim-domain <domain>', 'the domain that signs, if not that of the sender: one above it')
    .option('--return-path <address>', 'where bounces go; else to the sender')
    .option('--verp', 'each mail has a return path of its own: b+TOKEN@ on the domain of bounces')
    .option('--retry-after <time>', 'the same pause between all attempts at a mail, such as 2s or 10m')
    .option('--wait', 'end only when every mail is handed over or refused for good; that may take days')
    .option('--give-up <time>', 'end when the mail server takes nothing for so long', '10m')
    .option('--json', 'print the result as JSON')
    .action(async (named: string, flags: SendFlags) => {
      const { send } = await import('./send-work.ts');
      await send(named, flags);
    });
}
