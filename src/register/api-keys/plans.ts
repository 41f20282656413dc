// What each plan of API keys allows: requests a minute, domains, and which searches. In: the name of a plan. Out: the plan.
// Source: Have I Been Pwned's plans of 2026-03-30, so that a client finds here what it finds there.

export type PlanFamily = 'core' | 'pro' | 'high-rpm' | 'enterprise';

export interface Plan {
  /** `pro-1`: as `tocsin key` takes it. */
  plan: string;
  /** `Pro 1`: as the API tells it. */
  title: string;
  family: PlanFamily;
  description: string;
  /** Null: no limit. */
  requestsPerMinute: number | null;
  /** Verified domains that may be searched. Null: no limit. */
  maxDomains: number | null;
}

/** What a key may be used for; an account is an address, a user name or a telephone number. */
export type KeyUse =
  | 'account'
  | 'account-range'
  | 'paste'
  | 'domain'
  | 'domain-verification'
  | 'stealer-log'
  | 'enterprise';

const uses: Readonly<Record<PlanFamily, readonly KeyUse[]>> = {
  core: ['account', 'paste', 'domain'],
  pro: ['account', 'account-range', 'paste', 'domain', 'domain-verification', 'stealer-log'],
  'high-rpm': ['account', 'account-range', 'paste'],
  enterprise: [
    'account',
    'account-range',
    'paste',
    'domain',
    'domain-verification',
    'stealer-log',
    'enterprise',
  ],
};

const descriptions: Readonly<Record<PlanFamily, string>> = {
  core: 'Searches of accounts and of verified domains.',
  pro: 'Searches of accounts, ranges and verified domains, verification of domains, stealer logs.',
  'high-rpm': 'Searches of accounts and ranges at a high rate.',
  enterprise: 'All searches without a limit, and calls when a subscribed range is in a new breach.',
};

/** Of a family's levels, from 1: requests a minute, and domains. */
const levels: readonly [family: PlanFamily, title: string, [rpm: number, domains: number | null][]][] = [
  [
    'core',
    'Core',
    [
      [10, 1],
      [50, 3],
      [100, 5],
      [500, 10],
      [1000, 20],
    ],
  ],
  [
    'pro',
    'Pro',
    [
      [500, null],
      [1000, null],
      [2000, null],
      [4000, null],
      [8000, null],
    ],
  ],
  [
    'high-rpm',
    'High RPM',
    [
      [4000, 0],
      [8000, 0],
      [12_000, 0],
    ],
  ],
];

export const plans: readonly Plan[] = [
  ...levels.flatMap(([family, title, steps]) =>
    steps.map(([requestsPerMinute, maxDomains], i) => ({
      plan: `${family}-${i + 1}`,
      title: `${title} ${i + 1}`,
      family,
      description: descriptions[family],
      requestsPerMinute,
      maxDomains,
    })),
  ),
  {
    plan: 'enterprise',
    title: 'Enterprise',
    family: 'enterprise',
    description: descriptions.enterprise,
    requestsPerMinute: null,
    maxDomains: null,
  },
];

const byName = new Map(plans.map((plan) => [plan.plan, plan]));

/** A family without a level is its first: `pro` is `pro-1`. Null where there is none of that name. */
export function parsePlan(text: string): Plan | null {
  const name = text.trim().toLowerCase();
  return byName.get(name) ?? byName.get(`${name}-1`) ?? null;
}

export function planAllows(plan: Plan, use: KeyUse): boolean {
  return uses[plan.family].includes(use);
}
