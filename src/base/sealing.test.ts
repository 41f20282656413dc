import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyBytes, openSealed, sealedPieces } from './sealing.ts';

const key = randomBytes(keyBytes);
const seal = (bytes: Uint8Array, purpose?: string): Buffer =>
  Buffer.concat([...sealedPieces(bytes, key, purpose)]);

describe('sealed bytes', () => {
  it.each([0, 1, 1000, (16 << 20) + 1])('%d of them are the same again', (length) => {
    const bytes = Buffer.alloc(length, 'tocsin');
    const sealed = seal(bytes, 'test');
    expect(sealed).toHaveLength(length + 28);
    expect(openSealed(sealed, key, 'test')?.equals(bytes)).toBe(true);
  });

  it('are never sealed the same twice', () => {
    expect(seal(Buffer.from('a')).equals(seal(Buffer.from('a')))).toBe(false);
  });

  it('are null for another key or another purpose', () => {
    const sealed = seal(Buffer.from('a'), 'this');
    expect(openSealed(sealed, randomBytes(keyBytes), 'this')).toBeNull();
    expect(openSealed(sealed, key, 'that')).toBeNull();
    expect(openSealed(sealed, Buffer.alloc(3), 'this')).toBeNull();
  });

  it('are null where a bit was changed or the end is missing, wherever that is', () => {
    const sealed = seal(Buffer.from('four'));
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(openSealed(changed, key)).toBeNull();
      expect(openSealed(sealed.subarray(0, at), key)).toBeNull();
    }
  });
});
