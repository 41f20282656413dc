// `tocsin notify letters`: the letters of an approved plan, as files for a print house. Arguments only; the work is loaded
// when it is asked for.

import type { Command } from 'commander';
import type { LettersFlags } from './letters-work.ts';

export function addLettersCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('letters')
    .description('write the letters of the approved plan as PDF files for a print house, with their lists')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--out <folder>', 'the folder for the files; the same one for the same case')
    .option('--batch <letters>', 'letters of one file, at most', '500')
    .option('--country <code>', 'only letters to this country, such as FR')
    .option('--window <window>', 'of the envelopes: fr, de or uk; else as is usual where the letter goes')
    .option('--posted-in <code>', 'the country they are posted in; else where most of them go')
    .option('--large', 'large print: 16 points')
    .option('--recipient <recipient>', 'seal the files to this age recipient, which begins with age1')
    .option('--again <batch>', 'write one batch once more, which was lost')
    .option('--json', 'print what was made as JSON')
    .action(async (named: string, flags: LettersFlags) => {
      const { writeLetters } = await import('./letters-work.ts');
      ended(await writeLetters(named, flags));
    });
}
