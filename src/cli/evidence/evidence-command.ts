// `tocsin evidence`: files taken into a case, listed, checked and handed out. Arguments only; the work is loaded when it
// is asked for.

import type { Command } from 'commander';
import type { EvidenceAddFlags, EvidenceOpenFlags } from './evidence-files.ts';

export function addEvidenceCommand(program: Command, ended: (exitCode: number) => void): void {
  const evidence = program.command('evidence').description('take, list, verify and open the files of a case');
  evidence
    .command('add')
    .description('take files as evidence: hashed, and entered in the custody log')
    .argument('<case>', 'id or name of the case')
    .argument('<path...>', 'files, or folders of them')
    .option('--copy', 'keep a sealed copy of each in the case')
    .option('--source <text>', 'who handed them over')
    .option('--why <text>', 'what for')
    .option('--json', 'print what was taken as JSON')
    .action(async (named: string, paths: string[], flags: EvidenceAddFlags) => {
      const { addEvidence } = await import('./evidence-files.ts');
      ended(await addEvidence(named, paths, flags));
    });
  evidence
    .command('list')
    .description('list the evidence of a case, with hashes and sources')
    .argument('<case>', 'id or name of the case')
    .option('--json', 'print it as JSON')
    .action(async (named: string, flags: { json?: boolean }) => {
      const { listFiles } = await import('./evidence-files.ts');
      await listFiles(named, flags);
    });
  evidence
    .command('verify')
    .description('read the evidence again: unchanged, changed or missing')
    .argument('<case>', 'id or name of the case')
    .option('--json', 'print the findings as JSON')
    .action(async (named: string, flags: { json?: boolean }) => {
      const { verifyFiles } = await import('../verify/verify-files.ts');
      ended(await verifyFiles(named, flags));
    });
  evidence
    .command('open')
    .description('hand out one evidence in clear; entered in the custody log first')
    .argument('<case>', 'id or name of the case')
    .argument('<evidence>', 'its id, such as E1')
    .requiredOption('--out <file>', 'the file to write; only you may read it')
    .requiredOption('--why <text>', 'what for')
    .option('--json', 'print what was written as JSON')
    .action(async (named: string, id: string, flags: EvidenceOpenFlags) => {
      const { openFile } = await import('./evidence-files.ts');
      await openFile(named, id, flags);
    });
}
