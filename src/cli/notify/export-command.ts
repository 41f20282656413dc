// `tocsin notify export`: the proof of a case's notices, for its dossier. Arguments only; the work is loaded when it is
// asked for.

import type { Command } from 'commander';
import type { ExportFlags } from './export-work.ts';

export function addExportCommand(notify: Command, _ended: (exitCode: number) => void): void {
  notify
    .command('export')
    .description('write who was told what, when and how into one archive that can be checked')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--out <file>', 'the archive (tar), outside of the instance folder')
    .option('--recipient <age1...>', 'seal it to the holder of this age key')
    .option('--with-contacts', 'also by which contacts people were reached; sealed only')
    .option('--json', 'print what was written as JSON')
    .action(async (named: string, flags: ExportFlags) =>
      (await import('./export-work.ts')).exportProof(named, flags),
    );
}
