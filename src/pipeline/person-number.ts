// The number by which papers of a case call a person: in packages, in lists of codes for letters. In: the number in the
// vault. Out: the number on paper, which counts from 1. A delivery that comes later numbers people anew.

export function shownPerson(person: number): number {
  return person + 1;
}
