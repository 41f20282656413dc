// By what the people of a case can be reached: by what their own leaked rows hold, by what directories of controllers
// give, or not at all. In: a case. Out: numbers, in all and for each controller. Test identities, mailboxes of offices
// and organisations are no people here; minors and dead people are, and are told apart, as others are written to.

import { personFlags } from '../../resolve/index.ts';
import {
  type CaseRecord,
  controllerNames,
  countReach,
  guarded,
  isSplit,
  openVault,
  type ReachCount,
  readReachability,
  type Vault,
} from '../../store/index.ts';
import { channelBits } from './directory-tokens.ts';

export interface Channels {
  byEmail: number;
  byPost: number;
  byPhone: number;
}

export interface ReachedPeople extends Channels {
  people: number;
  /** By nothing of all this. */
  unreachable: number;
  /** By what their own leaked rows hold, and by what a directory gives: somebody may be in both. */
  leaked: Channels;
  directory: Channels;
  /** Of the people: others have to be written to in their place. */
  minors: number;
  deceased: number;
}

export interface Reachability extends ReachedPeople {
  /** Not among the people. */
  organisations: number;
  /** People may be of several. Empty where the case is not split. */
  controllers: (ReachedPeople & { name: string })[];
}

/** Counts anew where the vault changed since it was last counted. */
export function reachability(record: CaseRecord): Reachability {
  using vault = openVault(record);
  return guarded(record.case, () => reachabilityOf(vault));
}

export function reachabilityOf({ db }: Pick<Vault, 'db'>): Reachability {
  return (readReachability(db) as Reachability | null) ?? countReachability(db);
}

export function countReachability(db: Vault['db']): Reachability {
  const counts = countReach(db, null);
  return {
    ...addUp(counts),
    organisations: sum(counts.filter(({ flags }) => isOrganisation(flags))),
    controllers: isSplit(db)
      ? controllerNames(db).map((name) => ({ name, ...addUp(countReach(db, name)) }))
      : [],
  };
}

const noPerson = personFlags.test | personFlags.office | personFlags.unattributed | personFlags.organisation;

function isOrganisation(flags: number): boolean {
  return (flags & noPerson) === personFlags.organisation;
}

function addUp(all: readonly ReachCount[]): ReachedPeople {
  const counts = all.filter(({ flags }) => (flags & noPerson) === 0);
  return {
    people: sum(counts),
    ...channels(counts, ({ leaked, directory }) => leaked | directory),
    unreachable: sum(counts.filter(({ leaked, directory }) => (leaked | directory) === 0)),
    leaked: channels(counts, ({ leaked }) => leaked),
    directory: channels(counts, ({ directory }) => directory),
    minors: sum(counts.filter(({ flags }) => (flags & personFlags.minor) !== 0)),
    deceased: sum(counts.filter(({ flags }) => (flags & personFlags.deceased) !== 0)),
  };
}

function channels(counts: readonly ReachCount[], bitsOf: (count: ReachCount) => number): Channels {
  const by = (bit: number) => sum(counts.filter((count) => (bitsOf(count) & bit) !== 0));
  return { byEmail: by(channelBits.email), byPost: by(channelBits.post), byPhone: by(channelBits.phone) };
}

function sum(counts: readonly ReachCount[]): number {
  return counts.reduce((total, { people }) => total + people, 0);
}
