// The work of `tocsin notify returned`, and its text. Resolves to 0, or to 1 where lines are left that nothing came of.

import { TocsinError } from '../../base/index.ts';
import { acting, type ReturnedLetters, returnLetters } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface ReturnedFlags {
  file: string;
  json?: boolean;
}

export async function takeReturned(named: string, { file, json }: ReturnedFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const record = await caseOf(named, home);
  using stop = stopOnSignal(
    new TocsinError('INTERRUPTED', 'stopped before all of the file was taken in', {
      hint: 'run the same command again: what was taken in counts once',
    }),
  );
  const returned = await returnLetters(home, record, file, { who, signal: stop.signal });
  process.stdout.write(json ? jsonText(returned) : returnedText(returned));
  return returned.lines.length > 0 ? 1 : 0;
}

const whys = {
  damaged: 'no reference, or a digit of it is wrong',
  unknown: 'of no letter of this case',
  'not sent': 'its letter was not written yet: nothing was changed',
} as const;

const shownLines = 20;

function returnedText({ references, nextChannel, lines, ...rest }: ReturnedLetters): string {
  const counts: (readonly [number, string])[] = [
    [rest.bounced, 'did not reach their reader'],
    [nextChannel.email, 'will be told by e-mail instead'],
    [nextChannel.text, 'will be told by text message instead'],
    [nextChannel.call, 'will be told by telephone instead'],
    [rest.unreachable, 'cannot be reached any more: they are in the substitute list'],
    [rest.again, 'were known to have come back'],
    [rest.repeated, 'stand in the file more than once'],
  ];
  const shown = [
    `${references.toLocaleString('en-GB')} ${references === 1 ? 'letter' : 'letters'} in the file`,
    ...counts.filter(([count]) => count > 0).map(([count, what]) => row(count, what)),
  ];
  if (lines.length > 0) {
    shown.push('', 'to be looked at');
    for (const { line, why } of lines.slice(0, shownLines)) shown.push(`  line ${line}: ${whys[why]}`);
    if (lines.length > shownLines)
      shown.push(`  and ${(lines.length - shownLines).toLocaleString('en-GB')} more`);
  }
  return `${shown.join('\n')}\n`;
}

function row(count: number, words: string): string {
  return `${count.toLocaleString('en-GB').padStart(12)}  ${words}`;
}
