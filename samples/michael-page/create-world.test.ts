import { beforeAll, expect, it } from 'vitest';
import { createByteWriter } from '../byte-writer.ts';
import { putAddress } from './address.ts';
import { createWorld } from './create-world.ts';
import { firstNameOf, lastNameOf, leadOf, phoneOf, putUserName } from './person.ts';
import { phoneText } from './phone.ts';
import type { World } from './world.ts';
import { is } from './world.ts';

const people = 120_000;
let world: World;
beforeAll(() => {
  world = createWorld(2016, people);
});

function textOf(put: (out: ReturnType<typeof createByteWriter>) => void): string {
  const out = createByteWriter(512);
  put(out);
  return Buffer.from(out.bytes.subarray(0, out.at)).toString();
}

it('addresses and user names single people out, also where the plain form was taken', () => {
  const addresses = new Set<string>();
  const userNames = new Set<string>();
  let numbered = 0;
  let sharing = 0;
  for (let person = 0; person < people; person++) {
    const flags = world.flags[person]!;
    addresses.add(textOf((out) => putAddress(world, out, person)));
    if ((flags & is.account) !== 0) userNames.add(textOf((out) => putUserName(world, out, person)));
    if ((flags & is.numberedAddress) !== 0) numbered++;
    if ((flags & (is.couple | is.sharedMailbox)) !== 0 && world.back[person]! > 0) sharing++;
  }
  expect(numbered).toBeGreaterThan(50);
  expect(addresses.size).toBe(people - sharing);
  expect(userNames.size).toBe(world.accounts.length);
});

it('name and telephone together are one person, though there are more people than numbers', () => {
  const seen = new Set<string>();
  for (let person = 0; person < people; person++) {
    const number = phoneText(phoneOf(world, person));
    seen.add(`${firstNameOf(world, person).text} ${lastNameOf(world, person).text} ${number}`);
  }
  expect(people).toBeGreaterThan(world.phones.slots);
  expect(seen.size).toBe(people);
});

it('a couple and a household have one telephone and last name, but two first names', () => {
  for (let person = 0; person < people; person++) {
    const lead = leadOf(world, person);
    if (lead === person) continue;
    expect(phoneOf(world, person)).toEqual(phoneOf(world, lead));
    expect(lastNameOf(world, person)).toBe(lastNameOf(world, lead));
    expect(firstNameOf(world, person)).not.toBe(firstNameOf(world, lead));
  }
});
