// What the options of `tocsin publish` and `tocsin breach set` say. In: options as they were given. Out: what is to be
// published, or changed; what was not said is not in it.

import type { BreachFacts, BreachFlags } from '../../register/index.ts';
import type { BreachChange, PublishRequest } from '../../pipeline/index.ts';

export interface FactFlags {
  title?: string;
  domain?: string;
  date?: string;
  description?: string;
  logo?: string;
  attribution?: string;
  disclosureUrl?: string;
}

export interface WithdrawFlags {
  database?: string;
  json?: boolean;
}

export interface PublishFlags extends FactFlags, WithdrawFlags {
  name: string;
  title: string;
  domain: string;
  range?: boolean;
  private: boolean;
  sensitive?: boolean;
  unverified?: boolean;
  fabricated?: boolean;
  spamList?: boolean;
  malware?: boolean;
  stealerLog?: boolean;
  subscriptionFree?: boolean;
}

export interface BreachFlagsGiven {
  sensitive?: boolean;
  retired?: boolean;
  verified?: boolean;
  fabricated?: boolean;
  spamList?: boolean;
  malware?: boolean;
  subscriptionFree?: boolean;
}

export interface SetFlags extends FactFlags, BreachFlagsGiven, WithdrawFlags {}

export function requestOf(flags: PublishFlags): PublishRequest {
  const { name, title, domain, range = false, private: isPrivate, unverified, stealerLog } = flags;
  const { sensitive, fabricated, spamList, malware, subscriptionFree } = flags;
  return {
    name,
    facts: { ...factsOf(flags), title, domain },
    flags: {
      ...flagsOf(said({ sensitive, fabricated, spamList, malware, subscriptionFree })),
      ...(unverified === true ? { IsVerified: false } : {}),
      ...(stealerLog === true ? { IsStealerLog: true } : {}),
    },
    isRange: range,
    isPrivate,
  };
}

export function changeOf(flags: SetFlags): BreachChange {
  const { sensitive, retired, verified, fabricated, spamList, malware, subscriptionFree } = flags;
  return {
    facts: factsOf(flags),
    flags: flagsOf(said({ sensitive, retired, verified, fabricated, spamList, malware, subscriptionFree })),
  };
}

function factsOf({
  title,
  domain,
  date,
  description,
  logo,
  attribution,
  disclosureUrl,
}: FactFlags): Partial<BreachFacts> {
  return said({ title, domain, date, description, logo, attribution, disclosureUrl });
}

const modelNames: Record<keyof BreachFlagsGiven, keyof BreachFlags> = {
  sensitive: 'IsSensitive',
  retired: 'IsRetired',
  verified: 'IsVerified',
  fabricated: 'IsFabricated',
  spamList: 'IsSpamList',
  malware: 'IsMalware',
  subscriptionFree: 'IsSubscriptionFree',
};

function flagsOf(given: BreachFlagsGiven): Partial<BreachFlags> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [modelNames[name as keyof BreachFlagsGiven], value]),
  );
}

function said<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
