// What a sending came to, or would come to, for a terminal of 80 columns.

import type { SendPreview, SendResult } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';
import { counted } from '../counted.ts';

const channelWords: Record<string, string> = {
  e: 'by e-mail',
  l: 'by letter',
  s: 'by text message',
  c: 'by telephone',
};

export function sentText(result: SendResult, id: string): string {
  const { handed, bounced, deferred, uncertain, uncertainBefore, open, unreachable } = result;
  const rate = Math.round(result.mailsPerSecond);
  const lines = [`${counted(handed, 'mail')} handed over in ${duration(result.seconds)}, ${count(rate)}/s`];
  if (bounced > 0) lines.push(row(bounced, 'refused for good'));
  for (const { channel, sends } of result.nextChannel)
    lines.push(row(sends, `of these are told ${channelWords[channel]} instead`));
  if (unreachable > 0)
    lines.push(row(unreachable, 'of these cannot be reached: they are in the substitute list'));
  if (deferred > 0) lines.push(row(deferred, 'answers were “not now”: tried again'));
  if (uncertain + uncertainBefore > 0)
    lines.push(
      ...wrapped(
        `${counted(uncertain + uncertainBefore, 'mail')} may have been handed over twice, as an answer was lost; the ledger says which: tocsin notify reconcile ${id}`,
        2,
        4,
      ),
    );
  lines.push(row(open, 'still open'), ...whyOpen(result, id));
  return `${lines.join('\n')}\n`;
}

function whyOpen(result: SendResult, id: string): string[] {
  const { open, nextDueAt, pausedDomains, isPaused, isStopped, isCanary } = result;
  if (open === 0) return [];
  const again = `tocsin notify send ${id}`;
  if (isPaused) return wrapped(`sending is paused: tocsin notify resume ${id}`, 0, 2);
  const lines: string[] = [];
  if (pausedDomains.length > 0) {
    const shown = pausedDomains.slice(0, 5).map(visibleText).join(', ');
    const more = pausedDomains.length > 5 ? ` and ${pausedDomains.length - 5} more` : '';
    lines.push(...wrapped(`paused: ${shown}${more}; see why with tocsin notify status ${id}`, 0, 2));
  }
  if (isStopped) return lines;
  if (isCanary) {
    const look = `look whether they arrive as they should, then send the rest: ${again}`;
    return [...lines, ...wrapped(look, 0, 2)];
  }
  if (nextDueAt !== null) {
    const at = `${nextDueAt.slice(0, 16).replace('T', ' ')} UTC`;
    lines.push(...wrapped(`the next is due at ${at}: run it again then, or with --wait: ${again}`, 0, 2));
  }
  return lines;
}

export function previewText(preview: SendPreview): string {
  const { mails, domains, uncertain, largestDomains, pauses, variants, example } = preview;
  return [
    `${counted(mails, 'mail')} would be handed over, to ${counted(domains, 'receiving domain')}`,
    ...largestDomains.map(({ domain, mails: some }) => row(some, visibleText(domain))),
    ...(uncertain === 0
      ? []
      : wrapped(`${counted(uncertain, 'mail')} of a stopped run would go out again`, 2, 4)),
    ...(pauses.length === 0 ? [] : wrapped(visibleText(`paused: ${pauses.slice(0, 5).join(', ')}`), 2, 4)),
    `in ${counted(variants.length, 'text')}; the first, with nothing of anybody in it:`,
    '',
    ...example.split('\n').map(visibleText),
    'nothing was sent, and nothing changed',
    '',
  ].join('\n');
}

function row(number: number, words: string): string {
  return `${count(number).padStart(12)}  ${words}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(1)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
