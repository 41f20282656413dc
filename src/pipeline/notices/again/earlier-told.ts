// What earlier plans of a case told each of its people of today: a later plan tells only who has lost more, and nobody
// the same twice. In: the ledger and the vault as they are now. Out: by person and controller what he was told, and the
// recipients that he was; null where nothing was planned before. Where it cannot be said who of several was told, nobody
// of them counts as told what the others were not.

import type { NoticeContent } from '../../../notify/index.ts';
import { findPeople, type LostClass, ownedHashes, topTurned, type Vault } from '../../../store/index.ts';
import {
  type EarlierRecipients,
  knownBy,
  knownBySorts,
  listPlans,
  type Notices,
  readEarlier,
  recipientOf,
  toldChannels,
  variantsOf,
} from '../../../store/notices/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { type LikeGroup, matchPeople, type WalkShared } from './match-people.ts';
import { tellApart } from './tell-apart.ts';
import { type ToldClasses, toldBy, toldInAll, toldToAll } from './told-classes.ts';

export interface ToldBefore {
  /** Empty where he was to be told and was not. */
  classes: ToldClasses;
  /** Of these, what was named to him: over a text message nothing is. */
  named: ToldClasses;
  /** Whom he was in earlier plans, told or not. */
  recipients: number[];
  /** The plan that told him last, and whether that was a correction; null where none did. */
  last: { plan: number; isCorrection: boolean } | null;
  /** The same once the calls are made whose list is in use; null where he is in none. */
  soon: Pick<ToldBefore, 'classes' | 'last'> | null;
}

export interface EarlierTold {
  /** Null for whom no earlier plan knew. `controller`: who tells him now. */
  of(person: number, controller: string | null): ToldBefore | null;
  /** The last event of the ledger that this knows of. */
  lastEvent: number;
}

/** People as a plan sees them. */
export interface PeopleNow {
  /** Whether a number of the vault stands for somebody who may be told. */
  isPerson: (person: number) => boolean;
  /** What a notice of that controller would say of him. */
  lossesOf: (person: number, controller: string | null) => readonly LostClass[];
}

export function earlierTold(
  db: Notices['db'],
  vault: Pick<Vault, 'db' | 'seed'>,
  { isPerson, lossesOf }: PeopleNow,
): EarlierTold | null {
  const earlier = readEarlier(db);
  if (earlier.planOfUnit.length === 0) return null;
  const people = vault.db.prepare('SELECT coalesce(max(person) + 1, 0) FROM person').pluck().get() as number;
  const matched = matchPeople(earlier.planOfUnit, people, sharedIdentifiers(db, vault, earlier, isPerson));
  const recipientsOf = recipientsByUnit(earlier);
  const contents = new Map(
    listPlans(db)
      .flatMap(({ plan }) => variantsOf(db, plan))
      .map((entry) => [entry.variant, entry] as const),
  );
  const addresseeOf = addressees(db, vault);

  const isFor = (recipient: number, controller: string | null): boolean => {
    const whose = contents.get(earlier.variants[recipient]!)?.controller ?? null;
    return whose === null || controller === null || whose === controller;
  };
  const contentOf = (recipient: number) =>
    contents.get(earlier.variants[recipient]!)!.content as NoticeContent;
  const toldOf = (recipients: readonly number[], counted: Uint8Array): ToldClasses =>
    toldBy(recipients.filter((recipient) => counted[recipient] === 1).map(contentOf));
  const unitTold = (unit: number, person: number, controller: string | null): number[] =>
    recipientsOf(unit).filter(
      (recipient) =>
        isFor(recipient, controller) &&
        (!matched.split.has(unit) || addresseeOf(recipient, matched.split.get(unit)!) === person),
    );
  const apart = groupsApart((recipients) => toldBy(recipients.map(contentOf)), lossesOf);
  const groupTold = (
    group: LikeGroup,
    { person, controller }: { person: number; controller: string | null },
    counted: Uint8Array,
  ): ToldClasses => {
    if (group.units.length < group.people.length) return new Map();
    const recipients = group.units.map((unit) => recipientsOf(unit).filter((one) => isFor(one, controller)));
    const like = apart(group, recipients, person, controller) ?? [...recipients.keys()];
    return toldToAll(like.map((place) => toldOf(recipients[place]!, counted)));
  };
  const isTold = (recipient: number) => earlier.isTold[recipient] === 1;
  const isCalled = (recipient: number) => earlier.isCalled[recipient] === 1;
  const lastOf = (told: number | undefined): ToldBefore['last'] => {
    if (told === undefined) return null;
    return {
      plan: contents.get(earlier.variants[told]!)!.plan,
      isCorrection: contentOf(told).kind === 'correction',
    };
  };
  const soonOf = (own: readonly number[]): ToldBefore['soon'] => {
    const soon = own.filter((recipient) => isTold(recipient) || isCalled(recipient));
    return { classes: toldBy(soon.map(contentOf)), last: lastOf(soon.at(-1)) };
  };

  return {
    lastEvent: earlier.lastEvent,
    of(person, controller) {
      const units = matched.unitsOf(person);
      const groups = matched.groupsOf(person);
      if (units.length === 0 && groups.length === 0) return null;
      const own = units.flatMap((unit) => unitTold(unit, person, controller)).toSorted((a, b) => a - b);
      const all = [...units, ...groups.flatMap((group) => group.units)]
        .flatMap(recipientsOf)
        .filter((recipient) => isFor(recipient, controller));
      const told = (counted: Uint8Array) =>
        toldInAll([
          toldOf(own, counted),
          ...groups.map((group) => groupTold(group, { person, controller }, counted)),
        ]);
      return {
        classes: told(earlier.isTold),
        named: told(earlier.isNamed),
        recipients: [...new Set(all)].toSorted((a, b) => a - b),
        last: lastOf(own.findLast(isTold)),
        // of several who may be each other it cannot be said who is called
        soon: groups.length === 0 && own.some(isCalled) ? soonOf(own) : null,
      };
    },
  };
}

/** By group and person the places of units that may be his: all alike, or null where nothing tells them apart. */
function groupsApart(
  plannedFor: (recipients: readonly number[]) => ToldClasses,
  lossesOf: PeopleNow['lossesOf'],
): (
  group: LikeGroup,
  recipients: readonly (readonly number[])[],
  person: number,
  controller: string | null,
) => number[] | null {
  const known = new Map<LikeGroup, Map<string | null, number[][] | null>>();
  const settled = (
    { units, people }: LikeGroup,
    recipients: readonly (readonly number[])[],
    controller: string | null,
  ): number[][] | null => {
    if (units.length !== people.length) return null;
    const planned = recipients.map(plannedFor);
    const unitOf = tellApart(
      planned,
      people.map((one) => lossesOf(one, controller)),
    );
    if (unitOf === null) return null;
    const keys = planned.map(keyOf);
    return unitOf.map((unit) => [...keys.keys()].filter((place) => keys[place] === keys[unit]));
  };
  return (group, recipients, person, controller) => {
    let byController = known.get(group);
    if (byController === undefined) known.set(group, (byController = new Map()));
    let places = byController.get(controller);
    if (places === undefined) byController.set(controller, (places = settled(group, recipients, controller)));
    return places?.[group.people.indexOf(person)] ?? null;
  };
}

function keyOf(told: ToldClasses): string {
  const classes = [...told].map(([name, kinds]) => `${name}\n${[...kinds].toSorted().join('\n')}`);
  return classes.toSorted().join('\n\n');
}

/** Identifiers that the ledger and the vault both have, sort by sort, by merging what is sorted in both. */
function sharedIdentifiers(
  db: Notices['db'],
  vault: Pick<Vault, 'db'>,
  { units, planOfUnit, variants }: EarlierRecipients,
  isPerson: (person: number) => boolean,
): WalkShared {
  return (visit) => {
    for (const sort of knownBySorts(db)) {
      const { top, bottom, person } = ownedHashes(vault.db, sort);
      let at = 0;
      let [lastHigh, lastLow] = [-1, -1];
      let held: number[] = [];
      const settle = () => {
        if (held.length === 0) return;
        const [high, low] = [lastHigh ^ topTurned, lastLow].map((word) => word >>> 0) as [number, number];
        while (at < top.length && (top[at]! < high || (high === top[at] && bottom[at]! < low))) at++;
        const persons: number[] = [];
        for (let i = at; i < top.length && top[i] === high && bottom[i] === low; i++)
          if (isPerson(person[i]!)) persons.push(person[i]!);
        if (persons.length > 0) visitByPlan(held, planOfUnit, persons, visit);
      };
      for (const [high, low, recipient] of knownBy(db, sort)) {
        // of a plan that was not begun
        if (variants[recipient] === 0) continue;
        if (high !== lastHigh || low !== lastLow) {
          settle();
          [lastHigh, lastLow, held] = [high, low, []];
        }
        const unit = units[recipient]!;
        if (!held.includes(unit)) held.push(unit);
      }
      settle();
    }
  };
}

function visitByPlan(
  units: readonly number[],
  planOfUnit: Uint32Array,
  persons: readonly number[],
  visit: Parameters<WalkShared>[0],
): void {
  if (units.length === 1) visit(units, persons);
  else for (const ofPlan of Map.groupBy(units, (unit) => planOfUnit[unit]!).values()) visit(ofPlan, persons);
}

/** Four bytes a recipient and four a unit. */
function recipientsByUnit({ units, planOfUnit, variants }: EarlierRecipients): (unit: number) => number[] {
  const first = new Int32Array(planOfUnit.length).fill(-1);
  const next = new Int32Array(units.length).fill(-1);
  for (let recipient = units.length - 1; recipient > 0; recipient--) {
    if (variants[recipient] === 0) continue;
    next[recipient] = first[units[recipient]!]!;
    first[units[recipient]!] = recipient;
  }
  return (unit) => {
    const all: number[] = [];
    for (let one = first[unit] ?? -1; one > 0; one = next[one]!) all.push(one);
    return all;
  };
}

/**
 * Of several people who were one recipient, the one whose address or number his notice went to; null where nobody's is
 * his alone, as of a letter.
 */
function addressees(
  db: Notices['db'],
  vault: Pick<Vault, 'db' | 'seed'>,
): (recipient: number, people: ReadonlySet<number>) => number | null {
  const hash = createIdentifierHasher(vault.seed, { few: true });
  const ownerOf = (sort: 'email' | 'phone', text: string, people: ReadonlySet<number>): number | null => {
    const words = hash(sort, text);
    if (words === null) return null;
    const owners = findPeople(vault.db, [{ sort, low: words[0], high: words[1] }], mostOwners).people;
    const possible = owners.filter(({ person }) => people.has(person));
    return possible.length === 1 ? possible[0]!.person : null;
  };
  const known = new Map<number, number | null>();
  return (recipient, people) => {
    const before = known.get(recipient);
    if (before !== undefined) return before;
    const { email, phone } = recipientOf(db, recipient)!;
    const channels = toldChannels(db, recipient);
    let owner: number | null = null;
    if (channels.includes('e') && email !== null) owner = ownerOf('email', email, people);
    else if (phone !== null && (channels.includes('s') || channels.includes('c')))
      owner = ownerOf('phone', phone, people);
    known.set(recipient, owner);
    return owner;
  };
}

const mostOwners = 200;
