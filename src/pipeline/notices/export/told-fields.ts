// What the authority asks of the communication to people, out of the ledger: fields 97 to 106 of the EDPB's common template
// for Art. 33 notices (version 1.0), and what Art. 33(5) wants kept. In: the plans with their counts. Out: data, each field
// under its number; what nobody can know from a ledger is left for whoever fills the form.

import type { NoticeContent } from '../../../notify/index.ts';
import {
  cameBack,
  handedSpan,
  listPlans,
  type Notices,
  readTally,
  type StoredPlan,
  type StoredVariant,
  toldPeople,
  variantsOf,
} from '../../../store/notices/index.ts';
import { channelNames, moment } from './ledger-tables.ts';

export interface ToldFields {
  /** `ongoing`: some are told and others still open. */
  97: { told: 'yes' | 'ongoing' | 'planned' | 'no' };
  98: { from: string | null };
  99: { to: string | null };
  /** Art. 34(3): `c` where some are told by a public communication. */
  100: { exception: 'c' | null };
  101: { reason: string | null };
  102: { all: boolean };
  103: { whyNotAll: { reason: string; people: number }[] };
  104: { how: ('individual' | 'public')[]; channels: Record<string, number> };
  105: { people: number };
  106: { texts: { variant: number; language: string; kind: string; people: number; sha256: string }[] };
}

export interface PlanCounts {
  plan: number;
  kind: string;
  state: string;
  /** By state, each person once. */
  people: Record<string, number>;
  notices: Record<string, number>;
  /** By channel and state. */
  sends: Record<string, Record<string, number>>;
}

export function planCounts(db: Notices['db'], { plan, kind, state }: StoredPlan): PlanCounts {
  const counts: PlanCounts = { plan, kind, state, people: {}, notices: {}, sends: {} };
  for (const { what, state: of, count } of readTally(db, plan)) {
    if (what === 'people' || what === 'notices') counts[what][of] = count;
    else (counts.sends[channelNames[what]!] ??= {})[of] = count;
  }
  return counts;
}

/** The newest plan that was approved says who is left; told are those of all plans, each once. */
export function toldFields(db: Notices['db']): ToldFields {
  const plans = listPlans(db).filter(({ state }) => state !== 'planned');
  const counts = plans.map((plan) => planCounts(db, plan));
  const left = counts[0]?.people ?? {};
  const told = toldPeople(db);
  const back = plans[0] === undefined ? 0 : cameBack(db, plans[0].plan);
  const [open, unreachable, notTold] = [left['open'] ?? 0, left['unreachable'] ?? 0, left['not-told'] ?? 0];
  const span = handedSpan(db);
  const channels: Record<string, number> = {};
  for (const { sends } of counts)
    for (const [channel, states] of Object.entries(sends)) {
      const reached = (states['handed'] ?? 0) + (states['delivered'] ?? 0) + (states['complained'] ?? 0);
      if (reached > 0) channels[channel] = (channels[channel] ?? 0) + reached;
    }
  const whyNotAll = [
    { reason: 'not sent yet', people: open },
    { reason: 'an earlier notice came back, to be planned again', people: back },
    { reason: 'no channel reaches them', people: unreachable },
    { reason: 'not told on purpose, each with a reason in people.csv', people: notTold },
  ].filter(({ people }) => people > 0);
  return {
    97: { told: told === 0 ? (plans.length === 0 ? 'no' : 'planned') : open + back > 0 ? 'ongoing' : 'yes' },
    98: { from: span && moment(span.from) },
    99: { to: span && open + back === 0 ? moment(span.to) : null },
    100: { exception: unreachable > 0 ? 'c' : null },
    101: {
      reason:
        unreachable > 0
          ? `the case holds no contact that reaches ${unreachable} of the people; they are told by the substitute notice`
          : null,
    },
    102: { all: whyNotAll.length === 0 && told > 0 },
    103: { whyNotAll },
    104: {
      how: [
        ...(told > 0 ? (['individual'] as const) : []),
        ...(unreachable > 0 ? (['public'] as const) : []),
      ],
      channels,
    },
    105: { people: told },
    106: { texts: plans.flatMap(({ plan }) => variantsOf(db, plan).map(textOf)) },
  };
}

function textOf({
  variant,
  language,
  content,
  people,
  sha256,
}: StoredVariant): ToldFields[106]['texts'][number] {
  return { variant, language, kind: (content as NoticeContent).kind, people, sha256 };
}
