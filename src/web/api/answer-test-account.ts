// Answers for the accounts that clients test themselves with. In: an account, a domain or a prefix. Out: the answer of the
// table, or null for anything else: then the register is asked.

import { createHash } from 'node:crypto';
import { type ApiAnswer, notFound, okJson } from './api-answer.ts';
import { breachesAnswer, type WrittenBreach } from './shown-breaches.ts';
import { type TestAccount, testAccounts, testBreaches, testDomain } from './test-accounts.ts';

const written: ReadonlyMap<string, WrittenBreach> = new Map(
  testBreaches.map((model) => [
    model.Name,
    { model, json: JSON.stringify(model), nameJson: JSON.stringify({ Name: model.Name }) },
  ]),
);

export function isTestAccount(account: string): boolean {
  return account.toLowerCase().endsWith(`@${testDomain}`) && testAccounts.has(aliasOf(account));
}

/** `account`, here and below: one that `isTestAccount`. */
export function testBreachedAccount(account: string, query: string): ApiAnswer {
  return breachesAnswer(
    testAccounts.get(aliasOf(account))!.breaches.map((name) => written.get(name)!),
    query,
  );
}

export function testPasteAccount(account: string): ApiAnswer {
  return listAnswer(testAccounts.get(aliasOf(account))!.pastes);
}

export function testStealerLogs(account: string): ApiAnswer {
  return listAnswer(testAccounts.get(aliasOf(account))!.websites);
}

/** Sensitive breaches too, as for whoever has verified a domain. */
export function testBreachedDomain(): ApiAnswer {
  return aliasesAnswer(({ breaches }) => breaches);
}

export function testStealerLogDomain(): ApiAnswer {
  return aliasesAnswer(({ websites }) => websites);
}

/** Of a range of SHA-1; null where no test account is in it. `prefix`: six digits in upper case. */
export function testAccountRange(prefix: string): { hashSuffix: string; websites: string[] }[] | null {
  const found = [...testAccounts].flatMap(([alias, { breaches }]) => {
    const sha1 = createHash('sha1').update(`${alias}@${testDomain}`).digest('hex').toUpperCase();
    const websites = breaches.filter((name) => !written.get(name)!.model.IsSensitive);
    return sha1.startsWith(prefix) && websites.length > 0
      ? [{ hashSuffix: sha1.slice(prefix.length), websites }]
      : [];
  });
  return found.length === 0 ? null : found;
}

function aliasOf(account: string): string {
  return account.toLowerCase().slice(0, -testDomain.length - 1);
}

function listAnswer(list: readonly unknown[]): ApiAnswer {
  return list.length === 0 ? notFound : okJson(JSON.stringify(list));
}

function aliasesAnswer(of: (account: TestAccount) => readonly string[]): ApiAnswer {
  const entries = [...testAccounts].filter(([, account]) => of(account).length > 0);
  return okJson(JSON.stringify(Object.fromEntries(entries.map(([alias, account]) => [alias, of(account)]))));
}
