// The commands, as one table of commander. Each command's work is elsewhere; here are names, options and help.

import { Command, CommanderError } from 'commander';
import { isTocsinError, errorCodes, TocsinError } from '../base/index.ts';
import { caseListCommand, caseOpenCommand, type CaseOpenFlags } from './case-command.ts';
import { hintText } from './hint-text.ts';
import { examineCommand, type ExamineFlags } from './examine-command.ts';
import { personCommand, type PersonFlags } from './person-command.ts';

/** Runs one command; resolves to its exit code. */
export async function runTocsin(args: string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('tocsin')
    .description('From the leaked file to the last person told.')
    .exitOverride()
    .configureHelp({ helpWidth: 80 })
    .showHelpAfterError('hint: run the command with --help');
  program
    .command('examine')
    .description('say who is in leaked files, and what each person lost')
    .argument('<path...>', 'leaked files of any kind, or folders of them')
    .option('--out <folder>', 'also write report.html, report.json and report.txt there')
    .option('--json', 'print the report as JSON')
    .option('--case <id or name>', 'keep who was found in this case; a new name opens one')
    .option('--examples', 'show masked examples of the values found (j•••@g••••.com)')
    .option('--password <password...>', 'try these on encrypted archives and documents')
    .option('--ocr-pages <number>', 'read at most so many scanned pages (default: 2000; 0: none)')
    .option('--max-unpacked <size>', 'let one file unpack to so much (10GB, 2TB)')
    .option('--no-resume', 'begin anew, and keep nothing for a run that is stopped')
    .action(async (paths: string[], flags: ExamineFlags) => {
      await examineCommand(paths, flags);
    });
  const cases = program.command('case').description('open cases and list them');
  cases
    .command('open')
    .description('open a case; prints its id')
    .option('--name <name>', 'what to call it')
    .option('--json', 'print it as JSON')
    .action(async (flags: CaseOpenFlags) => caseOpenCommand(flags));
  cases
    .command('list')
    .description('list the cases and what was examined into each')
    .option('--json', 'print them as JSON')
    .action(async (flags: { json?: boolean }) => {
      exitCode = await caseListCommand(flags);
    });
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
      exitCode = await personCommand(flags);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellError(error);
  }
}

/** For an option of which a second one would silently replace the first. */
function once(option: string): (value: string, earlier: string | undefined) => string {
  return (value, earlier) => {
    if (earlier !== undefined) throw new TocsinError('USAGE', `${option} is given twice: ask one by one`);
    return value;
  };
}

function tellError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isTocsinError(error)) {
    process.stderr.write(`error: ${error.message}\n${hintText(error.hint ?? errorCodes[error.code].hint)}\n`);
    if (process.env['TOCSIN_DEBUG'] && error.cause)
      process.stderr.write(`${String((error.cause as Error).stack)}\n`);
    return error.code === 'INTERRUPTED' ? 130 : 2;
  }
  process.stderr.write(
    `error: ${(error as Error).message ?? 'unknown'}\nhint: this is a fault of tocsin; please report it without the data\n`,
  );
  if (process.env['TOCSIN_DEBUG']) process.stderr.write(`${(error as Error).stack}\n`);
  return 2;
}
