// Which account says that a domain is its own, and how that was proven, at rest. In: an open register. Out: rows.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export interface DomainClaimRow {
  account: number;
  domain: string;
  token: string;
  made_at: number;
  verified_at: number | null;
  method: string | null;
  contact: Buffer | null;
}

/** The stored one where there is one. */
export async function claimDomain(
  { rows }: Register,
  claim: { account: number; domain: string; token: string; made_at: number },
): Promise<DomainClaimRow> {
  await rows
    .insertInto('domain_claim')
    .values(claim)
    .onConflict((on) => on.columns(['account', 'domain']).doNothing())
    .execute();
  const row = await domainClaim({ rows }, claim.account, claim.domain);
  return row!;
}

export async function domainClaim(
  { rows }: Register,
  account: number,
  domain: string,
): Promise<DomainClaimRow | null> {
  const row = await rows
    .selectFrom('domain_claim')
    .selectAll()
    .where('account', '=', account)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return row ?? null;
}

/** The first proof stays; a contact is added where one is given. */
export async function markDomainVerified(
  db: RegisterRows,
  proof: { account: number; domain: string; method: string; contact: Buffer | null; now: number },
): Promise<void> {
  await db
    .updateTable('domain_claim')
    .set((eb) => ({
      verified_at: eb.fn.coalesce('verified_at', eb.val(proof.now)),
      method: eb.fn.coalesce('method', eb.val(proof.method)),
      contact: proof.contact ?? eb.ref('contact'),
    }))
    .where('account', '=', proof.account)
    .where('domain', '=', proof.domain)
    .execute();
}

/** By name. `account`: null for all accounts. */
export async function verifiedClaims({ rows }: Register, account: number | null): Promise<DomainClaimRow[]> {
  const query = rows
    .selectFrom('domain_claim')
    .selectAll()
    .where('verified_at', 'is not', null)
    .orderBy('domain')
    .orderBy('account');
  return (account === null ? query : query.where('account', '=', account)).execute();
}

/** Whether there was one. */
export async function deleteClaim({ rows }: Register, account: number, domain: string): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('domain_claim')
    .where('account', '=', account)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
