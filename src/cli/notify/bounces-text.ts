// What came of a mailbox, for people. In: the report. Out: its text, 80 columns wide.

import type { BounceReport, ReturnSort } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';
import { counted } from '../counted.ts';

const sortWords: readonly (readonly [ReturnSort, string])[] = [
  ['bounced', 'did not reach their reader there'],
  ['full', 'met a full mailbox'],
  ['policy', 'were refused because of who sent them'],
  ['delayed', 'are still being tried'],
  ['delivered', 'were delivered'],
  ['relayed', 'went on to where nothing is reported from'],
  ['complaints', 'were complained about'],
  ['complaintsTakenBack', 'were said to be wanted, or failed a check of signatures'],
  ['complaintsUnproven', 'are complaints that do not name the mail'],
  ['autoReplies', 'are automatic answers'],
  ['again', 'had been read before'],
  ['notOurs', 'are about no mail of this case'],
  ['busy', 'are about mails that are being sent this moment'],
  ['unknown', 'are not understood'],
];

const shownPlaces = 10;

export function bouncesText(report: BounceReport, id: string): string {
  const lines = [`${counted(report.messages, 'mail')} in the mailbox`];
  for (const [sort, words] of sortWords) if (report[sort] > 0) lines.push(row(report[sort], words));
  if (report.unreadableFiles > 0) lines.push(row(report.unreadableFiles, 'files cannot be read'));
  lines.push('', ...effectsOf(report), ...placesOf(report));
  for (const domain of report.paused)
    lines.push(
      '',
      ...wrapped(visibleText(`sending to ${domain} pauses: see why with tocsin notify status ${id}`), 0, 2),
    );
  if (report.toPlanAgain > 0) lines.push('', ...planAgain(report.toPlanAgain, id));
  if (report.busy > 0) lines.push('', 'read the mailbox again when the sending has ended');
  return `${lines.join('\n')}\n`;
}

function effectsOf({ sends, nextChannel, unreachable, withoutEffect }: BounceReport): string[] {
  const channels = [
    ['by letter', nextChannel.letter],
    ['by text message', nextChannel.text],
    ['by telephone', nextChannel.call],
    ['by e-mail', nextChannel.email],
  ] as const;
  const effects: (readonly [number, string])[] = [
    ...channels.map(([how, count]) => [count, `will be told ${how} instead`] as const),
    [unreachable, 'cannot be reached any more: they are in the substitute list'],
    [sends.again, 'get the mail once more'],
    [sends.delivered, 'are known to have it'],
    [sends.complained, 'complained: they were told, and get no further mail'],
    [withoutEffect, 'reports changed nothing, as more was known already'],
  ];
  const told = effects.filter(([count]) => count > 0).map(([count, words]) => row(count, words));
  return told.length > 0 ? ['of those who were written to'].concat(told) : ['nothing changes'];
}

function planAgain(people: number, id: string): string[] {
  const who = `${people.toLocaleString('en-GB')} ${people === 1 ? 'person' : 'people'} of an earlier plan`;
  return wrapped(`${who} did not get it after all; to tell them: tocsin notify plan ${id}`, 0, 2);
}

function placesOf({ places, morePlaces }: BounceReport): string[] {
  if (places.length === 0) return [];
  const more = places.length - shownPlaces + morePlaces;
  return [
    '',
    'to be looked at',
    ...places
      .slice(0, shownPlaces)
      .flatMap(({ file, offset, why }) => [
        ...wrapped(visibleText(`${file} at byte ${offset}`), 2, 4),
        ...wrapped(why, 4, 4),
      ]),
    ...(more > 0 ? [`  and ${more.toLocaleString('en-GB')} more`] : []),
  ];
}

function row(count: number, words: string): string {
  return `${count.toLocaleString('en-GB').padStart(12)}  ${words}`;
}
