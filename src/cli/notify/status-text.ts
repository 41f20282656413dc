// How far the telling of a case is, for a terminal of 80 columns.

import type { NoticeStatus } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';

const planStates: Record<NoticeStatus['state'], string> = {
  planned: 'not approved yet',
  approved: 'approved',
  replaced: 'replaced by a later plan',
};

const channelRows = [
  ['email', 'e-mail'],
  ['letter', 'letter'],
  ['text', 'text message'],
  ['call', 'telephone'],
] as const;

const shownDomains = 10;

/** `now`: ms since 1970. */
export function statusText(status: NoticeStatus, now: number): string {
  const { plan, state, approvals, people, uncertain, pauses } = status;
  const by = approvals.map(({ by: who }) => visibleText(who)).join(' and ');
  return [
    ...wrapped(
      `plan ${plan}: ${planStates[state]}${by === '' ? '' : ` by ${by}`}; ${sendingText(status, now)}`,
      0,
      2,
    ),
    '',
    row(people.told, 'people told'),
    row(people.open, 'people still to be told'),
    row(people.unreachable, 'people whom nothing reaches: they are in the substitute list'),
    ...(people.notTold > 0 ? [row(people.notTold, 'people who are not to be told, with the reason')] : []),
    ...(people.superseded > 0 ? [row(people.superseded, 'people whom a later plan tells')] : []),
    '',
    ...channelTable(status),
    ...(uncertain === 0
      ? []
      : [
          '',
          ...wrapped(
            `${count(uncertain)} sends may have reached their reader twice, as an answer was lost`,
            0,
            2,
          ),
        ]),
    ...(pauses.length === 0 ? [] : ['', ...pausesText(pauses).trimEnd().split('\n')]),
    ...domainTable(status),
    '',
  ].join('\n');
}

function sendingText({ isSending, rate, endsAt, nextDueAt, byChannel }: NoticeStatus, now: number): string {
  const open = byChannel.email.planned + byChannel.email.leased;
  if (isSending) {
    const end = endsAt === null ? '' : `, ends about ${shownMoment(endsAt)}`;
    return `e-mails are being sent, ${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))}/s${end}`;
  }
  if (open === 0) return 'no e-mail is open';
  const isDue = nextDueAt === null || Date.parse(nextDueAt) <= now;
  return `nothing is being sent; ${isDue ? 'e-mails are due' : `the next e-mail is due ${shownMoment(nextDueAt)}`}`;
}

function shownMoment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

const columns = [
  ['open', ({ planned, leased }) => planned + leased],
  ['handed over', ({ handed }) => handed],
  ['delivered', ({ delivered }) => delivered],
  ['bounced', ({ bounced }) => bounced],
  ['complained', ({ complained }) => complained],
] as const satisfies readonly (readonly [string, (counts: NoticeStatus['sends']) => number])[];

function channelTable({ byChannel }: NoticeStatus): string[] {
  const used = channelRows.filter(([channel]) =>
    Object.values(byChannel[channel]).some((number) => number > 0),
  );
  if (used.length === 0) return ['nothing is planned over any channel'];
  return [
    `${' '.repeat(14)}${columns.map(([name]) => name.padStart(13)).join('')}`,
    ...used.map(
      ([channel, name]) =>
        `${name.padEnd(14)}${columns.map(([, of]) => count(of(byChannel[channel])).padStart(13)).join('')}`,
    ),
  ];
}

function domainTable({ domains }: NoticeStatus): string[] {
  if (domains.length === 0) return [];
  const shown = domains.slice(0, shownDomains);
  return [
    '',
    `${'receiving domain'.padEnd(34)}${'open'.padStart(13)}${'handed over'.padStart(13)}${'against us'.padStart(13)}`,
    ...shown.map(({ domain, open, handed, policy, complained, isPaused }) => {
      const name = visibleText(domain);
      const cut = name.length > 32 ? `${name.slice(0, 31)}…` : name;
      const numbers = [open, handed, policy + complained]
        .map((number) => count(number).padStart(13))
        .join('');
      return `${cut.padEnd(34)}${numbers}${isPaused ? ' paused' : ''}`;
    }),
  ];
}

export function pausesText(pauses: NoticeStatus['pauses']): string {
  if (pauses.length === 0) return 'nothing is paused\n';
  const lines = pauses
    .slice(0, shownDomains)
    .flatMap(({ domain, who, since, why }) =>
      wrapped(
        visibleText(`paused: ${domain ?? 'everything'}, by ${who} since ${shownMoment(since)}: ${why}`),
        0,
        2,
      ),
    );
  const more = pauses.length - shownDomains;
  return `${[...lines, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n')}\n`;
}

function row(number: number, words: string): string {
  return `${count(number).padStart(12)}  ${words}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
