// The work of `tocsin notify calls`, with progress on stderr. Resolves to 0, or to 1 where lines of results cannot be
// understood.

import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import {
  acting,
  type CallResults,
  listCalls,
  takeCallResults,
  type WrittenList,
} from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFile } from '../refuse-unwritable.ts';
import { withStop } from './with-stop.ts';
import { counted } from '../counted.ts';

export interface CallsFlags {
  out?: string;
  recipient?: string;
  again?: boolean;
  results?: string;
  json?: boolean;
}

export async function handleCalls(named: string, flags: CallsFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const { out: file, results } = flags;
  if ((file === undefined) === (results === undefined))
    throw new TocsinError('USAGE', 'say whether a list is to be written or results to be taken in', {
      hint: 'give either --out FILE.csv or --results FILE.csv',
    });
  const record = await caseOf(named, home);
  if (results !== undefined) {
    const taken = takeCallResults(home, record, { file: results, who });
    process.stdout.write(flags.json ? jsonText(taken) : takenText(taken));
    return taken.wrong.length > 0 ? 1 : 0;
  }
  refuseInsideHome('--out', file!, home.path);
  refuseUnwritableFile(resolve(file!));
  const line = createProgressLine(process.stderr);
  return withStop('no call is in a list; run the same command again', async (signal) => {
    try {
      const request = {
        out: resolve(file!),
        recipient: flags.recipient ?? null,
        isAgain: flags.again ?? false,
        who,
      };
      const onShare = (share: number) => line.showShare('calls', share);
      const listed = await listCalls(home, record, request, { signal, onShare });
      line.clear();
      const result = { ...listed, file: listed.sends > 0 ? request.out : null };
      process.stdout.write(flags.json ? jsonText(result) : listedText(result));
      return 0;
    } finally {
      line.clear();
    }
  });
}

function listedText({ sends, file, sha256 }: WrittenList & { file: string | null }): string {
  if (sends === 0) return 'no calls are planned\n';
  const lines = [
    `${counted(sends, 'person', 'people')} to be telephoned`,
    `  file    ${file}`,
    `  SHA-256 ${sha256}`,
    ...wrapped(
      'Whoever calls reads the opening first and asks for nothing. Write reached, no answer or wrong number into the last column, then: tocsin notify calls CASE --results FILE',
      0,
      0,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function takenText(taken: CallResults): string {
  const next = Object.entries(taken.nextChannel)
    .map(([channel, count]) => `${count} by ${channelNames[channel] ?? channel}`)
    .join(', ');
  const lines = [
    `${counted(taken.reached, 'person', 'people')} reached`,
    ...(taken.again === 0 ? [] : [`  ${taken.again} to be called again: they are in the next list`]),
    ...(taken.notReached === 0
      ? []
      : [`  ${taken.notReached} not reached by telephone${next === '' ? '' : `, now ${next}`}`]),
    ...(taken.unreachable === 0 ? [] : [`  ${taken.unreachable} of them reached by nothing else`]),
    ...(taken.late === 0 ? [] : [`  ${taken.late} more, whose call a later plan has taken the place of`]),
    ...(taken.replaced === 0 ? [] : [`  ${taken.replaced} not reached, whom a later plan tells`]),
    ...(taken.open === 0 ? [] : [`  ${taken.open} lines without a result`]),
    ...(taken.known === 0 ? [] : [`  ${taken.known} results were known already`]),
    ...taken.wrong.flatMap(({ line, what }) => wrapped(`line ${line}: ${what}`, 2, 4)),
  ];
  return `${lines.join('\n')}\n`;
}

const channelNames: Readonly<Record<string, string>> = { e: 'e-mail', l: 'letter', s: 'text message' };
