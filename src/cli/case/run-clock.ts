// Runs and lists the clocks of a case, as the command line asks. In: an action, a rule or a clock. Out: what is due next then.

import { parseTime, TocsinError } from '../../base/index.ts';
import { acting, cases } from '../../pipeline/index.ts';
import { caseState } from '../../register/index.ts';
import {
  type CaseHead,
  caseJson,
  clockRules,
  type Period,
  proposedRules,
  renderDeadlines,
  renderNext,
} from '../../report/index.ts';
import { openHome, readEvents } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { terminal } from './show-case.ts';

export interface ClockFlags {
  at?: string;
  why?: string;
  for?: string;
  within?: string;
  reference?: string;
  json?: boolean;
}

export async function runClock(
  id: string | undefined,
  action: string | undefined,
  clock: string | undefined,
  flags: ClockFlags,
): Promise<void> {
  if (id === undefined) return void process.stdout.write(flags.json ? jsonText(rulesJson()) : rulesText());
  if (action === undefined) return listClocks(id, flags);
  if (clock === undefined || !/^(?:start|stop|met)$/u.test(action))
    throw new TocsinError('USAGE', 'say what to do with which clock: start RULE, stop CLOCK or met CLOCK');
  const home = openHome();
  const by = { who: acting(home, 'case.write').who, now: new Date() };
  const record = await caseOf(id, home);
  const { facts } = caseState(readEvents(record));
  const at =
    flags.at === undefined ? by.now.toISOString() : parseTime(flags.at, '--at', facts.zone ?? undefined).at;
  if (action === 'start') {
    const given = { for: flags.for?.trim() || null, within: periodOf(flags.within) };
    cases.startClock(home, record, { rule: clock, startedAt: at, why: reasonOf(flags), ...given }, by);
  } else if (action === 'stop') cases.stopClock(home, record, clock, reasonOf(flags), by);
  else cases.meetClock(home, record, { id: clock, at, reference: flags.reference?.trim() || null }, by);
  const head = cases.caseHead(record, by.now);
  if (flags.json) process.stdout.write(jsonText(clocksJson(head)));
  else process.stderr.write(renderNext(head, { language: 'en', ...terminal() }));
}

async function listClocks(id: string, { json }: ClockFlags): Promise<void> {
  const home = openHome();
  acting(home, 'case.read');
  const head = cases.caseHead(await caseOf(id, home), new Date());
  if (json) process.stdout.write(jsonText(clocksJson(head)));
  else process.stdout.write(renderDeadlines(head, { language: 'en', ...terminal() }));
}

function clocksJson(head: CaseHead): object {
  const { next, deadlines, waiting } = caseJson(head) as Record<string, unknown>;
  return { case: head.case, next, deadlines, waiting };
}

function reasonOf({ why }: ClockFlags): string {
  if (why?.trim()) return why.trim();
  throw new TocsinError('USAGE', 'a clock is started and stopped for a reason: give --why');
}

function periodOf(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const [, digits, unit] = /^([1-9]\d{0,3})([hdm])$/u.exec(text.trim()) ?? [];
  const count = Number(digits);
  if (unit === 'h') return { hours: count };
  if (unit === 'd') return { days: count };
  if (unit === 'm') return { months: count };
  throw new TocsinError('USAGE', '--within is hours, days or months, such as 24h, 2d or 1m');
}

function rulesJson(): object {
  return { rules: clockRules, proposed: proposedRules };
}

function rulesText(): string {
  const proposed = proposedRules.map(
    ({ id, duty, source }) => `${id.padEnd(idWidth)}${duty.en}
${' '.repeat(idWidth)}${source}
`,
  );
  return `${clockRules.map(ruleLine).join('')}\nproposed, not in force:\n${proposed.join('')}`;
}

const idWidth = 22;

function ruleLine({ id, article, duty }: (typeof clockRules)[number]): string {
  return `${id.padEnd(idWidth)}${duty.en} (${article.en})\n`;
}
