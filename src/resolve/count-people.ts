// From joined rows to numbers: how many people, between which bounds, and how many for each class and table.

import type { DataClass } from '../recognise/index.ts';
import { addMask, hasClass } from './class-masks.ts';
import { countAtLeast } from './count-at-least.ts';
import { countMentioned, type Mentioned } from './count-mentioned.ts';
import type { HashIndex } from './hash-index.ts';
import type { ResolvedLink } from './link-meaning.ts';
import { createPeopleIndex, type PeopleIndex } from './people-index.ts';
import { judgePeople, personSort } from './person-sort.ts';
import type { Resolving } from './resolving.ts';

export interface ResolvedTable {
  about: 'people' | 'linked' | 'nobody';
  people: number;
}

export interface ResolvedPeople {
  count: number;
  min: number;
  max: number;
  testAccounts: number;
  sharedMailboxes: number;
  /** Names in columns of names that are an organisation's; not among the people. */
  organisations: number;
  /** Of the people: under 18, and said to be dead. */
  minors: number;
  deceased: number;
  /** Identifiers that stand only in texts, by class. */
  mentioned: Mentioned[];
  tables: ResolvedTable[];
  links: ResolvedLink[];
  /** People by class. */
  classes: { class: DataClass; people: number }[];
  /** Person by person; costs nothing before it is asked. */
  index: PeopleIndex;
}

/** `adultSince`: whoever was born after this day (yyyymmdd) is a minor. Without `bounds` the lower one is the count. */
export function countPeople(
  resolving: Resolving,
  links: ResolvedLink[],
  textEmails: HashIndex,
  { adultSince, bounds }: { adultSince: number; bounds: boolean },
): ResolvedPeople {
  const { tables, isAboutPeople, nodes, sets, doubts, attached } = resolving;
  for (let node = 0; node < nodes.count; node++) {
    const root = sets.find(node);
    if (root !== node) addMask(nodes.classes, node, root);
  }
  const people = judgePeople(resolving, adultSince);
  const { names } = nodes.classes;
  const byClass = new Float64Array(names.length);
  for (let root = 0; root < nodes.count; root++) {
    if (people.sorts[root] !== personSort.person) continue;
    for (let bit = 0; bit < names.length; bit++) if (hasClass(nodes.classes, root, bit)) byClass[bit]!++;
  }
  const unread = tables.reduce((sum, table, i) => sum + (isAboutPeople[i] ? table.unreadRows : 0), 0);
  const { count, tests, doubtfulTests, offices, organisations } = people;
  return {
    count,
    min: bounds ? countAtLeast(resolving, people.sorts, count) : count,
    max: count + doubtfulTests + offices + doubts.couldBeMore + unread,
    testAccounts: tests,
    sharedMailboxes: doubts.sharedMailboxes,
    organisations,
    minors: people.minors,
    deceased: people.deceased,
    mentioned: countMentioned(tables, textEmails),
    tables: countInTables(resolving, people.sorts),
    links,
    classes: names.map((name, bit) => ({ class: name, people: byClass[bit]! })),
    index: createPeopleIndex({
      tables,
      nodes,
      sets,
      sorts: people.sorts,
      traits: people.traits,
      floating: doubts.floating,
      attached,
    }),
  };
}

function countInTables(
  { tables, isAboutPeople, nodes, sets, attached }: Resolving,
  sorts: Uint8Array,
): ResolvedTable[] {
  /** By person: seen in the table that is looked at. */
  const isSeen = new Uint8Array(nodes.count);
  return tables.map((table, i) => {
    const owners = attached.get(i);
    const members = isAboutPeople[i] ? table.records.count : (owners?.length ?? 0);
    const rootOf = (record: number): number => {
      const node = isAboutPeople[i] ? nodes.base[i]! + record : owners![record]!;
      return node < 0 ? -1 : sets.find(node);
    };
    let people = 0;
    for (let record = 0; record < members; record++) {
      const root = rootOf(record);
      if (root < 0 || sorts[root] !== personSort.person || isSeen[root] === 1) continue;
      isSeen[root] = 1;
      people++;
    }
    for (let record = 0; record < members; record++) {
      const root = rootOf(record);
      if (root >= 0) isSeen[root] = 0;
    }
    if (isAboutPeople[i]) return { about: 'people', people };
    const holds = table.findings.some((found) => found.length > 0) || table.mentions.length > 0;
    return { about: people > 0 && holds ? 'linked' : 'nobody', people: holds ? people : 0 };
  });
}
