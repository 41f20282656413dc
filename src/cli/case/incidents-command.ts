// `tocsin incidents` and `tocsin retention`: the register of incidents, and until when cases are kept. Arguments only;
// the work is loaded when it is asked for.

import type { Command } from 'commander';

export function addIncidentsCommand(program: Command): void {
  program
    .command('incidents')
    .description('list the register of incidents (GDPR Art. 33(5)), destroyed cases among them')
    .option('--json', 'print it as JSON')
    .action(async (flags: { json?: boolean }) =>
      (await import('./list-incidents.ts')).listAllIncidents(flags),
    );
  program
    .command('retention')
    .description('list the cases that have a last day, and which are due for destruction')
    .option('--json', 'print them as JSON')
    .action(async (flags: { json?: boolean }) => (await import('./list-incidents.ts')).listRetention(flags));
}
