// `tocsin verify`: its arguments; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { VerifyFlags } from './verify-any.ts';

export function addVerifyCommand(program: Command, ended: (exitCode: number) => void): void {
  program
    .command('verify')
    .description('check a certificate, a package, a proof, a checkpoint or a custody log')
    .argument('<path>', 'the file, or the folder of a log')
    .option('--key <public key>', 'the public key to trust, or the file it stands in')
    .option('--since <checkpoint>', 'an older checkpoint that the log must go on from')
    .option('--json', 'print the verdict as JSON')
    .action(async (path: string, flags: VerifyFlags) => {
      const { verifyAny } = await import('./verify-any.ts');
      ended(await verifyAny(path, flags));
    });
}
