/**
 * Everything the tables of one sample draw from: who is there (flags per person in typed arrays)
 * and the prepared vocabulary. A person is an index; names, addresses and numbers are derived from
 * (seed, index) whenever a row needs them. About 25 bytes a person.
 */
import type { ByteWriter } from '../byte-writer.ts';
import type { Domains } from './domains.ts';
import type { Locale, NamePool } from './names.ts';
import type { Country, PhoneBook } from './phone.ts';
import type { Places } from './places.ts';
import type { WorkWords } from './work.ts';

/** What a person is, as bits of `World.flags`. */
export const is = {
  account: 1,
  candidate: 2,
  subscriber: 4,
  /** the address carries a number because its plain form was taken */
  numberedAddress: 8,
  numberedUserName: 16,
  /** gave an agency's mailbox (info@…) that others gave too */
  sharedMailbox: 32,
  /** one of two people with one ordinary address */
  couple: 64,
  /** one of two people with one telephone and one postal address */
  household: 128,
  /** two candidate rows, one address */
  registeredTwice: 256,
  /** two candidate rows that share only the name and the telephone */
  unprovable: 512,
  /** the candidate row has a mistyped address; the account has the right one */
  mistyped: 1024,
} as const;

export interface World {
  seed: number;
  people: number;
  flags: Uint16Array;
  /** distance to the first person of a couple, household or mailbox */
  back: Uint8Array;
  /** users.uid, 0 without an account */
  uid: Uint32Array;
  /** row of the first candidate row, -1 without */
  candidateRow: Int32Array;
  /** people with an account, by uid */
  accounts: Uint32Array;
  /** people with a candidate row, by row */
  candidates: Uint32Array;
  /** people with a second candidate row, by row after the last of `candidates` */
  secondRows: Uint32Array;
  subscribers: Uint32Array;
  lastUid: number;
  /** what each person lost, as bits of `lost` */
  classes: Uint16Array;
  names: Record<Locale, NamePool>;
  places: Record<Country, Places>;
  work: Record<Locale, WorkWords>;
  phones: PhoneBook;
  phoneOffset: number;
  domains: Domains;
  scratch: ByteWriter;
}

/** Notes that a row of this person holds a value of these classes. */
export function plant(world: World, person: number, classes: number): void {
  world.classes[person]! |= classes;
}
