// `tocsin notify status`, `pause`, `resume`, `reconcile`: how far it is, stopped, let go on, checked. Arguments only; the
// work is loaded when it is asked for.

import type { Command } from 'commander';
import type { PauseFlags, ReconcileFlags, StatusFlags } from './status-work.ts';

export function addStatusCommand(notify: Command, ended: (exitCode: number) => void): void {
  notify
    .command('status')
    .description('how far the telling of a case is: people, sends, pauses, the largest receiving domains')
    .argument('<case>', 'id or name of the case')
    .option('--json', 'print it as JSON')
    .action(async (named: string, flags: StatusFlags) =>
      (await import('./status-work.ts')).showStatus(named, flags),
    );
  notify
    .command('pause')
    .description(
      'stop the sending of a case, or to one receiving domain; one that runs stops within a second',
    )
    .argument('<case>', 'id or name of the case')
    .option('--domain <domain>', 'only to this receiving domain')
    .option('--why <text>', 'what others are to read')
    .option('--json', 'print all pauses as JSON')
    .action(async (named: string, flags: PauseFlags) =>
      (await import('./status-work.ts')).pause(named, flags),
    );
  notify
    .command('resume')
    .description('let a paused sending go on')
    .argument('<case>', 'id or name of the case')
    .option('--domain <domain>', 'only to this receiving domain')
    .option('--json', 'print the pauses that are left as JSON')
    .action(async (named: string, flags: PauseFlags) =>
      (await import('./status-work.ts')).resume(named, flags),
    );
  notify
    .command('reconcile')
    .description('check that nobody is lost, and who may have been told twice')
    .argument('<case>', 'id or name of the case')
    .option(
      '--sink <file>',
      'compare with what the mail server took: Message-IDs one a line, its log, an mbox',
    )
    .option('--json', 'print the account as JSON')
    .action(async (named: string, flags: ReconcileFlags) => {
      const { reconcile } = await import('./status-work.ts');
      ended(await reconcile(named, flags));
    });
}
