// Addresses of stealer logs with the websites they were typed into. In: an open register. Out: rows of published
// breaches; addresses are sealed.

import type { RegisterDatabase, RegisterRows } from '../register-database.ts';

export interface StealerLogRow {
  emailKey: Buffer;
  /** A domain in lower case. */
  website: string;
  emailDomainKey: Buffer;
  /** The address. */
  sealed: Buffer;
}

const rowsAnInsert = 200;

/** Those that are there already stay. */
export async function addStealerLogs(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  breach: number,
  logs: readonly StealerLogRow[],
): Promise<void> {
  await rows.transaction().execute(async (db) => {
    for (let at = 0; at < logs.length; at += rowsAnInsert)
      await db
        .insertInto('stealer_log')
        .values(
          logs.slice(at, at + rowsAnInsert).map(({ emailKey, website, emailDomainKey, sealed }) => ({
            email_key: emailKey,
            website,
            breach,
            email_domain_key: emailDomainKey,
            sealed,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}

/** Each once, sorted. */
export async function websitesOfKey(rows: RegisterRows, emailKey: Buffer): Promise<string[]> {
  const found = await (await shown(rows)).logs.select('website').where('email_key', '=', emailKey).execute();
  return [...new Set(found.map(({ website }) => website))].toSorted();
}

export type SeenAddress = Pick<StealerLogRow, 'emailKey' | 'website' | 'sealed'>;

/** Several rows of one address where several breaches have it. */
export async function addressesOfWebsite(rows: RegisterRows, website: string): Promise<SeenAddress[]> {
  const found = await (
    await shown(rows)
  ).logs
    .select(['email_key', 'website', 'sealed'])
    .where('website', '=', website)
    .execute();
  return found.map(asSeen);
}

/** The same for the addresses of a domain. */
export async function addressesOfDomain(rows: RegisterRows, domainKey: Buffer): Promise<SeenAddress[]> {
  const found = await (
    await shown(rows)
  ).logs
    .select(['email_key', 'website', 'sealed'])
    .where('email_domain_key', '=', domainKey)
    .execute();
  return found.map(asSeen);
}

/** Of published breaches, but of those that are retired. */
async function shown(rows: RegisterRows) {
  const published = rows
    .selectFrom('stealer_log')
    .innerJoin('breach', 'breach.breach', 'stealer_log.breach')
    .where('breach.state', '=', 'published');
  const retired = await retiredBreaches(rows);
  return { logs: retired.length === 0 ? published : published.where('breach.breach', 'not in', retired) };
}

async function retiredBreaches(rows: RegisterRows): Promise<number[]> {
  const found = await rows
    .selectFrom('breach')
    .select(['breach', 'model'])
    .where('state', '=', 'published')
    // few have the words at all; what they mean the model says
    .where('model', 'like', '%"IsRetired":true%')
    .execute();
  return found.flatMap(({ breach, model }) =>
    (JSON.parse(model) as { IsRetired?: boolean }).IsRetired === true ? [breach] : [],
  );
}

function asSeen({
  email_key: emailKey,
  website,
  sealed,
}: {
  email_key: Buffer;
  website: string;
  sealed: Buffer;
}) {
  return { emailKey, website, sealed };
}
