// `tocsin clock`: starts, stops and ends the clocks of a case. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { ClockFlags } from './run-clock.ts';

export function addClockCommand(program: Command): void {
  program
    .command('clock')
    .description('list the clocks of a case, or run one: start, stop, met; or list the rules')
    .argument('[case]', 'id or name; leave it out to list the rules')
    .argument('[action]', 'start, stop or met; leave it out to list the clocks of the case')
    .argument('[clock]', 'start: a rule; stop, met: a clock of the case')
    .option('--at <time>', 'when it began or was done (default: now)')
    .option('--why <text>', 'why it is started or stopped')
    .option('--for <name>', 'start: to whom it is owed, where several are owed the same')
    .option('--within <period>', 'start, of a contract: how long it runs (24h, 2d, 1m)')
    .option('--reference <text>', 'met: number or name of what was sent')
    .option('--json', 'print the clocks, or the rules, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  tocsin clock 2026-x7k2qp met gdpr-33-1 --reference N-12\n  tocsin clock 2026-x7k2qp start contract --for ING --within 24h --why "clause 9"',
    )
    .action(async (id: string | undefined, action: string | undefined, clock: string | undefined, flags) =>
      (await import('./run-clock.ts')).runClock(id, action, clock, flags as ClockFlags),
    );
}
