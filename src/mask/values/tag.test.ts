import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { ByteSink } from '../byte-sink.ts';
import { createMaskKeys } from '../cipher/mask-keys.ts';
import { createTags } from './tag.ts';

const ours = createTags(createMaskKeys(new Uint8Array(32).fill(1)));
const theirs = createTags(createMaskKeys(new Uint8Array(32).fill(2)));

function tagOf(high: number, low: number): Uint8Array {
  const out = new ByteSink();
  ours.write(high, low, out);
  return out.take();
}

describe('tags', () => {
  it('are known by the key that wrote them, and by no other', () => {
    let wrong = 0;
    for (let round = 0; round < 2000; round++) {
      const random = randomBytes(8);
      const tag = tagOf(random.readUInt32BE(0), random.readUInt32BE(4));
      expect(tag.length).toBe(16);
      expect(ours.isOurs(tag, 0, 16)).toBe(true);
      if (theirs.isOurs(tag, 0, 16)) wrong++;
      const changed = tag.slice();
      changed[round % 16] = changed[round % 16] === 0x30 ? 0x31 : 0x30;
      if (ours.isOurs(changed, 0, 16)) wrong++;
    }
    expect(wrong).toBeLessThan(3);
  });

  it('are read in capitals too', () => {
    const tag = Buffer.from(tagOf(0xdead_beef, 7)).toString('latin1').toUpperCase();
    expect(ours.isOurs(Buffer.from(tag), 0, 16)).toBe(true);
  });

  it('have sixteen characters and no others than theirs', () => {
    const tag = Buffer.from(tagOf(1, 2));
    expect(ours.isOurs(tag, 0, 15)).toBe(false);
    tag[3] = 0x75;
    expect(ours.isOurs(tag, 0, 16)).toBe(false);
  });

  it('differ where the 64 bits differ', () => {
    const seen = new Set<string>();
    for (let low = 0; low < 1000; low++) seen.add(Buffer.from(tagOf(5, low)).toString());
    for (let high = 100; high < 1000; high++) seen.add(Buffer.from(tagOf(high, 5)).toString());
    expect(seen.size).toBe(1900);
  });
});
