// What the mail servers of each receiving domain said of mails, counted, to see where a sending does harm. In: changes
// within a transaction. Out: the table `domain_count`.

import type Database from 'better-sqlite3-multiple-ciphers';
import { prepared } from './prepared.ts';

export interface DomainCount {
  /** Mails that its server took. */
  handed: number;
  /** Mails that it refused because of who sends. */
  policy: number;
  /** People who marked the notice as unwanted. */
  complained: number;
}

/** By number of the domain. */
export type DomainCounts = Map<number, DomainCount>;

export function bumpDomain(counts: DomainCounts, domain: number, what: keyof DomainCount): void {
  let count = counts.get(domain);
  if (count === undefined) counts.set(domain, (count = { handed: 0, policy: 0, complained: 0 }));
  count[what]++;
}

export function flushDomains(db: Database.Database, counts: DomainCounts): void {
  const put = prepared(
    db,
    `INSERT INTO domain_count (domain, handed, policy, complained) VALUES (?, ?, ?, ?)
     ON CONFLICT (domain) DO UPDATE SET handed = handed + excluded.handed, policy = policy + excluded.policy,
       complained = complained + excluded.complained`,
  );
  for (const [domain, { handed, policy, complained }] of counts) put.run(domain, handed, policy, complained);
}

export function domainCount(db: Database.Database, domain: number): DomainCount {
  const row = db
    .prepare('SELECT handed, policy, complained FROM domain_count WHERE domain = ?')
    .get(domain) as DomainCount | undefined;
  return row ?? { handed: 0, policy: 0, complained: 0 };
}

/** Counting begins anew: for one whose pause is ended by somebody who looked into it. */
export function forgetDomainCount(db: Database.Database, domain: number): void {
  db.prepare('DELETE FROM domain_count WHERE domain = ?').run(domain);
}

/** Of all domains of which something is known, by number. */
export function domainCounts(db: Database.Database): Map<number, DomainCount & { name: string }> {
  const rows = db
    .prepare('SELECT domain, name, handed, policy, complained FROM domain_count JOIN domain USING (domain)')
    .all() as (DomainCount & { domain: number; name: string })[];
  return new Map(rows.map(({ domain, ...count }) => [domain, count]));
}
