// `tocsin person`: whether an identifier is in a case, and what stands there about the person. The identifier may come
// from standard input, so that it stays out of the shell's history. Resolves to 0 found, 1 not found.

import type { Command } from 'commander';
import { TocsinError } from '../base/index.ts';
import { renderStatement } from '../report/index.ts';
import { caseOf } from './case-for.ts';
import { addQuestionOptions, type QuestionFlags, questionOf } from './person-question.ts';

export function addPersonCommand(program: Command, ended: (exitCode: number) => void): void {
  const person = program
    .command('person')
    .description('say whether somebody is in a case, and what each file holds about him')
    .option('--case <id or name>', 'the case; not needed where there is only one');
  addQuestionOptions(person)
    .option('--language <language>', 'en or fr (default: en)')
    .option('--json', 'print the statement as JSON')
    .allowExcessArguments()
    .action(async (flags: PersonFlags, command: Command) => {
      if (command.args.length > 0)
        throw new TocsinError(
          'USAGE',
          'give what is asked for after --identifier, or after --name and --born',
        );
      ended(await tellPerson(flags));
    });
}

interface PersonFlags extends QuestionFlags {
  case?: string;
  language?: string;
  json?: boolean;
}

async function tellPerson(flags: PersonFlags): Promise<number> {
  const language = flags.language ?? 'en';
  if (language !== 'en' && language !== 'fr') throw new TocsinError('USAGE', '--language is en or fr');
  const question = await questionOf(flags);
  const { openHome } = await import('../store/index.ts');
  const { acting, lookAtPerson } = await import('../pipeline/index.ts');
  const home = openHome();
  const { who } = acting(home, 'person.read');
  const record = await caseOf(flags.case, home);
  const statement = lookAtPerson(home, record, question, { who, why: flags.why?.trim() || null });
  if (statement === null)
    throw new TocsinError('USAGE', 'what was given has the form of no identifier that is known', {
      hint: 'check it for a typing error; give an e-mail address, a telephone number, a NIR or another number as it is written on paper',
    });
  const width = process.stdout.columns ?? 80;
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(statement, null, 2)}\n`
      : renderStatement(statement, { language, colour, width }),
  );
  return statement.found ? 0 : 1;
}
