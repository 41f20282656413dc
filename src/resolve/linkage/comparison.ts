// How far two rows agree, field by field, as one number. In: features and the shares of their values. Out: a cell,
// the pattern of agreement together with how rare the values are that agree. Called once a pair: allocates nothing.

import type { LinkageFeatures } from './features.ts';
import { firstSoundOf, isInitial, soundClose } from './name-sound.ts';
import type { ValueShares } from './value-shares.ts';

/**
 * Fields in the order of a pattern, each with its levels from "one of them says nothing" to "the same". Where
 * `isRare` is set, agreement at the last level counts by how rare the value is. First names that are close are told by
 * whether both are names that others bear (Julie and Julien), or one may be a slip of the hand.
 */
export const comparedFields = [
  { name: 'last', levels: ['unknown', 'different', 'close', 'same'], isRare: true },
  { name: 'first', levels: ['unknown', 'different', 'initial', 'other name', 'close', 'same'], isRare: true },
  { name: 'birth', levels: ['unknown', 'different', 'close', 'same'], isRare: true },
  { name: 'sex', levels: ['unknown', 'different', 'same'], isRare: false },
  { name: 'phone', levels: ['unknown', 'different', 'same'], isRare: true },
  { name: 'place', levels: ['unknown', 'different', 'postal code', 'same'], isRare: true },
  { name: 'mailName', levels: ['unknown', 'different', 'same'], isRare: true },
  { name: 'number', levels: ['unknown', 'different', 'first half', 'second half', 'same'], isRare: false },
] as const;

export const fieldIndex = { last: 0, first: 1, birth: 2, sex: 3, phone: 4, place: 5, mailName: 6, number: 7 };

/** What a pattern counts on by field: the product of the levels of the fields before it. */
export const fieldStep: readonly number[] = comparedFields.reduce<number[]>(
  (steps, field, i) => [...steps, steps[i]! * field.levels.length],
  [1],
);

/** A cell is a pattern and, below it, the rarity of what agrees: minus the logarithm to base 2 of its chance. */
export const rarityRange = 128;

export function levelOf(cell: number, field: number): number {
  return Math.floor(cell / rarityRange / fieldStep[field]!) % comparedFields[field]!.levels.length;
}

export type ComparePair = (a: number, b: number) => number;

/** Names that changed places are close by level, which is worth so many bits less than what names agree by value. */
const swappedBits = 9;

export function createComparison(features: LinkageFeatures, shares: ValueShares): ComparePair {
  const { last, otherLast, lastSound, otherSound, first, given, firstSound } = features;
  const { birth, sex, phone, address, postalCode, mailName } = features;
  const { firstHalf, secondHalf } = features;
  const [, firstStep, birthStep, sexStep, phoneStep, placeStep, mailStep, numberStep] = fieldStep as number[];
  let rarity = 0;

  const lastLevel = (a: number, b: number): number => {
    if (last === null || last[a] === 0 || last[b] === 0) return 0;
    const x = last[a]!;
    const y = last[b]!;
    const otherX = otherLast === null ? 0 : otherLast[a]!;
    const otherY = otherLast === null ? 0 : otherLast[b]!;
    if (x === y || (otherX !== 0 && (otherX === y || otherX === otherY)) || (otherY !== 0 && x === otherY)) {
      rarity += shares.last(x === y || x === otherY ? a : b);
      return 3;
    }
    if (lastSound === null) return 1;
    if (soundClose(lastSound[a]!, lastSound[b]!)) return 2;
    if (otherSound === null) return 1;
    return soundClose(otherSound[a]!, lastSound[b]!) || soundClose(lastSound[a]!, otherSound[b]!) ? 2 : 1;
  };

  const firstLevel = (a: number, b: number): number => {
    if (first === null || first[a] === 0 || first[b] === 0) return 0;
    if (first[a] === first[b] || (given !== null && given[a] !== 0 && given[a] === given[b])) {
      rarity += shares.first(a);
      return 5;
    }
    if (firstSound === null) return 2;
    const x = firstSound[a]!;
    const y = firstSound[b]!;
    if (isInitial(x) || isInitial(y)) return firstSoundOf(x) === firstSoundOf(y) ? 2 : 1;
    if (!soundClose(x, y)) return 1;
    return shares.areBothNames(a, b) ? 3 : 4;
  };

  const birthLevel = (a: number, b: number): number => {
    if (birth === null || birth[a] === 0 || birth[b] === 0) return 0;
    if (birth[a] === birth[b] && birth[a]! % 100 !== 0) {
      rarity += shares.birth(a);
      return 3;
    }
    return areCloseDates(birth[a]!, birth[b]!) ? 2 : 1;
  };

  const placeLevel = (a: number, b: number): number => {
    if (address !== null && address[a] !== 0 && address[a] === address[b]) {
      rarity += shares.address(a);
      return 3;
    }
    const hasBoth = address !== null && address[a] !== 0 && address[b] !== 0;
    if (postalCode === null || postalCode[a] === 0 || postalCode[b] === 0) return hasBoth ? 1 : 0;
    return postalCode[a] === postalCode[b] ? 2 : 1;
  };

  const numberLevel = (a: number, b: number): number => {
    if (firstHalf === null || secondHalf === null) return 0;
    if ((firstHalf[a] === 0 && secondHalf[a] === 0) || (firstHalf[b] === 0 && secondHalf[b] === 0)) return 0;
    return 1 + (firstHalf[a] === firstHalf[b] ? 1 : 0) + (secondHalf[a] === secondHalf[b] ? 2 : 0);
  };

  return (a, b) => {
    rarity = 0;
    let pattern = 0;
    let named = lastLevel(a, b);
    let called = firstLevel(a, b);
    if (named === 1 && called <= 2 && areSwapped(last, first, a, b)) {
      named = 2;
      called = 4;
      rarity += Math.max(0, shares.last(a) + shares.first(a) - swappedBits);
    }
    pattern += named + called * firstStep! + birthLevel(a, b) * birthStep!;
    if (sex !== null && sex[a] !== 0 && sex[b] !== 0) pattern += (sex[a] === sex[b] ? 2 : 1) * sexStep!;
    if (phone !== null && phone[a] !== 0 && phone[b] !== 0) {
      const isSame = phone[a] === phone[b];
      if (isSame) rarity += shares.phone(a);
      pattern += (isSame ? 2 : 1) * phoneStep!;
    }
    pattern += placeLevel(a, b) * placeStep!;
    if (mailName !== null && mailName[a] !== 0 && mailName[b] !== 0) {
      const isSame = mailName[a] === mailName[b];
      if (isSame) rarity += shares.mailName(a);
      pattern += (isSame ? 2 : 1) * mailStep!;
    }
    pattern += numberLevel(a, b) * numberStep!;
    return pattern * rarityRange + Math.min(rarity, rarityRange - 1);
  };
}

/** First and last name each stand in the other's column. */
function areSwapped(last: Uint32Array | null, first: Uint32Array | null, a: number, b: number): boolean {
  return last !== null && first !== null && last[a] === first[b] && first[a] === last[b];
}

/** Two of year, month and day agree, or all but that day and month changed places, or all that both tell. */
export function areCloseDates(a: number, b: number): boolean {
  const yearA = Math.floor(a / 10_000);
  const yearB = Math.floor(b / 10_000);
  const monthA = Math.floor(a / 100) % 100;
  const monthB = Math.floor(b / 100) % 100;
  const dayA = a % 100;
  const dayB = b % 100;
  if (monthA === 0 || monthB === 0) return yearA === yearB;
  if (dayA === 0 || dayB === 0) return yearA === yearB && monthA === monthB;
  if (yearA === yearB && monthA === dayB && dayA === monthB) return true;
  return (yearA === yearB ? 1 : 0) + (monthA === monthB ? 1 : 0) + (dayA === dayB ? 1 : 0) >= 2;
}
