import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSipHash } from './sip-hash.ts';

const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index);

function hex(key: Uint8Array, bytes: Uint8Array, options = {}): string {
  const sip = createSipHash(key, options);
  sip.hash(bytes, 0, bytes.length);
  return [sip.hi, sip.lo].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Aumasson and Bernstein, SipHash: a fast short-input PRF, 2012, appendix A, and their reference vectors. */
it.each([
  [0, '726fdb47dd0e0e31'],
  [1, '74f839c593dc67fd'],
  [8, '93f5f5799a932462'],
  [15, 'a129ca6149be45e5'],
  [63, '958a324ceb064572'],
])('the hash of %i bytes is the published one', (length, hash) => {
  expect(hex(counting(16), counting(length))).toBe(hash);
  expect(hex(counting(16), counting(length), { twin: true })).toBe(hash);
});

it('compiled or not, at any offset and with many keys, the hash is the same', () => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(
      fc.array(key, { minLength: 1, maxLength: 9 }),
      fc.uint8Array({ maxLength: 200 }),
      (keys, bytes) => {
        const longer = new Uint8Array([7, ...bytes, 9]);
        const all = keys.map((each) => createSipHash(each));
        for (const [index, sip] of all.entries()) {
          sip.hash(longer, 1, longer.length - 1);
          const twin = createSipHash(keys[index]!, { twin: true });
          twin.hash(bytes, 0, bytes.length);
          expect([sip.hi, sip.lo]).toEqual([twin.hi, twin.lo]);
        }
      },
    ),
  );
});
