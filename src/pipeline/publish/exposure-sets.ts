// What each person lost, as few different sets as there are. In: the losses of a vault. Out: the sets as JSON, in an order
// that the same losses always give, and the number of each person's. Test identities have none.

import { identifierOf, type ValidatorName, validatorIds } from '../../recognise/index.ts';
import { type ExposureSet, mentionedFlag } from '../../register/index.ts';
import { personFlags } from '../../resolve/index.ts';
import type { PeopleLosses } from '../../store/index.ts';

export interface ExposureSets {
  /** JSON of an `ExposureSet` each; their places are their numbers. */
  contents: string[];
  /** By person; `noSet` where nothing of him is published. */
  setOf: Uint32Array;
  /** By sort of identifier: what somebody lost of whom the leak holds that identifier alone. */
  mentioned: Map<string, number>;
}

export const noSet = 0xffff_ffff;

/** `mentionedSorts`: of identifiers that stand in texts or beside somebody's own. */
export function exposureSets(
  losses: PeopleLosses,
  { mentionedSorts, isSplit }: { mentionedSorts: readonly string[]; isSplit: boolean },
): ExposureSets {
  const { flags, profiles, holders } = losses;
  const setOf = new Uint32Array(flags.length).fill(noSet);
  const byState = new Map<string, number>();
  const byContent = new Map<string, number>();
  const contentNumber = (set: ExposureSet): number => {
    const content = JSON.stringify(isSplit ? { ...set, isSplit } : set);
    const known = byContent.get(content) ?? byContent.size;
    byContent.set(content, known);
    return known;
  };
  for (let person = 0; person < setOf.length; person++) {
    if ((flags[person]! & personFlags.test) !== 0) continue;
    const state = `${profiles[person]} ${holders[person]} ${flags[person]}`;
    let number = byState.get(state);
    if (number === undefined) {
      number = contentNumber(setOfPerson(losses, person));
      byState.set(state, number);
    }
    setOf[person] = number;
  }
  const ofSort = new Map(mentionedSorts.map((sort) => [sort, contentNumber(mentionedAs(sort))]));
  return inOrder([...byContent.keys()], setOf, ofSort);
}

function setOfPerson(
  { flags, profiles, holders, classesOf, holdersOf }: PeopleLosses,
  person: number,
): ExposureSet {
  return {
    classes: classesOf.get(profiles[person]!) ?? [],
    controllers: holdersOf[holders[person]!]!,
    flags: Object.entries(personFlags).flatMap(([flag, bit]) => ((flags[person]! & bit) === 0 ? [] : [flag])),
  };
}

function mentionedAs(sort: string): ExposureSet {
  return { classes: [{ class: classOfSort(sort), kinds: [] }], controllers: [], flags: [mentionedFlag] };
}

const classOfFreeSorts: Record<string, string> = {
  email: 'Email addresses',
  phone: 'Phone numbers',
  username: 'Usernames',
};

function classOfSort(sort: string): string {
  return classOfFreeSorts[sort] ?? identifierOf(validatorIds[sort as ValidatorName])!.class;
}

function inOrder(
  contents: readonly string[],
  setOf: Uint32Array,
  mentioned: Map<string, number>,
): ExposureSets {
  const sorted = contents.map((_, i) => i).sort((a, b) => (contents[a]! < contents[b]! ? -1 : 1));
  const placeOf = new Uint32Array(contents.length);
  sorted.forEach((number, place) => (placeOf[number] = place));
  for (let person = 0; person < setOf.length; person++)
    if (setOf[person] !== noSet) setOf[person] = placeOf[setOf[person]!]!;
  return {
    contents: sorted.map((number) => contents[number]!),
    setOf,
    mentioned: new Map([...mentioned].map(([sort, number]) => [sort, placeOf[number]!])),
  };
}
