// Reports to those who have shown that a domain is theirs: how many of its addresses are in a breach. In: a published
// breach. Out: mails and calls, without any of the addresses; which ones they are, the API tells to the owner's key.

import {
  createPersonKeys,
  listWebhooks,
  openDomainBlock,
  type OptOuts,
  orderMails,
  type VerifiedDomain,
  verifiedDomains,
} from '../../register/index.ts';
import { domainBlocks, type RegisterDatabase } from '../../store/register/index.ts';
import { inStretches } from './in-stretches.ts';
import { orderEvent } from './tell-webhooks.ts';
import type { ToldBreach } from './told-breach.ts';

/** Each is a query, and one that holds a whole provider may be slow. */
const domainsAStretch = 50;

export async function tellDomains(
  register: RegisterDatabase,
  told: ToldBreach,
  { now, signal, optOuts }: { now: () => number; signal: AbortSignal; optOuts: OptOuts },
): Promise<boolean> {
  const { breach, facts } = told;
  const owners = ownersByDomain(await verifiedDomains(register, null));
  const domains = [...owners.keys()].toSorted();
  const webhooks = (await listWebhooks(register)).filter(({ events }) => events.includes('domain.report'));
  return inStretches(register, { breach, step: 'domains', signal }, async (after) => {
    const done = after.toString();
    const stretch = domains.filter((domain) => domain > done).slice(0, domainsAStretch);
    const counted: { domain: string; count: number }[] = [];
    for (const domain of stretch)
      counted.push({ domain, count: await countAddresses(register, { breach, domain, optOuts }) });
    const hit = counted.filter(({ count }) => count > 0);
    return {
      last: stretch.length < domainsAStretch ? null : Buffer.from(stretch.at(-1)!),
      async order(db) {
        for (const { domain, count } of hit) {
          const those = owners.get(domain)!;
          const contacts = new Set(those.flatMap(({ contact }) => contact ?? []));
          const orders = [...contacts].map((to) => ({
            ...({ mail: 'domain-report', language: 'en', domain, breach: facts, count } as const),
            to,
          }));
          await orderMails(register, orders, now(), db);
          const data = { domain, breachName: facts.name, count };
          const accounts = new Set(those.map(({ account }) => account));
          const about = `${domain}\0${breach}`;
          await orderEvent(
            register,
            webhooks,
            { type: 'domain.report', about, data, accounts, now: now() },
            db,
          );
        }
      },
    };
  });
}

function ownersByDomain(domains: readonly VerifiedDomain[]): Map<string, VerifiedDomain[]> {
  const owners = new Map<string, VerifiedDomain[]>();
  for (const one of domains) owners.set(one.domain, [...(owners.get(one.domain) ?? []), one]);
  return owners;
}

async function countAddresses(
  register: RegisterDatabase,
  { breach, domain, optOuts }: { breach: number; domain: string; optOuts: OptOuts },
): Promise<number> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const domainKey = personKey('domain', domain);
  const found = new Set<string>();
  for (const block of await domainBlocks(register.rows, domainKey))
    if (block.breach === breach)
      for (const local of openDomainBlock(register.secrets('seal'), domainKey, breach, block.sealed))
        found.add(local);
  if (optOuts.size() === 0) return found.size;
  const isShown = (local: string) =>
    !optOuts.hides(personKey('email', `${local}@${domain}`), breach, 'owner');
  return [...found].filter(isShown).length;
}
