// Which rows are worth comparing: the keys under which two rows of one person are likely to meet in spite of an error.
// In: features. Out: passes, each with a key by row; what one error hides from one pass another one finds. Keys are
// computed when asked for, so that they cost no memory.

import type { fieldIndex } from './comparison.ts';
import type { LinkageFeatures } from './features.ts';
import { firstSoundOf } from './name-sound.ts';

export type MeetingLevel =
  | 'same'
  | 'sound'
  | 'initial'
  | 'year'
  | 'day'
  | 'first half'
  | 'second half'
  | 'unknown';

/** How far a field must agree for a pass to bring two rows together. */
export type Meeting = readonly [field: keyof typeof fieldIndex, as: MeetingLevel];

export interface BlockingPass {
  name: string;
  /** What must hold, all of it; empty for passes that only help out in rare cases. */
  meets: readonly Meeting[];
  /** Key of a row, by its first or its second last name (`variant` 0 or 1); 0 for no key. */
  key(row: number, variant: number): number;
  /** 2 where rows may have a second last name that the pass looks at. */
  variants: 1 | 2;
  /** Divides a block that is too large: called with 1, 2 ... until it is small enough or `refine` has no more to add. */
  refine(row: number, step: number): number;
  refinements: number;
  /** One of the two rows of a pair must be such a row, where not `null`: the others another pass compares anyway. */
  seeks: ((row: number) => boolean) | null;
  /** Pairs whose keys agree for another reason than the one meant are left out. */
  wants(a: number, b: number): boolean;
}

export function passesOf(features: LinkageFeatures): BlockingPass[] {
  const { last, otherLast, lastSound, otherSound, first, given, firstSound, birth } = features;
  const { phone, address, mailName, firstHalf, secondHalf } = features;
  const called = given ?? first;
  const hasOther = otherLast !== null;
  const soundOfLast = (row: number, variant: number) => (variant === 0 ? lastSound : otherSound)?.[row] ?? 0;
  const lastOf = (row: number, variant: number) => (variant === 0 ? last : otherLast)?.[row] ?? 0;
  const contact = phone ?? address ?? mailName;
  const steps = [last, called, birth, contact].filter((column) => column !== null);
  const pass = (
    name: string,
    meets: readonly Meeting[],
    columns: readonly (object | null)[],
    key: (row: number, variant: number) => number,
    options: Partial<Pick<BlockingPass, 'variants' | 'seeks' | 'wants'>> = {},
  ): BlockingPass[] =>
    columns.includes(null)
      ? []
      : [
          {
            name,
            meets,
            key,
            variants: hasOther ? (options.variants ?? 1) : 1,
            refine: (row, step) => steps[step - 1]![row]!,
            refinements: steps.length,
            seeks: options.seeks ?? null,
            wants: options.wants ?? everyPair,
          },
        ];
  return [
    ...pass(
      'last name and birth date',
      [
        ['last', 'sound'],
        ['birth', 'same'],
      ],
      [lastSound, birth],
      (row, variant) => both(soundOfLast(row, variant), birth![row]!),
      { variants: 2 },
    ),
    ...pass(
      'first name and birth date',
      [
        ['first', 'same'],
        ['birth', 'same'],
      ],
      [called, birth],
      (row) => both(called![row]!, birth![row]!),
    ),
    ...pass(
      'initial and birth date',
      [
        ['first', 'initial'],
        ['birth', 'same'],
      ],
      [firstSound, birth],
      (row) => both(firstSoundOf(firstSound![row]!), birth![row]!),
    ),
    ...pass(
      'names and birth year',
      [
        ['last', 'sound'],
        ['first', 'sound'],
        ['birth', 'year'],
      ],
      [lastSound, firstSound, birth],
      (row, variant) => all(soundOfLast(row, variant), firstSound![row]!, Math.floor(birth![row]! / 10_000)),
      { variants: 2 },
    ),
    ...pass(
      'names and birthday',
      [
        ['last', 'same'],
        ['first', 'same'],
        ['birth', 'day'],
      ],
      [last, called, birth],
      (row, variant) => all(lastOf(row, variant), called![row]!, birth![row]! % 10_000),
      { variants: 2 },
    ),
    ...pass(
      'swapped names',
      [],
      [last, first],
      (row) => {
        const names = swappable(last![row]!, first![row]!);
        return birth === null || names === 0 ? names : refinedKey(names, birth[row]! % 10_000);
      },
      { wants: (a, b) => last![a] === first![b] && first![a] === last![b] },
    ),
    ...pass(
      'names',
      [['last', 'same'], ['first', 'same'], ...(birth === null ? [] : [['birth', 'unknown'] as const])],
      [last, called],
      (row, variant) => both(lastOf(row, variant), called![row]!),
      birth === null ? { variants: 2 } : { variants: 2, seeks: (row) => birth[row] === 0 },
    ),
    ...pass(
      'telephone and first name',
      [
        ['phone', 'same'],
        ['first', 'sound'],
      ],
      [phone, firstSound],
      (row) => both(phone![row]!, firstSound![row]!),
    ),
    ...pass(
      'telephone and last name',
      [
        ['phone', 'same'],
        ['last', 'sound'],
      ],
      [phone, lastSound],
      (row) => both(phone![row]!, lastSound![row]!),
    ),
    ...pass(
      'address and first name',
      [
        ['place', 'same'],
        ['first', 'sound'],
      ],
      [address, firstSound],
      (row) => both(address![row]!, firstSound![row]!),
    ),
    ...pass('name of the mailbox', [['mailName', 'same']], [mailName], (row) => mailName![row]!),
    ...pass(
      'second half of a number',
      [
        ['number', 'second half'],
        ['first', 'sound'],
      ],
      [secondHalf, firstSound],
      (row) => both(secondHalf![row]!, firstSound![row]!),
    ),
    ...pass(
      'first half of a number',
      [
        ['number', 'first half'],
        ['last', 'sound'],
      ],
      [firstHalf, lastSound],
      (row) => both(firstHalf![row]!, lastSound![row]!),
    ),
  ];
}

const everyPair = () => true;

function both(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : scattered(Math.imul(a, 0x85ebca6b) ^ scattered(b));
}

function all(a: number, b: number, c: number): number {
  return a === 0 || b === 0 || c === 0 ? 0 : scattered(Math.imul(a, 0x85ebca6b) ^ both(b, c));
}

/** The same whichever of two names is the last one. */
function swappable(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : scattered((a + b) ^ Math.imul(a ^ b, 0x9e3779b1));
}

/** Never 0. */
function scattered(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1;
}

/** A key divided by what `refine` adds: rows without that field stay together. */
export function refinedKey(key: number, added: number): number {
  return scattered(key ^ Math.imul(added, 0x85ebca6b));
}

export function isSoughtIn({ seeks }: BlockingPass, a: number, b: number): boolean {
  return seeks === null || seeks(a) || seeks(b);
}

/** Whether the pass would compare these two rows. */
export function meetsIn(pass: BlockingPass, a: number, b: number): boolean {
  for (let x = 0; x < pass.variants; x++) {
    const key = pass.key(a, x);
    if (key === 0) continue;
    for (let y = 0; y < pass.variants; y++)
      if (key === pass.key(b, y)) return isSoughtIn(pass, a, b) && pass.wants(a, b);
  }
  return false;
}
