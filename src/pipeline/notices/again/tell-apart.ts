// Which of several people who share all that they are known by is whom an earlier plan wrote of: told by what they lost.
// In: what was planned for each unit and what each person has lost now. Out: by person a unit, or null. What somebody has
// lost never becomes less, so if everybody can be given a unit of his own whose notice covers what he has lost, then
// nobody has lost more: the sizes of all notices and of all losses are the same.

import type { LostClass } from '../../../store/index.ts';
import { isMore, type ToldClasses } from './told-classes.ts';

/** Places in `planned`, by place in `lost`; null where not everybody gets one. Both are as long. */
export function tellApart(
  planned: readonly ToldClasses[],
  lost: readonly (readonly LostClass[])[],
): number[] | null {
  const personOf = new Int32Array(planned.length).fill(-1);
  const covers = lost.map((classes) => planned.map((told) => !isMore(classes, told)));
  /** Gives a person a unit, moving others where that has to be (Kuhn). */
  const place = (person: number, seen: Uint8Array): boolean => {
    for (const [unit, isCovered] of covers[person]!.entries()) {
      if (!isCovered || seen[unit] === 1) continue;
      seen[unit] = 1;
      if (personOf[unit] !== -1 && !place(personOf[unit]!, seen)) continue;
      personOf[unit] = person;
      return true;
    }
    return false;
  };
  for (const person of lost.keys()) if (!place(person, new Uint8Array(planned.length))) return null;
  const unitOf: number[] = [];
  for (const [unit, person] of personOf.entries()) unitOf[person] = unit;
  return unitOf;
}
