// Which person keys a breach has, and with which set of losses: each identifier that the vault knows is met again in the
// evidence, once, and hashed anew under the register's key. In: what the vault knows, and values. Out: keys with sets in
// flat memory, 20 bytes each, and addresses for the lists that need them. What is read is kept nowhere.

import { hash } from 'node:crypto';
import { type ValidatorName } from '../../recognise/index.ts';
import { normalForm, type PersonKeyOf, personKeyBytes } from '../../register/index.ts';
import type { OwnedHashes } from '../../store/index.ts';
import { type ExposureSets, noSet } from './exposure-sets.ts';
import type { IdentifierReader, VisitIdentifier } from './identifier-reader.ts';
import { type KnownHashes, knownHashes } from './known-hashes.ts';

export interface SortOfVault {
  sort: ValidatorName;
  owned: OwnedHashes;
  mentioned: Omit<OwnedHashes, 'person'>;
}

export interface CollectedExposures {
  /** Of `personKeyBytes` each, in no order; the same pair may come again. */
  keys: Uint8Array<ArrayBuffer>;
  sets: Uint32Array<ArrayBuffer>;
  count: number;
  /** Of addresses, `sha1Bytes` each; none where nobody asked for them. */
  sha1s: Uint8Array<ArrayBuffer>;
  addresses: number;
}

export const sha1Bytes = 20;

export interface ExposureCollector {
  /** A value of a column of this sort; `isFound`: one identifier, as it was found in a text. */
  take(sort: ValidatorName, bytes: Uint8Array, start: number, end: number, isFound?: boolean): void;
  collected(): CollectedExposures;
  /** Identifiers of people that are published, and of nobody, which the evidence did not show again. */
  unread(): number;
}

export interface CollectOptions {
  sets: ExposureSets;
  personKey: PersonKeyOf;
  read: IdentifierReader;
  hasSha1: boolean;
  /** Whether whoever has this key wants to be in no breach any more. */
  isBlocked: (key: Uint8Array) => boolean;
  /** Each address of the breach, once, in its normal form. */
  onAddress: (address: string) => void;
}

interface Sort {
  owned: KnownHashes;
  owners: Uint32Array;
  isSeen: Uint8Array;
  mentioned: KnownHashes;
  isMentionSeen: Uint8Array;
  mentionedHashes: SortOfVault['mentioned'];
  mentionedSet: number;
}

export function createExposureCollector(
  sorts: readonly SortOfVault[],
  {
    sets: { setOf, mentioned: mentionedSets },
    personKey,
    read,
    hasSha1,
    isBlocked,
    onAddress,
  }: CollectOptions,
): ExposureCollector {
  const known = new Map(sorts.map((sort) => [sort.sort, openSort(sort, mentionedSets)]));
  const room = sorts.reduce((sum, { owned, mentioned }) => sum + owned.top.length + mentioned.top.length, 0);
  const emails = known.get('email');
  const keys = new Uint8Array(room * personKeyBytes);
  const sets = new Uint32Array(room);
  const sha1s = new Uint8Array(
    hasSha1 && emails ? (emails.owned.count + emails.mentioned.count) * sha1Bytes : 0,
  );
  let count = 0;
  let addresses = 0;

  const addAddress = (address: string) => {
    if (hasSha1) sha1s.set(hash('sha1', address, 'buffer'), addresses * sha1Bytes);
    addresses++;
    onAddress(address);
  };

  const add = (key: Buffer, set: number) => {
    keys.set(key, count * personKeyBytes);
    sets[count++] = set;
  };

  const publish = (
    sort: ValidatorName,
    normal: Uint8Array,
    length: number,
    first: number,
    end: number,
    of: Sort,
  ) => {
    const text = keyForm(sort, Buffer.from(normal.buffer, normal.byteOffset, length).toString());
    if (text === null) return;
    const key = personKey(sort, text);
    if (isBlocked(key)) return;
    if (first < 0) add(key, of.mentionedSet);
    // people of one set are neighbours only by chance: equal pairs fall together when they are sorted
    for (let at = first; at >= 0 && at < end; at++) {
      const set = setOf[of.owners[at]!]!;
      if (set !== noSet) add(key, set);
    }
    if (sort === 'email') addAddress(text);
  };

  return {
    take(sort, bytes, start, end, isFound = false) {
      const of = known.get(sort);
      if (of === undefined) return;
      const meet: VisitIdentifier = (low, high, normal, length) => {
        const first = of.owned.find(low, high);
        if (first >= 0) {
          if (of.isSeen[first] === 1) return;
          of.isSeen[first] = 1;
          const last = of.owned.endOf(first);
          if (isPublished(of.owners, first, last, setOf)) publish(sort, normal, length, first, last, of);
          return;
        }
        const mention = of.mentioned.find(low, high);
        if (mention < 0 || of.isMentionSeen[mention] === 1) return;
        of.isMentionSeen[mention] = 1;
        publish(sort, normal, length, -1, -1, of);
      };
      read(sort, bytes, start, end, meet, isFound);
    },
    collected: () => ({ keys, sets, count, sha1s, addresses }),
    unread() {
      let unread = 0;
      for (const { owned, owners, isSeen, isMentionSeen, mentionedHashes } of known.values()) {
        for (let first = 0; first < owned.count; first = owned.endOf(first))
          if (isSeen[first] === 0 && isPublished(owners, first, owned.endOf(first), setOf)) unread++;
        for (let mention = 0; mention < isMentionSeen.length; mention++)
          if (isMentionSeen[mention] === 0 && !owned.holds(mentionedHashes, mention)) unread++;
      }
      return unread;
    },
  };
}

function openSort({ sort, owned, mentioned }: SortOfVault, mentionedSets: Map<string, number>): Sort {
  return {
    owned: knownHashes(owned),
    owners: owned.person,
    isSeen: new Uint8Array(owned.top.length),
    mentioned: knownHashes(mentioned),
    isMentionSeen: new Uint8Array(mentioned.top.length),
    mentionedHashes: mentioned,
    mentionedSet: mentionedSets.get(sort) ?? noSet,
  };
}

function isPublished(owners: Uint32Array, first: number, end: number, setOf: Uint32Array): boolean {
  for (let at = first; at < end; at++) if (setOf[owners[at]!] !== noSet) return true;
  return false;
}

/** The form that is hashed, as whoever asks has it. A case tells usernames apart by capitals, a question does not. */
function keyForm(sort: ValidatorName, normal: string): string | null {
  return sort === 'username' ? normalForm(sort, normal) : normal;
}
