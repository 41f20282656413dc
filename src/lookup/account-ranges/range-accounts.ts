// The accounts of a range: all addresses whose SHA-1 begins with the same six digits, as whoever asks for a range gets
// them. In: the catalogue, the opt-outs and the rows of a range. Out: the rest of each SHA-1 with the names of its
// breaches. Retired breaches are for nobody; sensitive ones, and who is hidden from searches, only for those who show
// them to an address's owner.

import type { Asker, OptOuts } from '../../register/index.ts';
import type { Sha1Suffix } from '../../store/register/index.ts';
import type { Catalogue } from '../accounts/breach-catalogue.ts';

export interface RangeAccount {
  /** 34 digits in upper case. */
  hashSuffix: string;
  /** Names of breaches, sorted. */
  websites: string[];
}

export interface RangeRows {
  /** Six digits. */
  prefix: string;
  suffixes: readonly Sha1Suffix[];
}

export interface RangeOptions {
  /** `owner`: of addresses, as a service shows them that has verified each of its users. */
  asker: Asker;
}

/** In the order of the suffixes; one with nothing left is left out. `optOuts`: refreshed before. */
export function rangeAccounts(
  { byNumber }: Catalogue,
  optOuts: OptOuts,
  { prefix, suffixes }: RangeRows,
  { asker }: RangeOptions,
): RangeAccount[] {
  const accounts: RangeAccount[] = [];
  for (const { suffix, breaches } of suffixes) {
    const sha1 = optOuts.size() === 0 ? null : Buffer.from(prefix + suffix, 'hex');
    const websites: string[] = [];
    for (const number of breaches) {
      const published = byNumber.get(number);
      if (published === undefined || !published.isRange) continue;
      const { Name, IsSensitive, IsRetired } = published.model;
      if (IsRetired || (IsSensitive && asker === 'public')) continue;
      if (sha1 === null || !optOuts.hidesSha1(sha1, number, asker)) websites.push(Name);
    }
    if (websites.length > 0) accounts.push({ hashSuffix: suffix, websites: websites.sort() });
  }
  return accounts;
}
