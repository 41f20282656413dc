// The work of `tocsin notify texts`, with progress on stderr. Resolves to 0, or to 1 where the gateway left something open
// or refused it.

import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import { checkGatewayUrl } from '../../notify/index.ts';
import { acting, type ListedTexts, listTexts, sendTexts, type SentTexts } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFile } from '../refuse-unwritable.ts';
import { withStop } from './with-stop.ts';
import { counted } from '../counted.ts';

export interface TextsFlags {
  out?: string;
  recipient?: string;
  gateway?: string;
  workers: string;
  anyTime?: boolean;
  json?: boolean;
}

const mostWorkers = 64;

export async function handOverTexts(named: string, flags: TextsFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const { out: file, gateway } = flags;
  if ((file === undefined) === (gateway === undefined))
    throw new TocsinError('USAGE', 'say where the text messages go: a list, or a gateway', {
      hint: 'give either --out FILE.csv or --gateway URL',
    });
  const workers = Number(flags.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > mostWorkers)
    throw new TocsinError('USAGE', `--workers is a number from 1 to ${mostWorkers}`);
  if (gateway !== undefined) checkGatewayUrl(gateway);
  if (file !== undefined) {
    refuseInsideHome('--out', file, home.path);
    refuseUnwritableFile(resolve(file));
  }
  const record = await caseOf(named, home);
  const line = createProgressLine(process.stderr);
  return withStop('what was handed over stays; run the same command again', async (signal) => {
    try {
      if (file !== undefined) {
        const request = { out: resolve(file), recipient: flags.recipient ?? null, who };
        const onShare = (share: number) => line.showShare('text messages', share);
        const listed = await listTexts(home, record, request, { signal, onShare });
        line.clear();
        const result = { ...listed, file: listed.sends > 0 ? request.out : null };
        process.stdout.write(flags.json ? jsonText(result) : listedText(result));
        return 0;
      }
      const token = process.env['TOCSIN_GATEWAY_TOKEN'] || null;
      const request = {
        gateway: { url: gateway!, token },
        isAnyTime: flags.anyTime ?? false,
        workers,
        who,
      };
      const onProgress = ({ handed }: SentTexts) =>
        line.showShare(`text messages handed over: ${handed}`, null);
      const sent = await sendTexts(home, record, request, { signal, onProgress });
      line.clear();
      process.stdout.write(flags.json ? jsonText(sent) : sentText(sent));
      return sent.left > 0 || sent.refused > 0 ? 1 : 0;
    } finally {
      line.clear();
    }
  });
}

function listedText({ sends, parts, file, sha256, earlier }: ListedTexts & { file: string | null }): string {
  const lines = [
    ...(earlier === null
      ? []
      : wrapped(`a run that was stopped had finished its list; it counts: ${earlier}`, 0, 2)),
    ...(sends === 0
      ? ['no text messages are planned']
      : [
          `${counted(sends, 'text message')} in the list, ${counted(parts, 'message')} to pay for`,
          `  file    ${file}`,
          `  SHA-256 ${sha256}`,
          ...wrapped(
            'They count as handed over. Send them between 8:00 and 20:00, and delete the list afterwards: it says who is in the leak.',
            0,
            0,
          ),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function sentText(sent: SentTexts): string {
  const next = Object.entries(sent.nextChannel)
    .map(([channel, count]) => `${count} by ${channelNames[channel] ?? channel}`)
    .join(', ');
  const nextAt =
    sent.nextAt === null ? '' : `; the first is due ${sent.nextAt.slice(0, 16).replace('T', ' ')} UTC`;
  const lines = [
    `${counted(sent.handed, 'text message')} handed over`,
    ...(sent.refused === 0 ? [] : [`  ${sent.refused} refused${next === '' ? '' : `, now ${next}`}`]),
    ...(sent.unreachable === 0 ? [] : [`  ${sent.unreachable} of them reached by nothing else`]),
    ...(sent.uncertain === 0
      ? []
      : wrapped(
          `${sent.uncertain} may have been taken without an answer: handed over again under the same key`,
          2,
          4,
        )),
    ...(sent.night === 0 ? [] : [`  ${sent.night} wait for the morning where they arrive`]),
    ...(sent.paused === null ? [] : wrapped(`paused: ${sent.paused}`, 2, 4)),
    ...(sent.left === 0 ? [] : wrapped(`${sent.left} are open${nextAt}: run the same command again`, 0, 2)),
  ];
  return `${lines.join('\n')}\n`;
}

const channelNames: Readonly<Record<string, string>> = { e: 'e-mail', l: 'letter', c: 'telephone' };
