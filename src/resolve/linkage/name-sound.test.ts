import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSoundOf, isInitial, soundClose, soundOf } from './name-sound.ts';

const sound = (name: string) => soundOf(Buffer.from(name), 0, Buffer.byteLength(name));

describe('sounds of names', () => {
  it.each([
    ['dupont', 'dupond'],
    ['dupont', 'duponts'],
    ['philippe', 'filip'],
    ['martin', 'martain'],
    ['schmidt', 'schmitt'],
    ['catherine', 'katherine'],
    ['le goff', 'legoff'],
    ['wagner', 'vagner'],
    ['helene', 'elene'],
    ['thierry', 'tieri'],
  ])('%s and %s sound the same', (a, b) => {
    expect(sound(a)).toBe(sound(b));
  });

  it.each([
    ['dupont', 'durand'],
    ['martin', 'bernard'],
    ['lea', 'noe'],
    ['philippe', 'pierre'],
  ])('%s and %s do not', (a, b) => {
    expect(sound(a)).not.toBe(sound(b));
  });

  it.each([
    ['martin', 'martni'],
    ['bernard', 'vernard'],
    ['dupont', 'dumont'],
    ['lea', 'lae'],
    ['florent', 'forent'],
  ])('%s and %s are close', (a, b) => {
    expect(soundClose(sound(a), sound(b))).toBe(true);
  });

  it.each([
    ['marie', 'sophie'],
    ['lucas', 'bernard'],
    ['thomas', 'claire'],
  ])('%s and %s are not', (a, b) => {
    expect(soundClose(sound(a), sound(b))).toBe(false);
  });

  it('an initial is told from a name and keeps its sound', () => {
    expect(isInitial(sound('j'))).toBe(true);
    expect(isInitial(sound('jo'))).toBe(false);
    expect(isInitial(sound(''))).toBe(false);
    expect(firstSoundOf(sound('j'))).toBe(firstSoundOf(sound('jean')));
  });

  it('no letters make no sound', () => {
    expect(['', ' ', '123', '-'].map(sound)).toEqual([0, 0, 0, 0]);
    expect(soundClose(0, 0)).toBe(false);
  });

  it('any bytes give 16 bits, the same ones again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const code = soundOf(bytes, 0, bytes.length);
        expect(code).toBe(code & 0xffff);
        expect(soundOf(bytes, 0, bytes.length)).toBe(code);
      }),
    );
  });

  it('names of other scripts have a sound as well', () => {
    expect(sound('αγγελοσ')).not.toBe(0);
    expect(sound('иванов')).not.toBe(sound('петров'));
  });
});
