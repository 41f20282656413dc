// `tocsin examine`: its arguments; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { ExamineFlags } from './examine-files.ts';

export function addExamineCommand(program: Command): void {
  program
    .command('examine')
    .description('say who is in leaked files, and what each person lost')
    .argument('[path...]', 'leaked files of any kind, or folders of them')
    .option('--out <folder>', 'also write report.html, report.json and report.txt there')
    .option('--json', 'print the report as JSON')
    .option('--case <id or name>', 'keep who was found in this case; a new name opens one')
    .option('--keep-evidence', 'with --case: keep a sealed copy of each file in it')
    .option('--source <text>', 'with --case: who handed the files over')
    .option('--examples', 'show masked examples of the values found (j•••@g••••.com)')
    .option('--password <password...>', 'try these on encrypted archives and documents')
    .option('--ocr-pages <number>', 'read at most so many scanned pages (default: 2000; 0: none)')
    .option('--max-unpacked <size>', 'let one file unpack to so much (10GB, 2TB)')
    .option('--no-resume', 'begin anew, and keep nothing for a run that is stopped')
    .action(async (paths: string[], flags: ExamineFlags) => {
      const { examineFiles } = await import('./examine-files.ts');
      await examineFiles(paths, flags);
    });
}
