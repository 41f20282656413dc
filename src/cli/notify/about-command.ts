// `tocsin notify about`, `tocsin notify words`: files to fill in. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { AboutFlags, WordsFlags } from './about-work.ts';

export function addAboutCommand(program: Command): void {
  program
    .command('about')
    .description('write a file of facts to fill in, for notify plan --about: what the notices are to say')
    .argument('<case>', 'id or name of the case; what it knows is in the file already')
    .option('--out <file>', 'where to; stdout where it is left out')
    .option('--language <language>', 'of the texts to be written, such as fr; several times', several)
    .action(async (named: string, flags: AboutFlags) =>
      (await import('./about-work.ts')).writeAbout(named, flags),
    );
  program
    .command('words')
    .description('write a file of all sentences to translate, for notify plan --words')
    .requiredOption('--language <language>', 'into which, such as de')
    .option('--from <language>', 'from which: en or fr', 'en')
    .option('--out <file>', 'where to; stdout where it is left out')
    .action(async (flags: WordsFlags) => (await import('./about-work.ts')).writeWords(flags));
}

function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}
