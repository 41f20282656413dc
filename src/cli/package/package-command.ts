// `tocsin package`: a controller's package made, and one that was received opened. Arguments only; the work is loaded
// when it is asked for.

import type { Command } from 'commander';
import { TocsinError } from '../../base/index.ts';
import type { PackageFlags, PackageOpenFlags } from './package-files.ts';

export function addPackageCommand(program: Command, ended: (exitCode: number) => void): void {
  const command = program
    .command('package')
    .description("make a controller's package: its people only, sealed to its key")
    .argument('<case>', 'id or name of the case')
    // what follows `open` is its own
    .enablePositionalOptions()
    .option('--controller <name>', 'whose people, as the split names it')
    .option('--to <recipient>', "the controller's age recipient, which begins with age1")
    .option('--out <file>', 'the file to write; its proof goes beside it')
    .option('--why <text>', 'what for')
    .option('--force', 'replace the file and its proof where they are there already')
    .option('--json', 'print what was made as JSON')
    .action(async (named: string, flags: Partial<PackageFlags>) => {
      const { packController } = await import('./package-files.ts');
      await packController(named, whole(flags));
    });
  command
    .command('open')
    .description('check a package that was received, and open it')
    .argument('<file>', 'the package')
    .requiredOption('--identity <file>', 'the identity it was sealed to, as age-keygen wrote it')
    .requiredOption('--out <folder>', 'a new folder for what is in it')
    .option('--key <public key>', "the sender's public key, or the file it stands in")
    .option('--json', 'print what was in it as JSON')
    .action(async (path: string, flags: PackageOpenFlags) => {
      const { openReceived } = await import('./package-files.ts');
      ended(await openReceived(path, flags));
    });
}

/** Required here, for `open` is under the same command and has others. */
function whole({ controller, to, out, ...rest }: Partial<PackageFlags>): PackageFlags {
  if (controller !== undefined && to !== undefined && out !== undefined)
    return { controller, to, out, ...rest };
  throw new TocsinError('USAGE', 'a package needs --controller, --to and --out');
}
