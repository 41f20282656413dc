// `tocsin mask key`: the keys under which copies were masked. Arguments only; the work is loaded when it is asked for.

import type { Command } from 'commander';
import type { DestroyKeyFlags, KeyFlags } from './manage-mask-keys.ts';

export function addKeyCommand(mask: Command, ended: (exitCode: number) => void): void {
  const keys = mask
    .command('key')
    .description('the keys that copies were masked under; tocsin mask makes them');
  keys
    .command('list')
    .description('list the keys, and whom copies were masked for under each')
    .option('--json', 'print them as JSON')
    .action(async (flags: KeyFlags) => (await import('./manage-mask-keys.ts')).list(flags));
  keys
    .command('show')
    .description('show one of them; the key itself is never shown')
    .argument('<name>', 'its name')
    .option('--json', 'print it as JSON')
    .action(async (name: string, flags: KeyFlags) =>
      (await import('./manage-mask-keys.ts')).show(name, flags),
    );
  keys
    .command('destroy')
    .description('destroy a key for good; says first what can no longer be done')
    .argument('<name>', 'its name')
    .option('--yes', 'do it')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, flags: DestroyKeyFlags) =>
      ended((await import('./manage-mask-keys.ts')).destroy(name, flags)),
    );
}
