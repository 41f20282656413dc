// What reconciling came to, for a terminal of 80 columns: the verdict first.

import type { Reconciled } from '../../pipeline/index.ts';
import { wrapped } from '../checked-text.ts';

export function reconciledText(reconciled: Reconciled): string {
  const { people, told, open, unreachable, notTold, superseded, lost, duplicates, sink, faults } = reconciled;
  const verdict = reconciled.consistent ? 'holds: nobody is lost' : 'DOES NOT HOLD';
  const counts: (readonly [number, string])[] = [
    [people, 'people of the plan, of whom'],
    [told, 'are told'],
    [open, 'are still to be told'],
    [unreachable, 'are reached by nothing: they are in the substitute list'],
    [notTold, 'are not to be told, with the reason'],
    [superseded, 'are told by a later plan'],
    [lost, 'are lost'],
  ];
  return [
    verdict,
    ...counts
      .filter(([number], i) => number > 0 || i < 4 || i === 6)
      .map(([number, words]) => row(number, words)),
    '',
    ...duplicatesText(duplicates),
    ...(sink === null ? [] : sinkText(sink)),
    ...faults.flatMap(({ words, count: times, examples }) =>
      wrapped(`wrong: ${words} (${count(times)} times, first: ${examples.slice(0, 5).join(', ')})`, 0, 2),
    ),
    '',
  ].join('\n');
}

function duplicatesText({ possible, perConnection }: Reconciled['duplicates']): string[] {
  if (possible === 0) return ['no send may have been made twice'];
  return wrapped(
    `${count(possible)} sends may have been made once more than they should, as an answer was lost: at most ${perConnection} of one connection at one time; their Message-IDs: --json`,
    0,
    2,
  );
}

function sinkText({ mails, others, lost, extra, twice }: NonNullable<Reconciled['sink']>): string[] {
  return [
    'at the mail server',
    row(mails, 'mails of the case'),
    row(twice.count, 'of these more than once'),
    row(lost, 'that were handed over and are not there'),
    row(extra, 'more often than the ledger explains'),
    ...(others === 0 ? [] : [row(others, 'mails of others')]),
  ];
}

function row(number: number, words: string): string {
  return `${count(number).padStart(12)}  ${words}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
