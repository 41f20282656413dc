// `tocsin person`: whether an identifier is in a case, and what stands there about the person. The identifier may come
// from standard input, so that it stays out of the shell's history. Resolves to 0 found, 1 not found.

import { text } from 'node:stream/consumers';
import { TocsinError } from '../base/index.ts';
import type { PersonQuestion } from '../pipeline/index.ts';
import { renderStatement } from '../report/index.ts';
import type { CaseRecord } from '../store/index.ts';

export interface PersonFlags {
  case?: string;
  identifier?: string;
  name?: string;
  born?: string;
  language?: string;
  json?: boolean;
}

export async function personCommand(flags: PersonFlags): Promise<number> {
  const language = flags.language ?? 'en';
  if (language !== 'en' && language !== 'fr') throw new TocsinError('USAGE', '--language is en or fr');
  const question = await questionOf(flags);
  const record = await caseOf(flags.case);
  const { findPerson } = await import('../pipeline/index.ts');
  const statement = findPerson(record, question);
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

async function caseOf(named: string | undefined): Promise<CaseRecord> {
  const { findCase, onlyCase, openHome } = await import('../store/index.ts');
  const home = openHome();
  if (named === undefined) return onlyCase(home);
  const record = findCase(home, named);
  if (record === null) throw new TocsinError('CASE_NOT_FOUND', 'no case has the id or name that was given');
  return record;
}
