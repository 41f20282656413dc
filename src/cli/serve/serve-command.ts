// `tocsin serve`: answers the world. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { ServeFlags } from './run-serve.ts';

export function addServeCommand(program: Command, ended: (exitCode: number) => void): void {
  addDatabaseOption(program.command('serve'))
    .description('answer people and programs: the portal, the API, password ranges')
    .option('--port <number>', 'where to listen; 0 takes a free port', '8080')
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--public-url <url>', 'where the world finds this server; for links in mails')
    .option('--smtp <url>', 'the server that sends mails: smtp://user:password@host:port')
    .option('--mail-from <address>', 'whom mails come from')
    .option('--passwords-host <name>', 'a host name that answers only for password ranges')
    .option('--enterprise-host <name>', 'a host name that answers only for enterprise ranges')
    .option('--contact <text>', 'whom people may write to or call, as pages say it')
    .option('--authority <text>', 'the data protection authority, as pages say it')
    .option('--tls-cert <file>', 'answer by TLS with this certificate, as PEM')
    .option('--tls-key <file>', 'the key of the certificate, as PEM')
    .option('--trust-proxy', 'who asks is the last address of X-Forwarded-For')
    .option('--dns <host:port>', 'the name server that domains are verified by')
    .option('--allow-private-network', 'call webhooks on private networks too')
    .option('--metrics-token <token>', 'who has it may read /metrics from elsewhere')
    .action(async (flags: ServeFlags) => ended(await (await import('./run-serve.ts')).runServe(flags)));
}
