// Which duties of a case are due, and when. In: its clocks, its awareness, the time now and where it is. Out: one
// deadline a clock, the next one to be met, and the duties that begin when another is met.

import type { CaseFacts, Clock } from '../../register/index.ts';
import type { Language } from '../statement/statement-words.ts';
import type { ClockRule, Period } from './clock-rule.ts';
import { clockRules, isInForce, ruleOn } from './clock-rules.ts';
import { noonReading, periodEnd, type PeriodPlace, type Reading, readingsOf } from './period-end.ts';
import { isHolidayCountry } from './working-days.ts';

/** `missed`: the end has passed and nothing was done; `met` may be late. */
export type DeadlineState = 'running' | 'met' | 'missed' | 'stopped';

export interface Deadline {
  id: string;
  /** `contract` where no law gives it. */
  regime: string;
  rule: string;
  article: Record<Language, string>;
  duty: Record<Language, string>;
  /** To whom, where it is owed to somebody in particular. */
  for: string | null;
  trigger: Clock['trigger'];
  startedAt: string;
  why: string | null;
  /** ISO 8601 in UTC, the earliest that can be meant; null: without undue delay. */
  dueAt: string | null;
  /** False: the end is advised, not written in the law. */
  isBinding: boolean;
  state: DeadlineState;
  /** Of one that was met: behind its end. */
  isLate: boolean;
  met: Clock['met'];
  stopped: Clock['stopped'];
  /** Later ends that the text can be read to give. */
  readings: (Omit<Reading, 'dueMs'> & { dueAt: string })[];
  source: string;
}

/** A duty whose clock begins when another one is met. */
export interface WaitingDuty {
  rule: string;
  article: Record<Language, string>;
  duty: Record<Language, string>;
  /** The rule that it waits for. */
  after: string;
  period: Period | null;
}

export interface CaseDeadlines {
  deadlines: Deadline[];
  waiting: WaitingDuty[];
  /** The first that is to be met; one that is overdue comes first. */
  next: Deadline | null;
}

/** What deadlines depend on; `zone` is the one that times are shown in. */
export interface PlacedFacts extends Pick<CaseFacts, 'aware' | 'country' | 'regimes'> {
  zone: string;
}

export function caseDeadlines(
  clocks: readonly Clock[],
  { aware, zone, country, regimes }: PlacedFacts,
  now: Date,
): CaseDeadlines {
  const place = { zone, country: country !== null && isHolidayCountry(country) ? country : null };
  const awareMs = aware === null ? null : Date.parse(aware.at);
  const deadlines = clocks
    .map((clock) => deadlineOf(clock, awareMs, now, place))
    .toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const next = deadlines.find(isOpen) ?? null;
  return { deadlines, waiting: waitingDuties(clocks, regimes, now), next };
}

function isOpen({ state }: Deadline): boolean {
  return state === 'running' || state === 'missed';
}

function deadlineOf(clock: Clock, awareMs: number | null, now: Date, place: PeriodPlace): Deadline {
  const { id, rule: ruleId, for: owedTo, trigger, startedAt, why, met, stopped } = clock;
  const rule = ruleOn(ruleId, startedAt.slice(0, 10)) ?? contractRule(clock);
  const period = clock.within ?? rule.period;
  const end = period === null ? null : endOf(rule, clock, period, awareMs, place);
  const readings = end?.readings ?? [];
  const dueMs = end?.dueMs ?? null;
  return {
    id,
    regime: clock.within ? 'contract' : rule.regime,
    rule: ruleId,
    article: rule.article,
    duty: rule.duty,
    for: owedTo,
    trigger,
    startedAt,
    why,
    dueAt: dueMs === null ? null : isoText(dueMs),
    isBinding: rule.isBinding,
    state: stateOf(clock, rule.isBinding ? dueMs : null, now),
    isLate: met !== null && dueMs !== null && Date.parse(met.at) > dueMs,
    met,
    stopped,
    readings: readings.map(({ dueMs: at, ...reading }) => ({ dueAt: isoText(at), ...reading })),
    source: rule.source,
  };
}

function stateOf({ met, stopped }: Clock, dueMs: number | null, now: Date): DeadlineState {
  if (met) return 'met';
  if (stopped) return 'stopped';
  return dueMs !== null && now.getTime() > dueMs ? 'missed' : 'running';
}

function endOf(
  rule: ClockRule,
  { startedAt, trigger }: Clock,
  period: Period,
  awareMs: number | null,
  place: PeriodPlace,
): { dueMs: number; readings: Reading[] } {
  const startMs = Date.parse(startedAt);
  const isClassified = rule.onceClassified !== undefined && trigger === 'given';
  const counted = isClassified ? rule.onceClassified! : period;
  const backstopMs = isClassified && awareMs !== null ? periodEnd(awareMs, period, place.zone) : null;
  const ownMs = periodEnd(startMs, counted, place.zone);
  // classified behind the first end, only the later period counts
  const isCapped = backstopMs !== null && startMs <= backstopMs && backstopMs < ownMs;
  const dueMs = isCapped ? backstopMs : ownMs;
  const noon = rule.movesToNoon ? noonReading(dueMs, place) : null;
  const readings = readingsOf(isCapped ? awareMs! : startMs, isCapped ? period : counted, place);
  return {
    dueMs,
    readings: [...readings, ...(noon ? [noon] : [])].filter((reading) => reading.dueMs > dueMs),
  };
}

/** In the order of the rules, in which a duty stands behind the one it waits for. */
function waitingDuties(clocks: readonly Clock[], regimes: readonly string[], now: Date): WaitingDuty[] {
  const coming = new Set(clocks.filter(({ met, stopped }) => !met && !stopped).map(({ rule }) => rule));
  const waiting: WaitingDuty[] = [];
  for (const rule of clockRules) {
    const { id, regime, trigger, article, duty, period } = rule;
    const isWaiting =
      typeof trigger === 'object' &&
      coming.has(trigger.after) &&
      !coming.has(id) &&
      regimes.includes(regime) &&
      isInForce(rule, now.toISOString().slice(0, 10));
    if (!isWaiting) continue;
    coming.add(id);
    waiting.push({ rule: id, article, duty, after: trigger.after, period });
  }
  return waiting;
}

/** What a contract asks for: told by whom it is owed to. */
function contractRule({ within }: Clock): ClockRule {
  return {
    id: 'contract',
    regime: 'gdpr',
    article: { en: 'contract', fr: 'contrat' },
    duty: { en: 'tell the contractual partner', fr: 'prévenir le cocontractant' },
    owedBy: 'any',
    trigger: 'given',
    period: within,
    isBinding: true,
    validFrom: null,
    validTo: null,
    source: 'the contract named in the reason',
  };
}

function isoText(ms: number): string {
  return new Date(ms).toISOString();
}
