// Which of the permutations of a kind gives a number that is nobody's. In: a real number. Out: the image of level 0, or where
// that is real, of the first level whose image is not, and stands for no other real number. It follows from the number, the
// keys and what is real alone, so that nothing has to be gathered or agreed on, and no two real numbers become one.
//
// Why none do: two images of one level differ, as each level is a permutation. An image of level j is taken only where no
// real number has it as its image of a lower level; whether one has is asked by going backwards.

import { begin, createEntry, type NumberMasker } from './number-entry.ts';

export interface ImageOf {
  image: Uint8Array;
  level: number;
}

export interface StandAside {
  /** Null where no number is free. */
  readonly mask: (form: Uint8Array, length: number) => ImageOf | null;
  /** The real number that the image stands for, or null. */
  readonly unmask: (image: Uint8Array, length: number) => Uint8Array | null;
}

/** Gives up where nearly all numbers of a kind are real. */
const mostLevels = 60;

/** `isReal`: of a form. */
export function createStandAside(
  masker: NumberMasker,
  isReal: (form: Uint8Array, length: number) => boolean,
): StandAside {
  const { layout, identifier } = masker;
  const move = (form: Uint8Array, length: number, level: number, isForward: boolean): Uint8Array | null => {
    const entry = createEntry();
    begin(entry, layout, form, length, identifier.kind(form, 0, length));
    masker.run([entry], 1, level, isForward);
    return entry.isFailed ? null : entry.image;
  };
  /** The real number whose image it is, of a level below `levels`. */
  const realOf = (image: Uint8Array, length: number, levels: number): Uint8Array | null => {
    for (let level = 0; level < levels; level++) {
      const real = move(image, length, level, false);
      if (real !== null && isReal(real, length) && find(real, length, level)?.level === level) return real;
    }
    return null;
  };
  /** Looks no further than `last`. */
  const find = (form: Uint8Array, length: number, last: number): ImageOf | null => {
    for (let level = 0; level <= last; level++) {
      const image = move(form, length, level, true);
      if (image === null) return null;
      if (isReal(image, length) || isSame(form, image, length)) continue;
      if (realOf(image, length, level) === null) return { image, level };
    }
    return null;
  };
  return {
    mask: (form, length) => find(form.slice(), length, mostLevels),
    unmask: (image, length) => (isReal(image, length) ? null : realOf(image.slice(), length, mostLevels)),
  };
}

function isSame(one: Uint8Array, other: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}
