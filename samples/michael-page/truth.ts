/**
 * The truth beside a sample: how many people, which classes of how many, which column holds what,
 * how many rows. With `personTruths`, the same person by person.
 */
import { putAddress, putSecondAddress } from './address.ts';
import { firstCandidateId } from './candidates.ts';
import { classNames, classesOfMask, lost, plantedColumns } from './data-classes.ts';
import { birthDayOf, firstNameOf, lastNameOf, phoneOf } from './person.ts';
import { phoneText } from './phone.ts';
import { putDate } from '../sql-text.ts';
import { testAccounts } from './test-accounts.ts';
import type { World } from './world.ts';
import { is } from './world.ts';

export interface Truth {
  version: 1;
  shape: 'michael-page';
  seed: number;
  /** distinct humans with a row in users, candidates or newsletter */
  people: number;
  /** distinct valid addresses anywhere in the file, trimmed and lower case */
  distinctEmails: number;
  /** distinct addresses that occur only in text */
  mentioned: number;
  /** accounts of nobody */
  testAccounts: number;
  /** people whose two candidate rows nothing but name and telephone links */
  duplicatesUnprovable: number;
  rows: Record<string, number>;
  tables: Record<string, Record<string, string>>;
  /** class -> distinct people of whom a row holds a valid value */
  classes: Record<string, number>;
  /** uncompressed */
  bytes: number;
}

export interface Counted {
  seed: number;
  rows: Record<string, number>;
  bytes: number;
  mentioned: number;
}

export function collectTruth(world: World, counted: Counted): Truth {
  const perClass = classNames.map(() => 0);
  for (const mask of world.classes) {
    for (let bit = 0; bit < perClass.length; bit++) perClass[bit]! += (mask >>> bit) & 1;
  }
  const unprovable = world.flags.reduce((sum, flags) => sum + ((flags & is.unprovable) !== 0 ? 1 : 0), 0);
  return {
    version: 1,
    shape: 'michael-page',
    seed: counted.seed,
    people: world.people,
    distinctEmails: ownAddresses(world) + unprovable + testAccounts.length + counted.mentioned,
    mentioned: counted.mentioned,
    testAccounts: testAccounts.length,
    duplicatesUnprovable: unprovable,
    rows: counted.rows,
    tables: plantedColumns,
    classes: Object.fromEntries(classNames.map((name, bit) => [name, perClass[bit]!])),
    bytes: counted.bytes,
  };
}

/** Everybody has one address of their own, except the second of a couple and all but the first of a mailbox. */
function ownAddresses(world: World): number {
  let count = 0;
  for (let person = 0; person < world.people; person++) {
    const shares = (world.flags[person]! & (is.couple | is.sharedMailbox)) !== 0;
    if (!shares || world.back[person] === 0) count++;
  }
  return count;
}

export interface PersonTruth {
  id: number;
  identifiers: {
    emails: string[];
    phones: string[];
    uids: number[];
    candidateIds: number[];
    names: string[];
    /** yyyy-mm-dd */
    birthDates: string[];
  };
  classes: string[];
}

/** One record per person, in order; call it after the tables are written. */
export function* personTruths(world: World): Generator<PersonTruth> {
  const secondRow = new Map<number, number>();
  world.secondRows.forEach((person, i) => secondRow.set(person, world.candidates.length + i));
  for (let person = 0; person < world.people; person++) {
    const mask = world.classes[person]!;
    const emails = [text(world, () => putAddress(world, world.scratch, person))];
    if ((world.flags[person]! & is.unprovable) !== 0) {
      emails.push(text(world, () => putSecondAddress(world, world.scratch, person)));
    }
    const uid = world.uid[person]!;
    const rows = [world.candidateRow[person]!, secondRow.get(person) ?? -1];
    yield {
      id: person,
      identifiers: {
        emails,
        phones: (mask & lost.phone) === 0 ? [] : [phoneText(phoneOf(world, person))],
        uids: uid === 0 ? [] : [uid],
        candidateIds: rows.filter((row) => row >= 0).map((row) => firstCandidateId + row),
        names:
          (mask & lost.name) === 0
            ? []
            : [`${firstNameOf(world, person).text} ${lastNameOf(world, person).text}`],
        birthDates: (mask & lost.birth) === 0 ? [] : [text(world, () => putBirthDate(world, person))],
      },
      classes: classesOfMask(mask),
    };
  }
}

function putBirthDate(world: World, person: number): void {
  const day = birthDayOf(world, person);
  if (day !== null) putDate(world.scratch, day);
}

function text(world: World, put: () => void): string {
  world.scratch.at = 0;
  put();
  return new TextDecoder().decode(world.scratch.bytes.subarray(0, world.scratch.at));
}
