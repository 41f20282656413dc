// Who is asked for, as several commands take it: an identifier, which may come from standard input so that it stays out of
// the shell's history, or a name with a date of birth. In: a command and its flags. Out: the question, or USAGE.

import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { TocsinError } from '../base/index.ts';
import type { PersonQuestion } from '../pipeline/index.ts';

export interface QuestionFlags {
  identifier?: string;
  name?: string;
  born?: string;
  why?: string;
}

/** The options of a question; what is mistyped is not quoted in an error. */
export function addQuestionOptions(command: Command): Command {
  return (
    command
      .option(
        '--identifier <text>',
        'e-mail address, telephone or other number; - reads it from stdin',
        once('--identifier'),
      )
      .option('--name <name>', 'first and last name, together with --born', once('--name'))
      .option('--born <date>', 'date of birth, such as 1980-01-31', once('--born'))
      .option('--why <text>', 'why you look, for the custody log')
      // what was mistyped may be somebody's address: commander would quote it
      .configureOutput({ outputError: (words, write) => write(words.replace(/'(--?\w[\w-]*)=.*'/u, "'$1'")) })
  );
}

export async function questionOf({ identifier, name, born }: QuestionFlags): Promise<PersonQuestion> {
  if ((name === undefined) !== (born === undefined) || (identifier === undefined) === (name === undefined))
    throw new TocsinError('USAGE', 'give either --identifier, or --name together with --born');
  if (name !== undefined && born !== undefined) {
    if (!isDay(born)) throw new TocsinError('USAGE', '--born is not a date such as 1980-01-31');
    if (!/\S\s+\S/u.test(name)) throw new TocsinError('USAGE', '--name is not a first and a last name');
    return { name, born };
  }
  return { identifier: identifier === '-' ? (await text(process.stdin)).trim() : identifier! };
}

/** For an option of which a second one would silently replace the first. */
function once(option: string): (value: string, earlier: string | undefined) => string {
  return (value, earlier) => {
    if (earlier !== undefined) throw new TocsinError('USAGE', `${option} is given twice: ask one by one`);
    return value;
  };
}

/** A day that the calendar has, as yyyy-mm-dd. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}
