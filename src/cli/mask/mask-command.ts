// `tocsin mask`: a copy of a dump that holds nobody. Its other commands are files of their own. Arguments only; the work is
// loaded when it is asked for.

import type { Command } from 'commander';
import { addKeyCommand } from './key-command.ts';
import type { MaskFlags } from './mask-work.ts';
import { addTraceCommand } from './trace-command.ts';
import { addVerifyCommand } from './verify-command.ts';
import { addPlanCommand } from './plan-command.ts';

export function addMaskCommand(program: Command, ended: (exitCode: number) => void): void {
  const mask = program
    .command('mask')
    .description('make a copy of a dump that holds nobody, and prove it')
    // options after the name of a command are that command's
    .enablePositionalOptions()
    .argument('<input>', 'a dump, another file of rows or text, or a folder of such')
    .option('--out <path>', 'the copy; it is there only once nothing real is left in it')
    .option('--key <name>', 'the key that decides what stands for whom; made when it is first used')
    .option('--plan <file>', 'a reviewed plan (tocsin mask plan); else what would be proposed')
    .option('--for <vendor>', 'whom the copy is for: another one gets other names')
    .option('--environment <name>', 'what it is for, such as test')
    .option('--date <day>', 'a copy of that day, and its names; else the first for whom it is for')
    .option(
      '--subset <table=share>',
      'only 1% or 1000 rows of a table, and what belongs to them; repeatable',
      collected,
    )
    .option('--workers <number>', 'threads (default: one for each core)')
    .option('--language <code>', 'of invented names where a name does not tell: fr, en or de', 'fr')
    .option('--no-check', 'do not search the copy for real values; the receipt says so')
    .option('--force', 'replace what is at --out')
    .option('--json', 'print the receipt, or why there is no copy, as JSON')
    .action(async (input: string, flags: MaskFlags) =>
      ended(await (await import('./mask-work.ts')).mask(input, flags)),
    );
  addPlanCommand(mask, ended);
  addTraceCommand(mask, ended);
  addVerifyCommand(mask, ended);
  addKeyCommand(mask, ended);
}

function collected(value: string, before: string[] = []): string[] {
  return [...before, value];
}
