// `tocsin notify references`: the page "is this letter real?" knows the references of a case. Arguments only; the work is
// loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { ReferencesFlags } from './references-work.ts';

export function addReferencesCommand(notify: Command, _ended: (exitCode: number) => void): void {
  const references = notify
    .command('references')
    .description('let people check on the portal whether their letter is real, or take that back')
    .argument('<case>', 'id or name of the case; to withdraw, also the id of one that was destroyed')
    .option('--publish-texts', 'show the exact text of each notice on the portal, with nothing of anybody')
    .option('--no-publish-texts', 'take the texts off the portal')
    .option('--withdraw', 'the register forgets the references and the texts of the case')
    .option('--json', 'print what was made as JSON');
  addDatabaseOption(references).action(async (named: string, flags: ReferencesFlags) =>
    (await import('./references-work.ts')).makeKnown(named, flags),
  );
}
