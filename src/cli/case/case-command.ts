// `tocsin case`: what there is to do with a case as a whole, as names and options. The work is in files of its own.

import type { Command } from 'commander';
import { addFactOptions, type CaseChange, type ContactFlags, type NamedCase, several } from './case-flags.ts';

export function addCaseCommand(program: Command, ended: (exitCode: number) => void): void {
  const cases = program.command('case').description('open cases, say what they are about, show them');
  addFactOptions(
    cases
      .command('open')
      .description('open a case; prints its id')
      .option('--name <name>', 'what to call it'),
  )
    .option('--json', 'print it as JSON')
    .action(async (flags: NamedCase) => (await import('./change-case.ts')).openNamed(flags));
  cases
    .command('list')
    .description('list the cases, with what is due next in each')
    .option('--json', 'print them as JSON')
    .action(async (flags: { json?: boolean }) => ended((await import('./list-cases.ts')).listCases(flags)));
  cases
    .command('show')
    .description('show all that is known of a case; what is due next comes first')
    .argument('[case]', 'id or name; not needed where there is only one')
    .option('--language <language>', 'en or fr (default: en)')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, flags: { language?: string; json?: boolean }) =>
      (await import('./show-case.ts')).showCase(id, flags),
    );
  addFactOptions(
    cases
      .command('set')
      .description('change what is said of a case; what it was before is kept')
      .argument('<case>', 'id or name'),
  )
    .option('--name <name>', 'what to call it from now on')
    .option('--drop-organisation <name>', 'take it out of the chain; several times', several)
    .option('--why <text>', 'why it is changed')
    .option('--json', 'print what was changed as JSON')
    .action(async (id: string, flags: CaseChange) => (await import('./change-case.ts')).setFacts(id, flags));
  addTextCommands(cases);
}

function addTextCommands(cases: Command): void {
  cases
    .command('note')
    .description('add a note to a case')
    .argument('<case>', 'id or name')
    .argument('<text>', 'the note; - reads it from stdin')
    .action(async (id: string, text: string) => (await import('./change-case.ts')).note(id, text));
  cases
    .command('contact')
    .description('list somebody to be spoken to in a case')
    .argument('<case>', 'id or name')
    .argument('<name>', 'of the person or office; one of the same name is replaced')
    .option('--role <text>', 'such as data protection officer')
    .option('--organisation <name>', 'where')
    .option('--email <address>', 'e-mail address')
    .option('--phone <number>', 'telephone number')
    .option('--remove', 'do not list this contact any more')
    .action(async (id: string, name: string, flags: ContactFlags) =>
      (await import('./change-case.ts')).contact(id, name, flags),
    );
  for (const [kind, description] of [
    ['close', 'close a case: nothing more is to be done in it'],
    ['reopen', 'open a case again that was closed'],
  ] as const)
    cases
      .command(kind)
      .description(description)
      .argument('<case>', 'id or name')
      .requiredOption('--why <text>', 'why')
      .action(async (id: string, { why }: { why: string }) =>
        (await import('./change-case.ts')).closeOrReopenCase(id, kind, why),
      );
}
