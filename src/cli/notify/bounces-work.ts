// The work of `tocsin notify bounces`: progress on stderr, the result on stdout. Resolves to 0, or to 1 where something of
// the mailbox has to be read again.

import { acting, takeReturns } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { bouncesText } from './bounces-text.ts';
import { withStop } from './with-stop.ts';

export interface BouncesFlags {
  mailbox: string;
  json?: boolean;
}

const progressMs = 500;

export async function tellBounces(named: string, { mailbox, json }: BouncesFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const record = await caseOf(named, home);
  const progress = progressLine();
  try {
    const stopped = 'run the same again: what was taken in counts once';
    const report = await withStop(stopped, (signal) =>
      takeReturns(home, record, { mailbox, who }, { signal, onProgress: progress.show }),
    );
    progress.clear();
    process.stdout.write(json ? jsonText(report) : bouncesText(report, record.case));
    return report.busy > 0 || report.unreadableFiles > 0 ? 1 : 0;
  } finally {
    progress.clear();
  }
}

function progressLine() {
  const { stderr } = process;
  let shownAt = Date.now();
  let isShown = false;
  return {
    show: ({ messages, bytes }: { messages: number; bytes: number }) => {
      if (!stderr.isTTY || Date.now() - shownAt < progressMs) return;
      shownAt = Date.now();
      isShown = true;
      stderr.write(
        `\r\u001b[Kmailbox: ${messages.toLocaleString('en-GB')} mails, ${(bytes / 1e6).toFixed(0)} MB`,
      );
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
