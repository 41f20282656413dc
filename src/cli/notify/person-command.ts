// `tocsin notify person`: what one person was told, over which channel, and what became of it. Arguments only; the work is
// loaded when it is asked for.

import type { Command } from 'commander';
import { TocsinError } from '../../base/index.ts';
import { addQuestionOptions } from '../person-question.ts';
import type { PersonNoticesFlags } from './person-work.ts';

export function addPersonNoticesCommand(notify: Command, ended: (exitCode: number) => void): void {
  const person = notify
    .command('person')
    .description('say what one person was told, when and how')
    .argument('<case>', 'id or name of the case');
  addQuestionOptions(person)
    .option('--json', 'print it as JSON')
    .allowExcessArguments()
    .action(async (named: string, flags: PersonNoticesFlags, command: Command) => {
      if (command.args.length > 1)
        throw new TocsinError(
          'USAGE',
          'give what is asked for after --identifier, or after --name and --born',
        );
      ended(await (await import('./person-work.ts')).tellNotices(named, flags));
    });
}
