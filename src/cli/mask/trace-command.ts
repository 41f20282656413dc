// `tocsin mask trace`: whose masked copy a found dump is, or that it is real. Arguments only; the work is loaded when it is
// asked for.

import type { Command } from 'commander';
import type { TraceFlags } from './trace-found.ts';

export function addTraceCommand(mask: Command, ended: (exitCode: number) => void): void {
  mask
    .command('trace')
    .description('from a few lines of a found dump: masked for whom and when, or real')
    .argument('<sample>', 'a file or folder, or - for what is piped in')
    .option('--json', 'print the verdict as JSON')
    .addHelpText('after', '\nexit code: 0 masked, or nothing to tell by; 1 real, or part of it; 2 error\n')
    .action(async (sample: string, flags: TraceFlags) =>
      ended(await (await import('./trace-found.ts')).trace(sample, flags)),
    );
}
