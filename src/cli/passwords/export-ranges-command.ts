// `tocsin export-ranges`: ranges as files for any server of files. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import { addDatabaseOption } from '../register-for.ts';
import type { ExportFlags } from './export-ranges-work.ts';

export function addExportRangesCommand(program: Command): void {
  addDatabaseOption(
    program
      .command('export-ranges')
      .description(
        'write ranges as files for an object store or a CDN; all three sorts, unless some are named',
      )
      .requiredOption('--out <folder>', 'the folder to write to; a later run writes what has changed')
      .option('--passwords', 'SHA-1 of passwords: range/21BD1')
      .option('--ntlm', 'NTLM of passwords: ntlm/range/21BD1')
      .option('--emails', 'addresses: breachedaccount/range/567159.json')
      .option('--json', 'print what was written as JSON'),
  )
    .addHelpText(
      'after',
      '\nWithout --passwords, --ntlm or --emails all three are written: over two million files.',
    )
    .action(async (flags: ExportFlags) => {
      const { exportRangesTo } = await import('./export-ranges-work.ts');
      await exportRangesTo(flags);
    });
}
