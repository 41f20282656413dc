/**
 * The truth of every person of the extracts: the right NIR, names, date of birth, and each row with the NIR as it is
 * written there. In: the extracts and where the rows came to stand. Out: one record a person, in order.
 */
import { createByteWriter } from '../byte-writer.ts';
import { extractFiles, type OnRow } from './generate-pole-emploi.ts';
import { textOf } from './name-pools.ts';
import { nirLength, putNir } from './nir.ts';
import { birthNumber, createPerson, type Person, readPerson } from './population.ts';
import { dayText } from './pole-emploi-truth.ts';
import {
  createRegistration,
  csv,
  type Extract,
  type Extracts,
  forEachRegistration,
  hasRightNir,
} from './registration.ts';

export interface PoleEmploiPerson {
  id: number;
  /** as it should be */
  nir: string;
  names: { birth: string; usage: string | null; first: string };
  birthDate: string;
  /** `row` from 1, a header not counted; NIR and date as written, null where they are missing */
  rows: { file: string; row: number; nir: string | null; isNirRight: boolean; birthDate: string | null }[];
  classes: string[];
}

/** Row numbers by person, 0 where there is no row: 16 bytes a person. */
export interface RowNumbers {
  rows: Uint32Array[];
  onRow: (extract: Extract) => OnRow;
}

export function noteRows(people: number): RowNumbers {
  const rows = Array.from({ length: 4 }, () => new Uint32Array(people));
  return {
    rows,
    onRow: (extract) => (person, isSecond, row) => {
      rows[placeOf(extract, isSecond)]![person] = row;
    },
  };
}

function placeOf(extract: Extract, isSecond: boolean): number {
  return extract * 2 + (isSecond ? 1 : 0);
}

export function* personTruths(extracts: Extracts, { rows }: RowNumbers): Generator<PoleEmploiPerson> {
  const person = createPerson();
  const registration = createRegistration();
  for (let number = 0; number < extracts.population.people; number++) {
    readPerson(extracts.population, number, person);
    const planted: PoleEmploiPerson = {
      id: number,
      nir: nirOf(person),
      names: namesOf(person),
      birthDate: dayText(birthNumber(person)),
      rows: [],
      classes: [],
    };
    forEachRegistration(extracts, person, registration, (row) =>
      planted.rows.push({
        file: extractFiles[row.extract],
        row: rows[placeOf(row.extract, row.isSecond)]![number]!,
        nir: row.nirLength === 0 ? null : Buffer.from(row.nir.subarray(0, row.nirLength)).toString('latin1'),
        isNirRight: hasRightNir(row),
        birthDate: row.born === 0 ? null : dayText(row.born),
      }),
    );
    planted.classes = classesOf(planted, person);
    yield planted;
  }
}

function nirOf(person: Person): string {
  const out = createByteWriter(nirLength);
  putNir(out, person);
  return Buffer.from(out.bytes).toString('latin1');
}

function namesOf({
  lastNames,
  lastName,
  usageName,
  firstNames,
  firstName,
}: Person): PoleEmploiPerson['names'] {
  return {
    birth: textOf(lastNames.written, lastName),
    usage: usageName < 0 ? null : textOf(lastNames.written, usageName),
    first: textOf(firstNames.written, firstName),
  };
}

function classesOf({ rows }: PoleEmploiPerson, { died }: Person): string[] {
  const classes = ['Names', 'Genders'];
  if (rows.some(({ isNirRight }) => isNirRight)) classes.push('Social security numbers');
  if (rows.some(({ birthDate }) => birthDate !== null)) classes.push('Dates of birth');
  if (died !== 0 && rows.some(({ file }) => file === extractFiles[csv])) classes.push('Deceased date');
  return classes;
}
