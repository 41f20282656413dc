// What a plan came to, as it is shown and kept with it. In: counts, texts and facts. Out: plain data. People add up: each
// counts by the best of his channels, or as one whom nothing reaches, or as one whom a rule leaves out.

import { estimateSeconds, type NoticeContent, type PaceSettings } from '../../../notify/index.ts';
import { type Notices, variantsOf } from '../../../store/notices/index.ts';
import type { Directions } from '../directions/index.ts';
import type { PlanFacts } from '../plan-facts.ts';
import type { DecidedPeople } from './decide-recipients.ts';
import { noChannels, type PlanCounts } from './plan-counter.ts';
import type { PlannedNotices, PlanRequest } from './plan-types.ts';
import { planWarnings } from './plan-warnings.ts';
import { postageOf } from './postage.ts';

/** Of a plan with millions of domains the rest says nothing to anybody. */
const shownDomains = 50;

/** As sending goes by itself: each domain slowly at first. */
const usualPace: PaceSettings = { all: null, domains: new Map(), slowStart: 50, ramp: 1 };

export interface CountedPlan {
  plan: number;
  kind: string;
  state: string;
  /** As the report counts them. */
  people: number;
  decided: DecidedPeople;
  counts: PlanCounts;
}

export function shownPlan(
  { plan, kind, state, people, decided, counts }: CountedPlan,
  {
    db,
    facts,
    request,
    directions,
    country,
    now,
  }: {
    db: Notices['db'];
    facts: PlanFacts['facts'];
    request: PlanRequest;
    directions: Directions | null;
    /** ISO 3166; of the case. */
    country: string | null;
    now: Date;
  },
): PlannedNotices {
  const unreachable = sum(counts.unreachable);
  const toldBefore = decided.toldBefore === 0 ? [] : [{ reason: 'told-before', people: decided.toldBefore }];
  const variants = variantsOf(db, plan).map(({ variant, content, sha256, people: sharing }) => {
    const { controller, language, audience, kind: ofVariant, classes } = content as NoticeContent;
    const channels = counts.variants.get(variant) ?? noChannels();
    return {
      variant,
      controller,
      language,
      audience,
      kind: ofVariant,
      classes,
      people: sharing,
      channels,
      sha256,
    };
  });
  const seconds = estimateSeconds(
    counts.domains.map((entry) => [entry.domain, entry.people] as const),
    usualPace,
  );
  const postage = postageOf({ letters: counts.letters, from: country, unit: request.postage, today: now });
  const shown = {
    plan,
    kind,
    state,
    people,
    notices: counts.notices,
    channels: { ...counts.channels, none: counts.channels.none + decided.toldBefore },
    substitute: { people: unreachable, reasons: counts.unreachable },
    variants,
    unreachable,
    minors: decided.minors,
    deceased: decided.deceased,
    shared: counts.shared,
    domains: counts.domains.slice(0, shownDomains),
    otherDomains: {
      domains: Math.max(0, counts.domains.length - shownDomains),
      people: sum(counts.domains.slice(shownDomains)),
    },
    duration: { seconds, endsAt: new Date(now.getTime() + seconds * 1000).toISOString() },
    postage,
    notTold: [...toldBefore, ...counts.notTold],
    directions: directions === null ? null : { lines: directions.lines, unmatched: directions.unmatched() },
  };
  return { ...shown, warnings: planWarnings(shown, facts, request.about) };
}

function sum(parts: readonly { people: number }[]): number {
  return parts.reduce((total, { people }) => total + people, 0);
}
