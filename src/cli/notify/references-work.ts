// The work of `tocsin notify references`: references into the register or out of it, with progress on stderr.

import { TocsinError } from '../../base/index.ts';
import {
  acting,
  type PublishedReferences,
  publishReferences,
  withdrawReferences,
} from '../../pipeline/index.ts';
import { findCase, isCaseId, openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor } from '../register-for.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { counted } from '../counted.ts';

export interface ReferencesFlags {
  /** Left out: as it is. */
  publishTexts?: boolean;
  withdraw?: boolean;
  database?: string;
  json?: boolean;
}

export async function makeKnown(named: string, flags: ReferencesFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const isGone = flags.withdraw === true && findCase(home, named) === null && isCaseId(named);
  const record = isGone ? null : await caseOf(named, home);
  await using register = await openRegisterFor(flags, { home });
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: the same command goes on'));
  const line = createProgressLine(process.stderr);
  const options = {
    who,
    signal: stop.signal,
    onShare: (share: number) => line.showShare('references', share),
  };
  try {
    if (flags.withdraw || record === null) {
      const notices = await withdrawReferences(home, register, record?.case ?? named, options);
      line.clear();
      const result = { withdrawn: notices };
      process.stdout.write(flags.json ? jsonText(result) : withdrawnText(notices));
      return;
    }
    const areTextsPublic = flags.publishTexts ?? null;
    const made = await publishReferences(home, register, record, { ...options, areTextsPublic });
    line.clear();
    process.stdout.write(flags.json ? jsonText(made) : madeText(made, areTextsPublic));
  } finally {
    line.clear();
  }
}

function withdrawnText(notices: number): string {
  if (notices === 0) return 'the register knew no references of the case\n';
  return `the register knows ${counted(notices, 'notice')} of the case no more\n`;
}

function madeText(
  { notices, references, removed, codes, texts }: PublishedReferences,
  areTextsPublic: boolean | null,
): string {
  const lines = [
    `known: ${counted(references, 'reference')} of ${counted(notices, 'notice')}`,
    ...(removed === 0 ? [] : [`  ${counted(removed, 'earlier notice')} not sent any more: forgotten`]),
    ...(codes === 0
      ? []
      : wrapped(
          `${codes.toLocaleString('en')} of them show what was lost at /code, with the date of birth`,
          2,
          4,
        )),
    ...(areTextsPublic === true ? [`  ${counted(texts, 'text')} to be read at /letter/texts`] : []),
    ...(areTextsPublic === false ? ['  no text is public'] : []),
    ...wrapped(
      'Whoever got a notice can ask at /letter of the portal whether it is real. The register keeps hashes of the references, and nothing of the people.',
      0,
      0,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
