// Numbers for a public notice: of each controller, how many people are in the files, how many get a notice of their own,
// how many are reached by nothing and why, and of how many the files hold which data. In: a plan and its counts. Out: numbers.

import type { NoticeContent, SubstituteCounts } from '../../../notify/index.ts';
import type { CountedRecipients, StoredVariant } from '../../../store/notices/index.ts';

export interface ControllerCounts extends SubstituteCounts {
  controller: string | null;
  /** In which its people are told, most of them first. */
  languages: string[];
  /** People whom a rule leaves out. */
  notTold: number;
}

export function substituteCounts(
  variants: readonly StoredVariant[],
  counted: readonly CountedRecipients[],
): ControllerCounts[] {
  const byVariant = Map.groupBy(counted, ({ variant }) => variant);
  const ofVariant = ({ variant }: StoredVariant) =>
    (byVariant.get(variant) ?? []).filter(({ state }) => state !== 'superseded');
  return Array.from(
    Map.groupBy(variants, ({ controller }) => controller),
    ([controller, own]): ControllerCounts => {
      const all = own.flatMap(ofVariant);
      const sum = (wanted: (one: CountedRecipients) => boolean) =>
        all.filter(wanted).reduce((total, { count }) => total + count, 0);
      return {
        controller,
        people: sum(() => true),
        told: sum(({ state }) => state === 'open' || state === 'told'),
        notTold: sum(({ state }) => state === 'not-told'),
        unreached: unreachedOf(all),
        classes: classesOf(own, (variant) =>
          ofVariant(variant).reduce((total, { count }) => total + count, 0),
        ),
        languages: languagesOf(own),
      };
    },
  );
}

function unreachedOf(all: readonly CountedRecipients[]): SubstituteCounts['unreached'] {
  const people = new Map<string, number>();
  for (const { state, why, count } of all)
    if (state === 'unreachable') people.set(why ?? '', (people.get(why ?? '') ?? 0) + count);
  return Array.from(people, ([reason, count]) => ({ reason, people: count })).toSorted(
    (a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1),
  );
}

function classesOf(
  variants: readonly StoredVariant[],
  peopleOf: (variant: StoredVariant) => number,
): SubstituteCounts['classes'] {
  const classes = new Map<string, { kinds: Set<string>; people: number }>();
  for (const variant of variants) {
    const people = peopleOf(variant);
    for (const { class: name, kinds } of (variant.content as NoticeContent).classes) {
      const known = classes.get(name) ?? { kinds: new Set(), people: 0 };
      for (const kind of kinds) known.kinds.add(kind);
      known.people += people;
      classes.set(name, known);
    }
  }
  return Array.from(classes, ([name, { kinds, people }]) => ({
    class: name,
    kinds: [...kinds].toSorted(),
    people,
  })).filter(({ people }) => people > 0);
}

function languagesOf(variants: readonly StoredVariant[]): string[] {
  const people = new Map<string, number>();
  for (const variant of variants)
    people.set(variant.language, (people.get(variant.language) ?? 0) + variant.people);
  return [...people.keys()].toSorted((a, b) => people.get(b)! - people.get(a)! || (a < b ? -1 : 1));
}
