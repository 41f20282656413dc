/**
 * A directory of the same register: what the controller itself knows of its jobseekers, with addresses, and of others
 * who are not in the extracts. In: a population and shares. Out: rows one after the other, each with what was planted
 * in it, derived anew each time. People beyond those of the extracts are strangers to them.
 */
import { createByteWriter } from '../../byte-writer.ts';
import { below, draw, drawChance } from '../../random.ts';
import { textOf } from '../name-pools.ts';
import { nirLength, putNir } from '../nir.ts';
import { birthNumber, createPerson, type Person, type Population, readPerson } from '../population.ts';

/**
 * `number`: with the NIR. `name`: without it, but with names and date of birth. `moved`: one of two rows with the NIR,
 * of different addresses. `twice`: one of two of the same address. `another's number`: the NIR of one person beside name
 * and date of birth of another. `stranger`: of nobody in the extracts, with a NIR.
 */
export const plantedKinds = ['number', 'name', 'moved', 'twice', "another's number", 'stranger'] as const;

export type PlantedKind = (typeof plantedKinds)[number];

export interface DirectoryRow {
  kind: PlantedKind;
  /** Number of the person whose row it is. */
  person: number;
  id: string;
  /** '' where the directory has none. */
  nir: string;
  lastName: string;
  firstName: string;
  /** dd/mm/yyyy */
  born: string;
  email: string;
  phone: string;
  street: string;
  postalCode: string;
  town: string;
  language: string;
}

export interface DirectoryShares {
  /** Of the people of the extracts, those whom the directory knows. */
  known: number;
  /** Strangers by the people of the extracts. */
  strangers: number;
}

const streams = { known: 60, kind: 61, contact: 62, language: 63, nirForm: 64 } as const;

/** Shares of the known; the rest has a number. */
const kinds: readonly (readonly [PlantedKind, number])[] = [
  ['name', 0.25],
  ['moved', 0.01],
  ['twice', 0.01],
  ["another's number", 0.003],
];

export function* directoryRows(
  population: Population,
  { known, strangers }: DirectoryShares,
): Generator<DirectoryRow> {
  const { seed, people } = population;
  const person = createPerson();
  const other = createPerson();
  const count = people + Math.floor(people * strangers);
  for (let number = 0; number < count; number++) {
    readPerson(population, number, person);
    if (number >= people) {
      yield rowOf(population, person, 'stranger', 0);
      continue;
    }
    if (!drawChance(seed, streams.known, number, known)) continue;
    const kind = kindOf(draw(seed, streams.kind, number) / 4294967296);
    const row = rowOf(population, person, kind, 0);
    if (kind === "another's number") {
      readPerson(population, (number + Math.floor(people / 2)) % people, other);
      row.nir = nirOf(other);
    }
    yield row;
    if (kind === 'moved') yield { ...rowOf(population, person, kind, 1), id: `${row.id}-B` };
    if (kind === 'twice') yield { ...row, street: row.street.toUpperCase(), id: `${row.id}-B` };
  }
}

function kindOf(share: number): PlantedKind {
  let rest = share;
  for (const [kind, part] of kinds) {
    if (rest < part) return kind;
    rest -= part;
  }
  return 'number';
}

const towns: readonly (readonly [code: string, name: string])[] = [
  ['75011', 'Paris'],
  ['13002', 'Marseille'],
  ['69003', 'Lyon'],
  ['31000', 'Toulouse'],
  ['59800', 'Lille'],
  ['67000', 'Strasbourg'],
  ['29200', 'Brest'],
  ['2A004', 'Ajaccio'],
];
const streets = [
  'rue des Aulnes',
  'allée du Moulin',
  'avenue des Érables',
  'chemin de la Grange',
  'quai Neuf',
];

function rowOf(population: Population, person: Person, kind: PlantedKind, move: number): DirectoryRow {
  const { seed } = population;
  const { number } = person;
  const bits = draw(seed, streams.contact + move * 8, number);
  const [postalCode, town] = towns[below(bits, towns.length)]!;
  return {
    kind,
    person: number,
    id: `DE${String(number).padStart(8, '0')}`,
    nir: kind === 'name' ? '' : writtenNir(nirOf(person), draw(seed, streams.nirForm, number)),
    lastName: textOf(person.lastNames.written, person.lastName),
    firstName: firstNamesOf(person),
    born: dayOf(birthNumber(person)),
    email: bits % 16 === 0 ? '' : `de${number}.${move}@courrier.example.org`,
    phone: bits % 3 === 0 ? '' : `06 39 98 ${two(below(bits, 100))} ${two(bits % 100)}`,
    street: `${1 + (bits % 180)} ${streets[(bits >>> 8) % streets.length]!}`,
    postalCode,
    town,
    language: draw(seed, streams.language, number) % 50 === 0 ? 'en' : 'fr',
  };
}

function firstNamesOf({ firstNames, firstName, secondName }: Person): string {
  const first = textOf(firstNames.written, firstName);
  return secondName < 0 ? first : `${first} ${textOf(firstNames.written, secondName)}`;
}

/** In groups, without its key, or as it is. */
function writtenNir(nir: string, bits: number): string {
  const share = below(bits, 100);
  if (share < 10) return nir.slice(0, -2);
  if (share >= 30) return nir;
  return nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/u, '$1 $2 $3 $4 $5 $6 $7');
}

function nirOf(person: Person): string {
  const out = createByteWriter(nirLength);
  putNir(out, person);
  return Buffer.from(out.bytes).toString('latin1');
}

function dayOf(day: number): string {
  return `${two(day % 100)}/${two(Math.floor(day / 100) % 100)}/${Math.floor(day / 10_000)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
