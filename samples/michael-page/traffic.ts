/**
 * Who was on the site: a person with an account at one of the person's own IP addresses, or an
 * anonymous visitor at one of a fixed pool. However much of it is written, the set of addresses and
 * of (uid, address) pairs stays as large as the people make it.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putBytes, putNumber } from '../byte-writer.ts';
import type { Random } from '../random.ts';
import { below, createRandom } from '../random.ts';
import { ipCountOf, putIp } from './person.ts';
import type { World } from './world.ts';

export interface Traffic {
  /** Chooses the next visitor; -1 stands for an anonymous one. */
  visitor(): number;
  uid(person: number): number;
  /** Writes the visitor's address without quotes. */
  putHostname(out: ByteWriter, person: number): void;
}

/** @param signedIn share of visits by somebody signed in, 0 … 1 */
export function createTraffic(world: World, random: Random, signedIn: number): Traffic {
  const pool = anonymousPool(world.seed);
  return {
    visitor: () =>
      random() < signedIn * 4294967296 ? world.accounts[below(random(), world.accounts.length)]! : -1,
    uid: (person) => (person < 0 ? 0 : world.uid[person]!),
    putHostname(out, person) {
      if (person < 0) putBytes(out, pool[below(random(), pool.length)]!);
      else putIp(world, out, person, random() % ipCountOf(world, person));
    },
  };
}

const anonymousAddresses = 4000;

function anonymousPool(seed: number): Uint8Array[] {
  const random = createRandom(seed ^ 0x616e6f6e);
  const documentation = ['192.0.2', '198.51.100', '203.0.113'];
  return Array.from({ length: anonymousAddresses }, (_, i) => {
    const bits = random();
    return i < 768
      ? fragment(`${documentation[Math.floor(i / 256)]}.${i % 256}`)
      : fragment(`10.${bits & 255}.${(bits >>> 8) & 255}.${1 + ((bits >>> 16) % 254)}`);
  });
}

/** Seconds of the noise: one event after the other up to the day of the dump. */
export function putTimestamp(out: ByteWriter, row: number): void {
  putNumber(out, 1_470_000_000 + (Math.floor(row / 7) % 6_000_000));
}
