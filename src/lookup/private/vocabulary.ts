// What the people of a breach can have lost, as a list, and what one of them lost as bits of it: all entries of an index
// have one length, and tell a reader nothing by it. In: exposure sets. Out: a vocabulary, bits.

import type { ExposureSet } from '../../register/index.ts';

/** Bit by bit: a class, a kind within a class, then controllers and flags. Public: it says nothing of anybody. */
export interface Vocabulary {
  classes: { class: string; kinds: string[] }[];
  controllers: string[];
  flags: string[];
  /** As in an exposure set: who has none of the controllers is of none. */
  isSplit?: boolean;
}

/** Controllers beyond this many are left out: of a leak of thousands of customers an entry would grow by each. */
const maxControllers = 1024;

export function vocabularyOf(sets: Iterable<ExposureSet>): Vocabulary {
  const classes = new Map<string, Set<string>>();
  const controllers = new Set<string>();
  const flags = new Set<string>();
  let isSplit = false;
  for (const set of sets) {
    for (const { class: name, kinds } of set.classes) {
      const known = classes.get(name) ?? new Set<string>();
      for (const kind of kinds) known.add(kind);
      classes.set(name, known);
    }
    for (const controller of set.controllers) controllers.add(controller);
    for (const flag of set.flags) flags.add(flag);
    isSplit ||= set.isSplit ?? false;
  }
  return {
    classes: [...classes]
      .map(([name, kinds]) => ({ class: name, kinds: [...kinds].toSorted() }))
      .toSorted((a, b) => (a.class < b.class ? -1 : 1)),
    controllers: controllers.size > maxControllers ? [] : [...controllers].toSorted(),
    flags: [...flags].toSorted(),
    ...(isSplit ? { isSplit } : {}),
  };
}

/** Which bit of an entry says what, counted from the lowest bit of its first byte. */
export interface VocabularyBits {
  classes: { class: string; bit: number; kinds: { kind: string; bit: number }[] }[];
  controllers: { controller: string; bit: number }[];
  flags: { flag: string; bit: number }[];
}

/** Classes, each with its kinds behind it, controllers, flags. */
export function vocabularyBits({ classes, controllers, flags }: Vocabulary): VocabularyBits {
  let next = 0;
  return {
    classes: classes.map(({ class: name, kinds }) => ({
      class: name,
      bit: next++,
      kinds: kinds.map((kind) => ({ kind, bit: next++ })),
    })),
    controllers: controllers.map((controller) => ({ controller, bit: next++ })),
    flags: flags.map((flag) => ({ flag, bit: next++ })),
  };
}

/** In whole bytes. */
export function contentBytes({ classes, controllers, flags }: Vocabulary): number {
  const bits = classes.reduce((sum, { kinds }) => sum + 1 + kinds.length, controllers.length + flags.length);
  return Math.max(1, Math.ceil(bits / 8));
}

export function contentOf(vocabulary: Vocabulary, set: ExposureSet): Buffer {
  const content = Buffer.alloc(contentBytes(vocabulary));
  const put = (bit: number, isSet: boolean): void => {
    if (isSet) content[bit >> 3]! |= 1 << (bit & 7);
  };
  const { classes, controllers, flags } = vocabularyBits(vocabulary);
  for (const { class: name, bit, kinds } of classes) {
    const lost = set.classes.filter((each) => each.class === name);
    put(bit, lost.length > 0);
    for (const { kind, bit: kindBit } of kinds)
      put(
        kindBit,
        lost.some((each) => each.kinds.includes(kind)),
      );
  }
  for (const { controller, bit } of controllers) put(bit, set.controllers.includes(controller));
  for (const { flag, bit } of flags) put(bit, set.flags.includes(flag));
  return content;
}
