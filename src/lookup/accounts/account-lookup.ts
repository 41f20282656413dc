// Which published breaches an identifier is in, and what was lost there. In: person keys, beginnings of a SHA-1, domains.
// Out: numbers of breaches and of exposure sets, and what these mean. It never hears an identifier in clear but a
// domain's name, and it does not say what is published: the catalogue does.

import { createPersonKeys, type ExposureSet, openDomainBlock } from '../../register/index.ts';
import {
  createExposureReader,
  createSha1Reader,
  domainBlocks,
  type ExposureOf,
  exposureSetContent,
  type MaybePromise,
  type RegisterDatabase,
  type Sha1Suffix,
} from '../../store/register/index.ts';

export interface AccountLookup {
  /** A promise on PostgreSQL only. Breaches in any state: filter them by the catalogue read before. */
  exposuresOf: (key: Buffer) => MaybePromise<ExposureOf[]>;
  /** `prefix`: 6 hexadecimal digits of the SHA-1 of an address. Breaches in any state. */
  rangeOf: (prefix: string) => MaybePromise<Sha1Suffix[]>;
  /** The local parts of a domain's addresses, sorted, with their breaches; of breaches in any state. */
  domainAccounts: (domain: string) => Promise<Map<string, number[]>>;
  /** Null where the breach is gone. */
  exposureSet: (breach: number, number: number) => Promise<ExposureSet | null>;
}

/** Some 100 bytes to a few thousand each. */
const setsKept = 5000;

export function createAccountLookup(register: RegisterDatabase): AccountLookup {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const seal = register.secrets('seal');
  const sets = new Map<string, ExposureSet>();
  return {
    exposuresOf: createExposureReader(register),
    rangeOf: createSha1Reader(register),

    async domainAccounts(domain) {
      const domainKey = personKey('domain', domain.trim().toLowerCase());
      const accounts = new Map<string, number[]>();
      for (const { breach, sealed } of await domainBlocks(register.rows, domainKey)) {
        for (const local of openDomainBlock(seal, domainKey, breach, sealed)) {
          const breaches = accounts.get(local);
          if (breaches === undefined) accounts.set(local, [breach]);
          else if (breaches.at(-1) !== breach) breaches.push(breach);
        }
      }
      return new Map([...accounts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },

    async exposureSet(breach, number) {
      const name = `${breach} ${number}`;
      const known = sets.get(name);
      if (known !== undefined) return known;
      const content = await exposureSetContent(register.rows, breach, number);
      if (content === null) return null;
      const set = JSON.parse(content) as ExposureSet;
      if (sets.size >= setsKept) sets.delete(sets.keys().next().value!);
      sets.set(name, set);
      return set;
    },
  };
}
