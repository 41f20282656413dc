// `tocsin person`: whether an identifier is in a case, and what stands there about the person. The identifier may come
// from standard input, so that it stays out of the shell's history. Resolves to 0 found, 1 not found.

import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { TocsinError } from '../base/index.ts';
import type { PersonQuestion } from '../pipeline/index.ts';
import { renderStatement } from '../report/index.ts';
import { caseOf } from './case-for.ts';

export function addPersonCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('person')
    .description('say whether somebody is in a case, and what each file holds about him')
    .option('--case <id or name>', 'the case; not needed where there is only one')
    .option(
      '--identifier <text>',
      'e-mail address, telephone or other number; - reads it from stdin',
      once('--identifier'),
    )
    .option('--name <name>', 'first and last name, together with --born', once('--name'))
    .option('--born <date>', 'date of birth, such as 1980-01-31', once('--born'))
    .option('--why <text>', 'why you look, for the custody log')
    .option('--language <language>', 'en or fr (default: en)')
    .option('--json', 'print the statement as JSON')
    .allowExcessArguments()
    // what was mistyped may be somebody's address: commander would quote it
    .configureOutput({ outputError: (text, write) => write(text.replace(/'(--?\w[\w-]*)=.*'/u, "'$1'")) })
    .action(async (flags: PersonFlags, command: Command) => {
      if (command.args.length > 0)
        throw new TocsinError(
          'USAGE',
          'give what is asked for after --identifier, or after --name and --born',
        );
      ended(await tellPerson(flags));
    });
}

/** For an option of which a second one would silently replace the first. */
function once(option: string): (value: string, earlier: string | undefined) => string {
  return (value, earlier) => {
    if (earlier !== undefined) throw new TocsinError('USAGE', `${option} is given twice: ask one by one`);
    return value;
  };
}

interface PersonFlags {
  case?: string;
  identifier?: string;
  name?: string;
  born?: string;
  why?: string;
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

async function questionOf({ identifier, name, born }: PersonFlags): Promise<PersonQuestion> {
  if ((name === undefined) !== (born === undefined) || (identifier === undefined) === (name === undefined))
    throw new TocsinError('USAGE', 'give either --identifier, or --name together with --born');
  if (name !== undefined && born !== undefined) {
    if (!isDay(born)) throw new TocsinError('USAGE', '--born is not a date such as 1980-01-31');
    if (!/\S\s+\S/u.test(name)) throw new TocsinError('USAGE', '--name is not a first and a last name');
    return { name, born };
  }
  return { identifier: identifier === '-' ? (await text(process.stdin)).trim() : identifier! };
}

/** A day that the calendar has, as yyyy-mm-dd. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}
