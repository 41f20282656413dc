/**
 * Who is in a sample: roles, couples, households, agencies' mailboxes, people who registered twice,
 * all by chance from the seed, then uids and rows. `people` is exact. One pass over the people makes
 * addresses and user names unique.
 */
import { createByteWriter } from '../byte-writer.ts';
import { draw, drawBelow, drawChance, foldSeed } from '../random.ts';
import { putAddress } from './address.ts';
import { createDomains } from './domains.ts';
import { createNamePools } from './names.ts';
import { lastNameOf, putUserName } from './person.ts';
import { createPhoneBook } from './phone.ts';
import { createPlaces } from './places.ts';
import { createSeenTexts } from './seen-texts.ts';
import { stream } from './streams.ts';
import { earlyTestAccounts } from './test-accounts.ts';
import { createWorkWords } from './work.ts';
import type { World } from './world.ts';
import { is } from './world.ts';

/** @param seed any whole number from 0 to 2^53-1 */
export function createWorld(seed: number, people: number): World {
  const folded = foldSeed(seed);
  const phones = createPhoneBook();
  const world: World = {
    seed: folded,
    people,
    flags: new Uint16Array(people),
    back: new Uint8Array(people),
    uid: new Uint32Array(people),
    candidateRow: new Int32Array(people).fill(-1),
    accounts: new Uint32Array(0),
    candidates: new Uint32Array(0),
    secondRows: new Uint32Array(0),
    subscribers: new Uint32Array(0),
    lastUid: 1,
    classes: new Uint16Array(people),
    names: createNamePools(),
    places: createPlaces(),
    work: createWorkWords(),
    phones,
    phoneOffset: drawBelow(folded, stream.phoneSlot, 0, phones.slots),
    domains: createDomains(),
    scratch: createByteWriter(1024),
  };
  giveRoles(world);
  formGroups(world);
  makeUnique(world);
  numberRows(world);
  return world;
}

function giveRoles({ seed, people, flags }: World): void {
  // Person 0 is the administrator, uid 1.
  flags[0] = is.account;
  for (let person = 1; person < people; person++) {
    const role = drawBelow(seed, stream.role, person, 1000);
    if (role < 30) flags[person] = is.subscriber;
    else if (role < 100) flags[person] = is.account;
    else if (role < 190) flags[person] = is.candidate;
    else flags[person] = is.candidate | is.account;
    if (role >= 30 && drawChance(seed, stream.newsletter, person, 0.42)) {
      flags[person]! |= is.subscriber;
    }
  }
}

/**
 * Chances per person of being the first of a group. A sample of 60 people or more has one of each,
 * a mailbox unless two of its users have one last name: `always` starts one.
 */
const groups = {
  couple: { chance: 0.0005, always: 10 },
  household: { chance: 0.006, always: 14 },
  mailbox: { chance: 0.002, always: 18 },
  registeredTwice: { chance: 0.02, always: 30 },
  unprovable: { chance: 0.005, always: 34 },
  mistyped: { chance: 0.002, always: 38 },
} as const;

/** Before this one only `always` starts a group, so that no other group swallows it. */
const firstByChance = 40;

function formGroups(world: World): void {
  const { seed, people, flags } = world;
  for (let person = 1; person < people; person++) {
    const bits = draw(seed, stream.group, person) / 4294967296;
    let floor = 0;
    const starts = (group: { chance: number; always: number }): boolean => {
      const start = floor;
      floor += group.chance;
      return person === group.always || (person >= firstByChance && bits >= start && bits < floor);
    };
    if (starts(groups.couple)) {
      person += join(world, person, 2, is.couple | is.candidate);
    } else if (starts(groups.household)) {
      person += join(world, person, 2, is.household | is.candidate);
    } else if (starts(groups.mailbox)) {
      const size = 3 + drawBelow(seed, stream.mailbox, person, 4);
      if (person + size <= people && lastNamesDiffer(world, person, size)) {
        person += join(world, person, size, is.sharedMailbox | is.candidate);
      }
    } else if (starts(groups.registeredTwice)) {
      flags[person]! |= is.candidate | is.registeredTwice;
    } else if (starts(groups.unprovable)) {
      flags[person] = (flags[person]! & is.subscriber) | is.candidate | is.unprovable;
    } else if (starts(groups.mistyped)) {
      flags[person]! |= is.candidate | is.account | is.mistyped;
    }
  }
}

/** Makes a group of the next `size` people; returns how many of them the caller may pass over. */
function join(world: World, first: number, size: number, flags: number): number {
  if (first + size > world.people) return 0;
  for (let member = 0; member < size; member++) {
    const person = first + member;
    world.back[person] = member;
    const kept = (flags & is.household) !== 0 ? world.flags[person]! & is.account : 0;
    // Of a couple only the first subscribed, and nobody subscribes a mailbox of an agency.
    const subscribes =
      (flags & is.household) !== 0 || ((flags & is.couple) !== 0 && member === 0)
        ? world.flags[person]! & is.subscriber
        : 0;
    world.flags[person] = flags | kept | subscribes;
  }
  return size - 1;
}

function lastNamesDiffer(world: World, first: number, size: number): boolean {
  const names = new Set<string>();
  for (let member = 0; member < size; member++) {
    names.add(
      lastNameOf(world, first + member)
        .text.normalize('NFD')
        .toLowerCase(),
    );
  }
  return names.size === size;
}

/** Gives a number to whoever's address or user name is taken, so both single a person out. */
function makeUnique(world: World): void {
  const { people, flags, scratch } = world;
  const addresses = createSeenTexts(people);
  const userNames = createSeenTexts(people);
  for (let person = 0; person < people; person++) {
    const shares = flags[person]! & (is.sharedMailbox | is.couple);
    if (shares === 0 || (shares === is.couple && world.back[person] === 0)) {
      scratch.at = 0;
      putAddress(world, scratch, person);
      if (!addresses.add(scratch.bytes, 0, scratch.at)) flags[person]! |= is.numberedAddress;
    }
    if ((flags[person]! & is.account) === 0) continue;
    scratch.at = 0;
    putUserName(world, scratch, person);
    if (!userNames.add(scratch.bytes, 0, scratch.at)) flags[person]! |= is.numberedUserName;
  }
}

function numberRows(world: World): void {
  const { seed, people, flags } = world;
  const having = (flag: number): Uint32Array => {
    let count = 0;
    for (let person = 0; person < people; person++) if ((flags[person]! & flag) !== 0) count++;
    const list = new Uint32Array(count);
    let at = 0;
    for (let person = 0; person < people; person++) {
      if ((flags[person]! & flag) !== 0) list[at++] = person;
    }
    return list;
  };
  world.accounts = having(is.account);
  world.candidates = having(is.candidate);
  world.secondRows = having(is.registeredTwice | is.unprovable);
  world.subscribers = having(is.subscriber);
  world.candidates.forEach((person, row) => (world.candidateRow[person] = row));
  // Deleted accounts leave gaps, and the first test accounts sit right after the administrator.
  let uid = 1;
  for (const person of world.accounts) {
    world.uid[person] = uid;
    uid += uid === 1 ? 1 + earlyTestAccounts : 1;
    if (drawChance(seed, stream.uidGap, person, 0.08) && uid > 1 + earlyTestAccounts) uid++;
  }
  world.lastUid = uid;
}
