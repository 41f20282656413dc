/**
 * What is derived of a person from (seed, index): names, user name, telephone, IP addresses. The
 * same question always has the same answer, whichever table asks.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putByte, putBytes, putHex, putNumber } from '../byte-writer.ts';
import { below, draw, drawBelow, drawChance } from '../random.ts';
import type { Locale, Name } from './names.ts';
import type { Phone } from './phone.ts';
import { localeOfCountry, phoneOfSlot } from './phone.ts';
import { stream } from './streams.ts';
import type { World } from './world.ts';
import { is } from './world.ts';

/** The first person of this one's couple or household; of anybody else, the person. */
export function leadOf(world: World, person: number): number {
  const together = world.flags[person]! & (is.couple | is.household);
  return together !== 0 ? person - world.back[person]! : person;
}

/**
 * Telephone slots go round: person p and person p + slots have one number. 7919 is prime and no
 * factor of the number of slots, so within one round no two do.
 */
function slotOf(world: World, lead: number): number {
  return (lead * 7919 + world.phoneOffset) % world.phones.slots;
}

export function phoneOf(world: World, person: number): Phone {
  return phoneOfSlot(world.phones, slotOf(world, leadOf(world, person)));
}

export function localeOf(world: World, person: number): Locale {
  return localeOfCountry[phoneOf(world, person).range.country];
}

export function firstNameOf(world: World, person: number): Name {
  const lead = leadOf(world, person);
  const { first } = world.names[localeOf(world, lead)];
  const chosen = drawBelow(world.seed, stream.firstName, lead, first.length);
  return first[(chosen + (person - lead)) % first.length]!;
}

/**
 * Drawn per telephone slot and then counted up per round: whoever has the same number by the
 * scarcity of reserved numbers has another last name, so name and number together are one person's.
 */
export function lastNameOf(world: World, person: number): Name {
  const lead = leadOf(world, person);
  const { last } = world.names[localeOf(world, lead)];
  const chosen = drawBelow(world.seed, stream.lastName, slotOf(world, lead), last.length);
  return last[(chosen + Math.floor(lead / world.phones.slots)) % last.length]!;
}

const dot = 0x2e;
const admin = fragment('admin');

/** The unique user name, without quotes; letters, digits, dot and underscore only. */
export function putUserName(world: World, out: ByteWriter, person: number): void {
  if (person === 0) {
    putBytes(out, admin);
    return;
  }
  const first = firstNameOf(world, person).folded;
  const last = lastNameOf(world, person).folded;
  const bits = draw(world.seed, stream.userName, person);
  const style = bits & 7;
  if (style < 3) {
    putByte(out, first[0]!);
    putBytes(out, last);
  } else if (style < 5) {
    putBytes(out, first);
    putByte(out, dot);
    putBytes(out, last);
  } else if (style < 7) {
    putBytes(out, first);
    putByte(out, 0x5f);
    putByte(out, last[0]!);
  } else {
    putBytes(out, last);
    putBytes(out, first.subarray(0, 2));
  }
  if ((world.flags[person]! & is.numberedUserName) !== 0) putNumber(out, person + 1000);
  else if ((bits & 0x300) === 0) putNumber(out, 50 + below(bits, 48));
}

const v4Prefixes = ['192.0.2.', '198.51.100.', '203.0.113.'].map(fragment);
const v6Prefix = fragment('2001:db8:');

export function ipCountOf(world: World, person: number): number {
  return 1 + drawBelow(world.seed, stream.ipCount, person, 3);
}

/** One of the person's one to three addresses, from the ranges reserved for documentation. */
export function putIp(world: World, out: ByteWriter, person: number, which: number): void {
  const bits = draw(world.seed, stream.ip, person * 3 + which);
  if (bits % 10 < 7) {
    putBytes(out, v4Prefixes[(bits >>> 8) % 3]!);
    putNumber(out, 1 + ((bits >>> 12) % 254));
    return;
  }
  putBytes(out, v6Prefix);
  putHex(out, 0x1000 + ((bits >>> 4) & 0xefff), 4);
  putByte(out, 0x3a);
  putByte(out, 0x3a);
  putHex(out, 0x1000 + ((bits >>> 16) & 0xefff), 4);
}

/** Days from 1970-01-01 of the date of birth that candidates give, 1950-01-01 to 1997-05-17; null for most. */
export function birthDayOf(world: World, person: number): number | null {
  if (!drawChance(world.seed, stream.birth, person * 2, 0.4)) return null;
  return -7305 + drawBelow(world.seed, stream.birth, person * 2 + 1, 17304);
}
