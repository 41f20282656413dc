/*
 * The deadlines of a case as lines of a terminal: what is due next, and each clock with when it ends and why it began.
 * In: deadlines, the time it is shown at, a zone. Out: lines.
 */
import type { Deadline, WaitingDuty } from '../clocks/index.ts';
import { wrapText } from '../fit-text.ts';
import type { Language } from '../statement/statement-words.ts';
import { hanging, type Line, paragraph } from '../terminal-line.ts';
import type { CaseHead } from './case-page.ts';
import { type CaseWords, caseWords } from './case-words.ts';
import { spanText, timeText } from './time-text.ts';

export interface Shown {
  language: Language;
  width: number;
  zone: string;
}

/** The first line of the page; where that is overdue, the next one says what can still be met. */
export function nextLines(head: CaseHead, shown: Shown): Line[] {
  const { next, aware, state, deadlines } = head;
  const words = caseWords[shown.language];
  if (next === null) {
    const isWaiting = aware === null && state === 'open';
    return firstAndRest(isWaiting ? words.noAwareness(head.case) : words.nothingDue, 'strong', shown);
  }
  const lines = firstAndRest(
    dueText(next, head, shown),
    next.state === 'missed' ? 'warning' : 'strong',
    shown,
  );
  const running = next.state === 'missed' ? deadlines.find((other) => other.state === 'running') : undefined;
  return running ? [...lines, ...firstAndRest(dueText(running, head, shown), 'strong', shown)] : lines;
}

/** Most fit one line; what follows of a longer one stands under it. */
function firstAndRest(text: string, style: 'strong' | 'warning', { width }: Shown): Line[] {
  const [first = '', ...rest] = wrapText(text, width);
  const following = rest.length === 0 ? [] : wrapText(rest.join(' '), width - 2);
  return [[[style, first]], ...following.map((line): Line => ['  ', [style, line]])];
}

function dueText(deadline: Deadline, { shownAt }: CaseHead, { language, zone }: Shown): string {
  const words = caseWords[language];
  const owedTo = deadline.for === null ? '' : ` ${words.to(deadline.for)}`;
  const duty = `${deadline.duty[language]}${owedTo} (${deadline.article[language]})`;
  if (deadline.dueAt === null) return words.withoutDelay(duty, timeText(deadline.startedAt, zone));
  const leftMs = Date.parse(deadline.dueAt) - Date.parse(shownAt);
  const span = spanText(Math.abs(leftMs), words);
  const due = timeText(deadline.dueAt, zone);
  if (deadline.state === 'missed') return words.overdue(span, duty, due);
  return leftMs < 0 ? words.advisedPassed(span, duty, due) : words.dueIn(span, duty, due);
}

export function deadlineLines({ deadlines, waiting }: CaseHead, shown: Shown): Line[] {
  const words = caseWords[shown.language];
  if (deadlines.length === 0) return paragraph(words.noClocks, shown.width, 2);
  return [
    ...deadlines.flatMap((deadline) => oneDeadline(deadline, shown)),
    ...waiting.flatMap((duty) => hanging(waitingText(duty, shown), shown.width)),
  ];
}

function oneDeadline(deadline: Deadline, { language, width, zone }: Shown): Line[] {
  const words = caseWords[language];
  const { state, isLate, isBinding, dueAt, duty, article, id, met, stopped, readings } = deadline;
  const due = dueAt === null ? words.noHours : timeText(dueAt, zone);
  const owedTo = deadline.for === null ? '' : ` ${words.to(deadline.for)}`;
  const head = [
    isBinding ? due : `${due} (${words.advised})`,
    state === 'met' && isLate ? words.metLate : words.states[state],
    `${duty[language]}${owedTo} (${article[language]})`,
  ].join(' · ');
  const isOpen = state === 'running' || state === 'missed';
  const details = [
    `${id} · ${words.began(timeText(deadline.startedAt, zone), deadline.trigger, deadline.why)}`,
    ...(met ? [words.done(timeText(met.at, zone), met.who, met.reference)] : []),
    ...(stopped ? [words.stopped(timeText(stopped.at, zone), stopped.who, stopped.why)] : []),
    ...(isOpen ? readings : []).map((reading) =>
      words.readings[reading.standing](timeText(reading.dueAt, zone), reading.article),
    ),
  ];
  return [
    ...styled(hanging(head, width), state === 'missed' ? 'warning' : 'plain'),
    ...details.flatMap((text) => paragraph(text, width, 4, 'quiet')),
  ];
}

function styled(lines: Line[], style: 'plain' | 'warning'): Line[] {
  return lines.map((line) =>
    line.map((piece) => [style, typeof piece === 'string' ? piece : piece[1]] as const),
  );
}

function waitingText({ duty, article, after, period }: WaitingDuty, { language }: Shown): string {
  const words = caseWords[language];
  return words.waits(`${duty[language]} (${article[language]})`, after, periodText(period, words));
}

function periodText(period: WaitingDuty['period'], words: CaseWords): string {
  if (period === null) return words.noHours;
  if ('hours' in period) return words.periods.hours(period.hours);
  return 'days' in period ? words.periods.days(period.days) : words.periods.months(period.months);
}
