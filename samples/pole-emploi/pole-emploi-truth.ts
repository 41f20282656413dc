/**
 * The truth beside the extracts: how many people, which classes of how many, which column holds what, how often
 * something was mistyped, and who has rows that no NIR links. In: the extracts, from which every person is derived
 * once more. Out: counts; with `personTruths` the same person by person.
 */
import { inCapitals } from './name-pools.ts';
import { nirErrors } from './nir.ts';
import { extractFiles, extractsOf, type Written } from './generate-pole-emploi.ts';
import { createPerson, leakDay, type Person, readPerson } from './population.ts';
import { csvFields, fixedFields, testIdentities } from './put-row.ts';
import {
  createRegistration,
  csv,
  type Extract,
  type Extracts,
  fixed,
  forEachRegistration,
  hasRightNir,
  type PoleEmploiOptions,
} from './registration.ts';

export interface PoleEmploiTruth {
  version: 1;
  shape: 'pole-emploi';
  seed: number;
  dirt: PoleEmploiOptions['dirt'];
  /** yyyy-mm-dd: the day on which ages are told */
  asOf: string;
  /** distinct humans with a row */
  people: number;
  /** identities of nobody, and the rows of them */
  testAccounts: number;
  testRows: number;
  /** rows by file, those of nobody too */
  rows: Record<string, number>;
  bytes: Record<string, number>;
  /** file -> column -> class; the fixed-width file has no header, its columns are named by their meaning */
  tables: Record<string, Record<string, string>>;
  /** of the fixed-width file, in order; bytes from 0 */
  fields: { name: string; from: number; to: number }[];
  /** class -> distinct people of whom a row holds a valid value */
  classes: Record<string, number>;
  /** rows by what is wrong with the NIR */
  nirs: Record<(typeof nirErrors)[number], number>;
  /** people with two rows in one extract */
  registeredTwice: number;
  inBoth: number;
  twins: number;
  homonyms: number;
  /** groups of rows, beyond one a person, that nothing but name and date of birth links to the rest */
  duplicatesUnprovable: number;
  minors: number;
  /** people with a date of death */
  deceased: number;
}

/** What the rows of one person come to; see the fields of the truth. */
interface Tally {
  rows: number;
  rightNirs: number;
  isIn: [boolean, boolean];
  isTwice: boolean;
  hasBirth: boolean;
}

export function collectTruth(
  options: PoleEmploiOptions,
  extracts: Extracts,
  written: Partial<Record<Extract, Written>>,
): PoleEmploiTruth {
  const truth = emptyTruth(options, written);
  const { classes, nirs } = truth;
  const person = createPerson();
  const registration = createRegistration();
  for (let number = 0; number < options.people; number++) {
    readPerson(extracts.population, number, person);
    const tally: Tally = { rows: 0, rightNirs: 0, isIn: [false, false], isTwice: false, hasBirth: false };
    forEachRegistration(extracts, person, registration, (row) => {
      nirs[nirErrors[row.nirError]]++;
      tally.rows++;
      tally.isIn[row.extract] = true;
      if (hasRightNir(row)) tally.rightNirs++;
      if (row.isSecond) tally.isTwice = true;
      if (row.born !== 0) tally.hasBirth = true;
    });
    classes['Names']!++;
    classes['Genders']!++;
    if (tally.rightNirs > 0) classes['Social security numbers']!++;
    if (tally.hasBirth) classes['Dates of birth']!++;
    const isKnownDead = person.died !== 0 && tally.isIn[csv];
    if (isKnownDead) truth.deceased++;
    if (isMinor(person)) truth.minors++;
    if (tally.isTwice) truth.registeredTwice++;
    if (tally.isIn[fixed] && tally.isIn[csv]) truth.inBoth++;
    if (person.isTwin) truth.twins++;
    if (person.isHomonym) truth.homonyms++;
    truth.duplicatesUnprovable += Math.max(0, tally.rows - Math.max(1, tally.rightNirs));
  }
  if (truth.deceased > 0) classes['Deceased date'] = truth.deceased;
  return truth;
}

function emptyTruth(
  { seed, people, dirt, format }: PoleEmploiOptions,
  written: Partial<Record<Extract, Written>>,
): PoleEmploiTruth {
  const extracts = extractsOf(format);
  const perFile = <T>(of: (extract: Extract) => T): Record<string, T> =>
    Object.fromEntries(extracts.map((extract): [string, T] => [extractFiles[extract], of(extract)]));
  const testers = extracts.flatMap((extract) => testIdentities[extract]);
  let from = 0;
  return {
    version: 1,
    shape: 'pole-emploi',
    seed,
    dirt,
    asOf: dayText(leakDay),
    people,
    testAccounts: new Set(testers.map(([nir, last, first]) => inCapitals(`${nir} ${last} ${first}`))).size,
    testRows: testers.length,
    rows: perFile((extract) => written[extract]?.rows ?? 0),
    bytes: perFile((extract) => written[extract]?.bytes ?? 0),
    tables: perFile((extract) => plantedColumns(extract)),
    fields: fixedFields.map(({ name, width }) => ({ name, from, to: (from += width) })),
    classes: { Names: 0, Genders: 0, 'Social security numbers': 0, 'Dates of birth': 0 },
    nirs: { none: 0, replaced: 0, swapped: 0, lost: 0, missing: 0 },
    registeredTwice: 0,
    inBoth: 0,
    twins: 0,
    homonyms: 0,
    duplicatesUnprovable: 0,
    minors: 0,
    deceased: 0,
  };
}

function plantedColumns(extract: Extract): Record<string, string> {
  const fields: readonly { name: string; class: string | null }[] =
    extract === fixed ? fixedFields : csvFields;
  const planted: Record<string, string> = {};
  for (const { name, class: dataClass } of fields) if (dataClass !== null) planted[name] = dataClass;
  return planted;
}

export function isMinor({ year, month, day }: Person): boolean {
  return (year + 18) * 10_000 + month * 100 + day > leakDay;
}

export function dayText(number: number): string {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
