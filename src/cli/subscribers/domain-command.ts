// `tocsin domain`: whose a domain is, so that its keepers see which of its addresses are in breaches. Arguments only; the
// work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { DomainFlags, VerifyFlags } from './manage-domains.ts';

export function addDomainCommand(program: Command, ended: (exitCode: number) => void): void {
  const domains = program.command('domain').description('say whose a domain is, once it has been proven');
  const token = domains
    .command('token')
    .description('print what proves a domain: as TXT record, file or meta tag')
    .argument('<domain>', 'such as example.org')
    .requiredOption('--key <number>', 'the API key whose account it shall belong to')
    .option('--json', 'print it as JSON');
  addDatabaseOption(token).action(async (domain: string, flags: DomainFlags) =>
    (await import('./manage-domains.ts')).token(domain, flags),
  );
  const verify = domains
    .command('verify')
    .description('look for the proof; 0 where it is there, 1 where it is not or the domain was not reached')
    .argument('<domain>', 'such as example.org')
    .requiredOption('--key <number>', 'the API key whose account it shall belong to')
    .option('--by <way>', 'dns, file or meta', 'dns')
    .option('--dns <host:port>', 'of --by dns only: the name server to ask')
    .option('--allow-private-network', 'of --by file and meta: fetch from private networks too')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(verify).action(async (domain: string, flags: VerifyFlags) =>
    ended(await (await import('./manage-domains.ts')).verify(domain, flags)),
  );
  const list = domains
    .command('list')
    .description('list the proven domains')
    .option('--json', 'print them as JSON');
  addDatabaseOption(list).action(async (flags: Omit<DomainFlags, 'key'>) =>
    (await import('./manage-domains.ts')).list(flags),
  );
  const remove = domains
    .command('remove')
    .description('forget that a domain belongs to an account')
    .argument('<domain>', 'such as example.org')
    .requiredOption('--key <number>', 'the API key whose account has it')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(remove).action(async (domain: string, flags: DomainFlags) =>
    (await import('./manage-domains.ts')).remove(domain, flags),
  );
}
