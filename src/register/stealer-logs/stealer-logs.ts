// What is known of addresses that stood in logs of password stealers: the websites that they were typed into. In: person
// keys and domains. Out: websites and addresses, sorted; the caller has made sure that who asks may know them.

import { openSealed, TocsinError } from '../../base/index.ts';
import {
  addressesOfDomain,
  addressesOfWebsite,
  type RegisterDatabase,
  type SeenAddress,
  websitesOfKey,
} from '../../store/register/index.ts';
import { createPersonKeys } from '../person-key.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

export interface SeenEmail {
  /** For opt-outs. */
  key: Buffer;
  address: string;
}

/** What an address is sealed for. */
export function stealerLogPurpose(emailKey: Uint8Array): string {
  return `stealer log ${Buffer.from(emailKey).toString('hex')}`;
}

/** `emailKey`: the person key of the address. Domains, sorted. */
export function websitesOf({ rows }: Register, emailKey: Buffer): Promise<string[]> {
  return websitesOfKey(rows, emailKey);
}

/** Addresses that were typed into that website, sorted. */
export async function emailsByWebsite(register: Register, website: string): Promise<SeenEmail[]> {
  const seen = await addressesOfWebsite(register.rows, domainForm(website));
  const byKey = new Map(seen.map((row) => [row.emailKey.toString('hex'), row]));
  return [...byKey.values()]
    .map((row) => ({ key: row.emailKey, address: opened(register, row) }))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

export interface SeenAlias {
  key: Buffer;
  /** The local part. */
  alias: string;
  websites: string[];
}

/** Addresses of that domain with the websites they were typed into, both sorted. */
export async function emailsByDomain(register: Register, domain: string): Promise<SeenAlias[]> {
  const domainKey = createPersonKeys(register.secrets('person-key'))('domain', domainForm(domain));
  const seen = await addressesOfDomain(register.rows, domainKey);
  return [...Map.groupBy(seen, ({ emailKey }) => emailKey.toString('hex')).values()]
    .map((rows) => {
      const address = opened(register, rows[0]!);
      return {
        key: rows[0]!.emailKey,
        alias: address.slice(0, address.lastIndexOf('@')),
        websites: [...new Set(rows.map(({ website }) => website))].toSorted(),
      };
    })
    .toSorted((a, b) => (a.alias < b.alias ? -1 : 1));
}

function domainForm(domain: string): string {
  return domain.trim().toLowerCase();
}

function opened({ secrets }: Register, { emailKey, sealed }: SeenAddress): string {
  const address = openSealed(sealed, secrets('seal'), stealerLogPurpose(emailKey));
  if (address === null)
    throw new TocsinError('REGISTER_DAMAGED', 'a sealed address of a stealer log was changed');
  return address.toString();
}
