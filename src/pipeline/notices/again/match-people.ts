// Which people of today are whom earlier plans told, though they are numbered anew. In: units, each one person of one
// plan, and a walk over the identifiers that units and people share. Out: by person his units. Whom an identifier of his
// own leads to, he is; of those who share all that they are known by, nobody can say which is which: they are a group.

/** Identifiers of more are nobody's own. */
const mostOwners = 200;

/** Calls `visit` for each identifier that both have, with the units of one plan and the people who own it. */
export type WalkShared = (visit: (units: readonly number[], people: readonly number[]) => void) => void;

/** Units and people of which each may be any of the other. */
export interface LikeGroup {
  units: number[];
  people: number[];
}

export interface MatchedPeople {
  /** By person; units of several plans, or of people who turned out to be one. */
  unitsOf: (person: number) => readonly number[];
  groupsOf: (person: number) => readonly LikeGroup[];
  /** Units whose identifiers are several people's today, each its own. */
  split: ReadonlyMap<number, ReadonlySet<number>>;
}

/** `planOfUnit`: ascending. Eight bytes a unit and four a person, and what groups take. */
export function matchPeople(planOfUnit: Uint32Array, people: number, walk: WalkShared): MatchedPeople {
  const found = new Int32Array(planOfUnit.length).fill(-1);
  const split = new Map<number, Set<number>>();
  walk((units, persons) => {
    if (units.length !== 1 || persons.length !== 1) return;
    const [unit, person] = [units[0]!, persons[0]!];
    if (found[unit] === person) return;
    if (found[unit] === -1) found[unit] = person;
    else {
      const all = split.get(unit);
      if (all) all.add(person);
      else split.set(unit, new Set([found[unit]!, person]));
    }
  });
  const groups = groupsOfPerson(findGroups(planOfUnit, people, { found, split }, walk));
  return { unitsOf: unitsByPerson(found, split, people), groupsOf: (of) => groups.get(of) ?? [], split };
}

/** People with their units in lists that hang together: four bytes a person and four a unit. */
function unitsByPerson(
  found: Int32Array,
  split: ReadonlyMap<number, ReadonlySet<number>>,
  people: number,
): (person: number) => readonly number[] {
  const first = new Int32Array(people).fill(-1);
  const next = new Int32Array(found.length).fill(-1);
  for (let unit = found.length - 1; unit >= 0; unit--) {
    const person = found[unit]!;
    if (person < 0 || person >= people || split.has(unit)) continue;
    next[unit] = first[person]!;
    first[person] = unit;
  }
  const parts = new Map<number, number[]>();
  for (const [unit, persons] of split)
    for (const person of persons) parts.set(person, [...(parts.get(person) ?? []), unit]);
  return (person) => {
    const units: number[] = [];
    for (let unit = first[person] ?? -1; unit >= 0; unit = next[unit]!) units.push(unit);
    return [...units, ...(parts.get(person) ?? [])].toSorted((a, b) => a - b);
  };
}

/** Of units that nothing of their own leads to anybody; people whom another unit of the plan leads to are not theirs. */
function findGroups(
  planOfUnit: Uint32Array,
  people: number,
  { found, split }: { found: Int32Array; split: ReadonlyMap<number, ReadonlySet<number>> },
  walk: WalkShared,
): LikeGroup[] {
  if (!found.includes(-1)) return [];
  const shared: { units: number[]; persons: readonly number[] }[] = [];
  walk((units, persons) => {
    if (Math.max(units.length, persons.length) > mostOwners) return;
    const left = units.filter((unit) => found[unit] === -1);
    if (left.length > 0) shared.push({ units: left, persons: [...persons] });
  });
  const groups: LikeGroup[] = [];
  const byPlan = Map.groupBy(shared, ({ units }) => planOfUnit[units[0]!]!);
  for (const [plan, sets] of byPlan) {
    const taken = new Uint8Array(people);
    for (let unit = 0; unit < found.length; unit++)
      if (planOfUnit[unit] === plan && found[unit]! >= 0)
        for (const person of split.get(unit) ?? [found[unit]!]) taken[person] = 1;
    groups.push(
      ...joined(
        sets.map(({ units, persons }) => ({ units, people: persons.filter((person) => !taken[person]) })),
      ),
    );
  }
  return groups;
}

/** Sets that share anybody become one. */
function joined(sets: readonly LikeGroup[]): LikeGroup[] {
  const groupOf = new Map<string, Set<string>>();
  for (const { units, people } of sets) {
    const members = [...units.map((unit) => `u${unit}`), ...people.map((person) => `p${person}`)];
    const known = [...new Set(members.flatMap((member) => groupOf.get(member) ?? []))];
    const largest = known.toSorted((a, b) => b.size - a.size)[0] ?? new Set<string>();
    for (const other of known)
      if (other !== largest)
        for (const member of other) {
          largest.add(member);
          groupOf.set(member, largest);
        }
    for (const member of members) {
      largest.add(member);
      groupOf.set(member, largest);
    }
  }
  return [...new Set(groupOf.values())]
    .map((group) => ({ units: numbers(group, 'u'), people: numbers(group, 'p') }))
    .filter(({ people }) => people.length > 0);
}

function numbers(group: ReadonlySet<string>, letter: string): number[] {
  return [...group].flatMap((member) => (member.startsWith(letter) ? Number(member.slice(1)) : []));
}

function groupsOfPerson(groups: readonly LikeGroup[]): Map<number, LikeGroup[]> {
  const byPerson = new Map<number, LikeGroup[]>();
  for (const group of groups)
    for (const person of group.people) byPerson.set(person, [...(byPerson.get(person) ?? []), group]);
  return byPerson;
}
