// The work of `tocsin notify send`: progress on stderr, the result on stdout. Ctrl-C ends it within two seconds, with
// every mail answered for, or entered as open.

import { TocsinError } from '../../base/index.ts';
import { acting, previewSend, sendNotices } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { type SendFlags, sendRequest } from './send-flags.ts';
import { createSendLine } from './send-line.ts';
import { previewText, sentText } from './send-text.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export async function send(named: string, flags: SendFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const record = await caseOf(named, home);
  const request = sendRequest(flags, process.env);
  if (flags.dryRun) {
    const preview = await previewSend(record, request);
    process.stdout.write(flags.json ? jsonText(preview) : previewText(preview));
    return;
  }
  using stop = stopOnSignal();
  const line = createSendLine(process.stderr);
  try {
    const result = await sendNotices(home, record, request, {
      who,
      signal: stop.signal,
      onProgress: (progress) => line.show(progress),
      onNote: (note) => line.note(visibleText(note)),
    });
    line.clear();
    process.stdout.write(flags.json ? jsonText(result) : sentText(result, record.case));
    if (result.isStopped)
      throw new TocsinError('INTERRUPTED', 'stopped: every mail is answered for, or entered as open', {
        hint: 'run the same command again: it goes on where it was',
      });
  } finally {
    line.clear();
  }
}
