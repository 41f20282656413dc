// What each set of rows is: a person, a test identity, the mailbox of an office, an organisation, or nobody.
// In: joined rows about people. Out: by root a sort, and of people whether they are minors or dead.

import { isNamed, somebodyIn } from './person-nodes.ts';
import { emailColumns, emailIn } from './identifying-columns.ts';
import { hasFlag } from './table-records.ts';
import type { Resolving } from './resolving.ts';

/** `nobody` is also what stands for a set under all its rows but the root. */
export const personSort = { nobody: 0, person: 1, test: 2, office: 3, organisation: 4 } as const;

export const personTrait = { minor: 1, deceased: 2 } as const;

export interface JudgedPeople {
  /** By root, of `personSort`; by root, bits of `personTrait`. */
  sorts: Uint8Array;
  traits: Uint8Array;
  count: number;
  tests: number;
  /** Of the test identities, those that only one sign tells. */
  doubtfulTests: number;
  offices: number;
  organisations: number;
  minors: number;
  deceased: number;
}

/**
 * What the rows of a set say: an address or a name, one that is no test identity's, an account that is not, more than
 * the mailbox of an office, a name that is no organisation's.
 */
const SOMEBODY = 1;
const SPEAKS = 2;
const REAL = 4;
const REAL_ACCOUNT = 8;
const ORGANISATION = 16;
const HUMAN = 32;

export function judgePeople(resolving: Resolving, adultSince: number): JudgedPeople {
  const { nodes, tables, isAboutPeople } = resolving;
  const said = new Uint8Array(nodes.count);
  const traits = new Uint8Array(nodes.count);
  tables.forEach((_, i) => {
    if (isAboutPeople[i]) hearTable(resolving, i, adultSince, said, traits);
  });
  const sorts = new Uint8Array(nodes.count);
  const judged = {
    sorts,
    traits,
    count: 0,
    tests: 0,
    doubtfulTests: 0,
    offices: 0,
    organisations: 0,
    minors: 0,
    deceased: 0,
  };
  for (let root = 0; root < nodes.count; root++) {
    if (said[root] === 0) continue;
    const sort = sortOf(said[root]!);
    sorts[root] = sort;
    if (sort === personSort.test) {
      judged.tests++;
      if ((said[root]! & SURE_TEST) === 0) judged.doubtfulTests++;
    } else if (sort === personSort.office) judged.offices++;
    else if (sort === personSort.organisation) judged.organisations++;
    else {
      judged.count++;
      if (traits[root]! & personTrait.minor) judged.minors++;
      if (traits[root]! & personTrait.deceased) judged.deceased++;
    }
  }
  return judged;
}

/** Told of every set that is somebody, even where it is nothing but an office. */
const HEARD = 64;
const SURE_TEST = 128;

function hearTable(
  { nodes, tables, sets, doubts }: Resolving,
  index: number,
  adultSince: number,
  said: Uint8Array,
  traits: Uint8Array,
): void {
  const table = tables[index]!;
  const { records } = table;
  const somebody = somebodyIn(table);
  const emails = emailColumns(table);
  const base = nodes.base[index]!;
  for (let record = 0; record < records.count; record++) {
    const node = base + record;
    const is = somebody(record);
    if (is === 0 || doubts.floating[node] === 1) continue;
    const root = sets.find(node);
    let heard = HEARD;
    if (is === 1) heard |= SOMEBODY;
    const hasName = isNamed(nodes, node);
    const speaks = hasName || emailIn(emails, record) !== null;
    if (speaks) heard |= SPEAKS;
    const isTest = hasFlag(records, record, 'testIdentity') || hasFlag(records, record, 'testIdentifier');
    if (hasFlag(records, record, 'sureTest') || hasFlag(records, record, 'testIdentifier'))
      heard |= SURE_TEST;
    if (!isTest) heard |= speaks ? REAL : REAL_ACCOUNT;
    if (hasFlag(records, record, 'organisation')) heard |= ORGANISATION;
    else if (hasName || nodes.birth[node] !== 0) heard |= HUMAN;
    said[root]! |= heard;
    if (nodes.birth[node]! > adultSince) traits[root]! |= personTrait.minor;
    if (hasFlag(records, record, 'deceased')) traits[root]! |= personTrait.deceased;
  }
}

/**
 * The mailbox of an office is nobody by itself. A person is a test identity when every row that names him is one's;
 * accounts count where nothing names him. An organisation is what no row gives a human name or a date of birth.
 */
function sortOf(said: number): number {
  if ((said & SOMEBODY) === 0) return personSort.office;
  const isReal = said & SPEAKS ? (said & REAL) !== 0 : (said & REAL_ACCOUNT) !== 0;
  if (!isReal) return personSort.test;
  return (said & ORGANISATION) !== 0 && (said & HUMAN) === 0 ? personSort.organisation : personSort.person;
}
