// What somebody was told, as classes with their kinds, and whether the files hold more of him than that. In: contents of
// notices. Out: sets and comparisons; nothing is looked up.

import type { NoticeContent } from '../../../notify/index.ts';
import type { LostClass } from '../../../store/index.ts';

/** Classes with the kinds that were named. */
export type ToldClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** In the order in which they were told; what a correction says stands in place of all before it. */
export function toldBy(contents: readonly Pick<NoticeContent, 'kind' | 'classes'>[]): ToldClasses {
  const told = new Map<string, Set<string>>();
  for (const { kind, classes } of contents) {
    if (kind === 'correction') told.clear();
    for (const entry of classes) {
      const kinds = told.get(entry.class) ?? new Set();
      for (const one of entry.kinds) kinds.add(one);
      told.set(entry.class, kinds);
    }
  }
  return told;
}

/** What each of them was told. */
export function toldToAll(all: readonly ToldClasses[]): ToldClasses {
  const [first, ...rest] = all;
  if (first === undefined) return new Map();
  const shared = new Map<string, Set<string>>();
  for (const [name, kinds] of first)
    if (rest.every((told) => told.has(name)))
      shared.set(name, new Set([...kinds].filter((kind) => rest.every((told) => told.get(name)!.has(kind)))));
  return shared;
}

/** What any of them was told. */
export function toldInAll(all: readonly ToldClasses[]): ToldClasses {
  return toldBy(
    all.map((told) => ({
      kind: 'first' as const,
      classes: [...told].map(([name, kinds]) => ({ class: name, kinds: [...kinds] })),
    })),
  );
}

/** A class that was not named, or a kind of it that was not: a password in clear is more than one under a hash. */
export function isMore(lost: readonly LostClass[], told: ToldClasses): boolean {
  return lost.some(({ class: name, kinds }) => {
    const known = told.get(name);
    return known === undefined || kinds.some((kind) => !known.has(kind));
  });
}
