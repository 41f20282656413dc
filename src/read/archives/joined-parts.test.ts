import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inMemory } from './archives.fixture.ts';
import { joinParts, partsIn } from './joined-parts.ts';

const arbitraryParts = fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 6 });

describe('parts of a split archive', () => {
  it('read as one file, wherever they were cut', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryParts, fc.nat(100), fc.nat(100), async (parts, offset, length) => {
        const whole = Buffer.concat(parts);
        const joined = joinParts(parts.map(inMemory));
        const expected = whole.subarray(offset, offset + length).toString('hex');
        expect(joined.sizeBytes).toBe(whole.length);
        expect(Buffer.from(await joined.read(offset, length)).toString('hex')).toBe(expected);
        expect(Buffer.from(joined.readSync(offset, length)).toString('hex')).toBe(expected);
        const pieces: Uint8Array[] = [];
        for await (const piece of joined.stream(offset)) pieces.push(piece);
        expect(Buffer.concat(pieces).toString('hex')).toBe(whole.subarray(offset).toString('hex'));
      }),
    );
  });

  it('stay in reach, and one file is its only part', () => {
    const one = inMemory(Buffer.from('a'));
    const joined = joinParts([one, one]);
    expect(partsIn(joined)).toEqual([one, one]);
    expect(partsIn(one)).toEqual([one]);
  });
});
