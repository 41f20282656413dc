// `tocsin notify approve`: arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { ApproveFlags } from './approve-work.ts';

export function addApproveCommand(program: Command, ended: (exitCode: number) => void): void {
  const approve = program
    .command('approve')
    .description('approve the texts of the plan; two people do, under two names')
    .argument('<case>', 'id or name of the case')
    .requiredOption(
      '--by <name>',
      'who has read the texts and approves them; where there are users, who acts',
    )
    .option('--note <text>', 'why, or on what condition; sealed in the custody log')
    .option('--no-references', 'do not let people check on the portal whether their letter is real')
    .option('--json', 'print what was approved as JSON');
  addDatabaseOption(approve).action(async (named: string, flags: ApproveFlags) =>
    ended(await (await import('./approve-work.ts')).approve(named, flags)),
  );
}
