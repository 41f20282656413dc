// A leak of the pole-emploi shape with its truth in the evaluator's form. In: a folder, a seed, how many, how dirty.
// People are derived again for each walk over them, so that ten million take no memory.

import { join } from 'node:path';
import { extractFiles } from '../../../samples/pole-emploi/generate-pole-emploi.ts';
import { makeExtracts } from '../../../samples/pole-emploi/make-extracts.ts';
import { textOf } from '../../../samples/pole-emploi/name-pools.ts';
import { createPerson, type Person, readPerson } from '../../../samples/pole-emploi/population.ts';
import { csvFields, fixedFields, type RowBytes } from '../../../samples/pole-emploi/put-row.ts';
import {
  createRegistration,
  csv,
  type Extract,
  type Extracts,
  fixed,
  forEachRegistration,
  hasRightNir,
  type PoleEmploiOptions,
  type Registration,
} from '../../../samples/pole-emploi/registration.ts';
import { type ExpectedTables, open } from '../expected-columns.ts';
import type { NameOf, PlantedLeak, PlantedPerson } from '../planted-leak.ts';

export async function plantPoleEmploi(
  folder: string,
  options: PoleEmploiOptions,
  rowBytes: RowBytes = 120,
): Promise<PlantedLeak> {
  const { extracts, truth } = await makeExtracts(folder, options, rowBytes);
  const { seed, dirt, people } = options;
  return {
    name: `pole-emploi, ${dirt} dirt, seed ${seed}`,
    shape: 'pole-emploi',
    dirt,
    seed,
    isUsualDirt: dirt === 'default',
    paths: Object.keys(truth.rows).map((file) => join(folder, file)),
    now: new Date(`${truth.asOf}T00:00:00Z`),
    people,
    testAccounts: truth.testAccounts,
    unprovable: truth.duplicatesUnprovable,
    mentioned: 0,
    minors: truth.minors,
    deceased: truth.deceased,
    columns: expectedTables(truth.tables),
    nameOf: nameOfColumn,
    classes: truth.classes,
    forEachPerson: (visit) => visitPeople(extracts, visit),
  };
}

const tableOf = (file: string) => file.slice(0, file.lastIndexOf('.'));
const fixedTable = tableOf(extractFiles[fixed]);

/** When and where somebody registered may count as employment status or not: judged neither way. */
const undecided = ['MOIS_INSCRIPTION', 'CATEGORIE', 'month of registration', 'category'];

function expectedTables(tables: Record<string, Record<string, string>>): ExpectedTables {
  return Object.fromEntries(
    Object.entries(tables).map(([file, columns]) => [
      tableOf(file),
      { ...columns, ...Object.fromEntries(undecided.map((name) => [name, open])) },
    ]),
  );
}

/** Columns of the fixed-width extract have no names, only their places. */
const nameOfColumn: NameOf = (table, { name }) => {
  const [, place] = /^column (\d+)$/u.exec(table === fixedTable ? name : '') ?? [];
  return place === undefined ? name : (fixedFields[Number(place) - 1]?.name ?? name);
};

function visitPeople(extracts: Extracts, visit: (planted: PlantedPerson) => void): void {
  const person = createPerson();
  const registration = createRegistration();
  const planted: PlantedPerson = {
    number: 0,
    identifiers: [],
    names: [],
    hasLooseRow: false,
    classes: [],
    places: [],
  };
  const places: string[] = [];
  for (let number = 0; number < extracts.population.people; number++) {
    readPerson(extracts.population, number, person);
    let nir = '';
    let isBorn = false;
    let isInCsv = false;
    planted.hasLooseRow = false;
    planted.names = [];
    places.length = 0;
    forEachRegistration(extracts, person, registration, (row) => {
      if (!hasRightNir(row)) planted.hasLooseRow = true;
      else if (nir === '') nir = Buffer.from(row.nir).toString('latin1');
      if (row.born !== 0) isBorn = true;
      if (row.extract === csv) isInCsv = true;
      addPlaces(places, person, row);
      if (row.nameError === 0 && row.born !== 0) addNames(planted.names, person, row);
    });
    planted.number = number;
    planted.identifiers = nir === '' ? [] : [{ sort: 'nir', text: nir, isLink: true }];
    planted.places = places;
    planted.classes = classesOf(nir !== '', isBorn, isInCsv && person.died !== 0);
    visit(planted);
  }
}

/** Columns of the two extracts by what they hold, for what a row may or may not have. */
const placesOf = [fixedFields, csvFields].map((fields, extract) => {
  const table = tableOf(extractFiles[extract as Extract]);
  const named = (...names: string[]) =>
    fields.filter(({ name }) => names.includes(name)).map(({ name }) => `${table}.${name}`);
  return {
    always: named('sex', 'SEXE', 'birth name', 'NOM_NAISSANCE', 'first names', 'PRENOM'),
    nir: named('NIR'),
    usageName: named('usage name', 'NOM_USAGE'),
    born: named('date of birth', 'DATE_NAISSANCE'),
    died: named('DATE_DECES'),
  };
});

function addPlaces(into: string[], person: Person, row: Registration): void {
  const { always, nir, usageName, born, died } = placesOf[row.extract]!;
  into.push(...always);
  if (hasRightNir(row)) into.push(...nir);
  if (row.withUsageName) into.push(...usageName);
  if (row.born !== 0) into.push(...born);
  if (person.died !== 0) into.push(...died);
}

function addNames(into: string[], person: Person, row: Registration): void {
  const { firstNames, firstName, secondName, lastNames, lastName, usageName, isDouble } = person;
  const birth = textOf(lastNames.capitals, lastName);
  const lasts = [birth];
  if (usageName >= 0) {
    const usage = textOf(lastNames.capitals, usageName);
    lasts.push(isDouble ? `${birth}-${usage}` : usage);
  }
  const first = textOf(firstNames.capitals, firstName);
  const firsts = [first];
  if (secondName >= 0) firsts.push(`${first} ${textOf(firstNames.capitals, secondName)}`);
  const date = dateText(row.born);
  for (const one of firsts) {
    for (const last of lasts) {
      const name = `${one}\t${last}\t${date}`;
      if (!into.includes(name)) into.push(name);
    }
  }
}

function dateText(number: number): string {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A few lists, each made once: ten million people have one of eight. */
const lists = Array.from({ length: 8 }, (_, bits) => [
  'Names',
  'Genders',
  ...((bits & 1) !== 0 ? ['Social security numbers'] : []),
  ...((bits & 2) !== 0 ? ['Dates of birth'] : []),
  ...((bits & 4) !== 0 ? ['Deceased date'] : []),
]);

function classesOf(hasNir: boolean, isBorn: boolean, isDead: boolean): readonly string[] {
  return lists[(hasNir ? 1 : 0) | (isBorn ? 2 : 0) | (isDead ? 4 : 0)]!;
}
