// `tocsin mask verify`: whether a masked copy is the one that its receipt speaks of. Arguments only; the work is loaded when
// it is asked for.

import type { Command } from 'commander';
import type { VerifyCopyFlags } from './verify-masked.ts';

export function addVerifyCommand(mask: Command, ended: (exitCode: number) => void): void {
  mask
    .command('verify')
    .description('check a masked copy against its receipt')
    .argument('<copy>', 'the file or folder')
    .option('--receipt <file>', 'its receipt, where it is not beside the copy')
    .option('--public-key <key>', 'the public key to trust, or the file it stands in')
    .option('--json', 'print the verdict as JSON')
    .action(async (copy: string, flags: VerifyCopyFlags) =>
      ended(await (await import('./verify-masked.ts')).verify(copy, flags)),
    );
}
