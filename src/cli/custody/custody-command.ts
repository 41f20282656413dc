// `tocsin custody`: the custody log, listed, verified, and proved from. Arguments only; the work is loaded when it is
// asked for.

import type { Command } from 'commander';
import type { CustodyFlags } from './custody-log.ts';

export function addCustodyCommand(program: Command, ended: (exitCode: number) => void): void {
  const custody = program.command('custody').description('read, verify and prove from the custody log');
  custody
    .command('list')
    .description('say who did what, when, why and with which result')
    .argument('[case]', 'only what is about this case (id or name)')
    .option('--json', 'print it as JSON, one entry a line')
    .action(async (named: string | undefined, flags: CustodyFlags) => {
      const { listLog } = await import('./custody-log.ts');
      await listLog(named, flags);
    });
  custody
    .command('verify')
    .description('compute the whole log again, or check a proof or checkpoint')
    .argument('[path]', 'a copy of the log, a proof or a checkpoint (default: the log of this instance)')
    .option('--since <checkpoint>', 'an older checkpoint that the log must go on from')
    .option('--key <public key>', 'the public key to trust, or the file it stands in')
    .option('--json', 'print the verdict as JSON')
    .action(async (path: string | undefined, flags: CustodyFlags) => {
      const { verifyLog } = await import('./custody-log.ts');
      ended(await verifyLog(path, flags));
    });
  custody
    .command('prove')
    .description('write a proof that somebody else can check')
    .argument('[entry]', 'the number of the entry to prove')
    .option('--since <checkpoint>', 'instead: that the log goes on from this older checkpoint')
    .requiredOption('--out <file>', 'the file to write')
    .action(async (entry: string | undefined, flags: CustodyFlags & { out: string }) => {
      const { writeProof } = await import('./custody-log.ts');
      await writeProof(entry, flags);
    });
  custody
    .command('renew')
    .description('begin a new log where this one is damaged for good; the old one is set aside')
    .requiredOption('--why <text>', 'why it is not put back from a copy')
    .option('--lost-database', 'instead: make instance.db anew; the log says what was lost')
    .action(async (flags: { why: string; lostDatabase?: boolean }) => {
      const { renewLog } = await import('./custody-log.ts');
      await renewLog(flags);
    });
  custody
    .command('checkpoint')
    .description('print the signed checkpoint, to be kept elsewhere')
    .action(async () => {
      const { printCheckpoint } = await import('./custody-log.ts');
      await printCheckpoint();
    });
}
