/**
 * The rows of a person in the two extracts: whether there is one, and with which flaws. In: a person. Out: what
 * the row says, derived anew each time. A person has one row in one of the extracts or one in each, and some a
 * second one, of a later registration.
 */
import { below, draw, drawChance } from '../random.ts';
import { type Dirt, type DirtLevel, dirtLevels } from './dirt.ts';
import { isKeyRight, mistypeNir, type NirError, nirLength, putNir } from './nir.ts';
import {
  birthNumber,
  createPopulation,
  lastMonth,
  type Person,
  type Population,
  stream,
} from './population.ts';
import { createByteWriter } from '../byte-writer.ts';

export const fixed = 0;
export const csv = 1;
/** Which of the two extracts. */
export type Extract = typeof fixed | typeof csv;

export const extractFormats = ['both', 'fixed', 'csv'] as const;
export type ExtractFormat = (typeof extractFormats)[number];

export interface PoleEmploiOptions {
  /** a whole number from 0 to 2^53-1 */
  seed: number;
  /** distinct people, at least 1 */
  people: number;
  dirt: DirtLevel;
  format: ExtractFormat;
}

export interface Extracts {
  population: Population;
  dirt: Dirt;
  format: ExtractFormat;
}

/** Filled by `readRegistration`. */
export interface Registration {
  extract: Extract;
  isSecond: boolean;
  /** As written: `nirLength` bytes or fewer, none where it is missing. */
  nir: Uint8Array;
  nirLength: number;
  nirError: NirError;
  /** The CSV writes it in groups of digits. */
  isSpaced: boolean;
  /** 0 where the birth name is written as it is, else what the typing error is made from. */
  nameError: number;
  withUsageName: boolean;
  /** yyyymmdd as written, 0 where it is missing */
  born: number;
  /** yyyymm */
  registered: number;
  /** department and a number of three digits */
  agency: number;
  /** A to E, as a byte */
  category: number;
}

export function createExtracts({ seed, people, dirt, format }: PoleEmploiOptions): Extracts {
  return { population: createPopulation(seed, people), dirt: dirtLevels[dirt], format };
}

export function createRegistration(): Registration {
  return {
    extract: fixed,
    isSecond: false,
    nir: new Uint8Array(nirLength),
    nirLength: 0,
    nirError: 0,
    isSpaced: false,
    nameError: 0,
    withUsageName: false,
    born: 0,
    registered: 0,
    agency: 0,
    category: 0,
  };
}

const inFixed = 0.8;
const inBoth = 0.25;

/** Whether the extract holds the first registration of the person. */
function holdsFirst({ population, format }: Extracts, number: number, extract: Extract): boolean {
  if (format !== 'both') return (format === 'fixed') === (extract === fixed);
  const bits = draw(population.seed, stream.file, number);
  const isInFixed = bits < inFixed * 4294967296;
  if (extract === fixed) return isInFixed;
  return !isInFixed || bits < inFixed * inBoth * 4294967296;
}

/** The extract that holds the second registration; it holds the first as well. */
function holdsSecond(extracts: Extracts, number: number, extract: Extract): boolean {
  const { population, dirt } = extracts;
  const bits = draw(population.seed, stream.again, number);
  if (bits >= dirt.registeredTwice * 4294967296 || !holdsFirst(extracts, number, extract)) return false;
  const other: Extract = extract === fixed ? csv : fixed;
  return !holdsFirst(extracts, number, other) || ((bits & 1) === 1) === (extract === csv);
}

const nirScratch = createByteWriter(32);

/** False where the extract holds no such row. */
export function readRegistration(
  extracts: Extracts,
  person: Person,
  extract: Extract,
  isSecond: boolean,
  into: Registration,
): boolean {
  const { population, dirt } = extracts;
  const { number } = person;
  const isThere = isSecond ? holdsSecond(extracts, number, extract) : holdsFirst(extracts, number, extract);
  if (!isThere) return false;
  const { seed } = population;
  const row = extract * 2 + (isSecond ? 1 : 0);
  const chance = (of: number, share: number) => share > 0 && drawChance(seed, of, number, share);
  into.extract = extract;
  into.isSecond = isSecond;
  readNir(seed, person, dirt, row, into);
  into.isSpaced = extract === csv && chance(stream.spaced, dirt.nirSpaced);
  const nameMistyped = isSecond ? dirt.secondNameMistyped : dirt.nameMistyped;
  const nameError = stream.nameError + row;
  into.nameError = chance(nameError, nameMistyped)
    ? (draw(seed, nameError, number) ^ 0x5bd1e995) >>> 0 || 1
    : 0;
  into.withUsageName =
    person.usageName >= 0 && !(isSecond && chance(stream.againBirthName, dirt.secondUnderBirthName));
  into.born = birthNumber(person);
  if (chance(stream.birthMissing + row, dirt.birthMissing)) into.born = 0;
  else if (isSecond && person.day <= 12 && chance(stream.againDate, dirt.secondDateSwapped)) {
    into.born = person.year * 10_000 + person.day * 100 + person.month;
  }
  const bits = draw(seed, stream.registered, number + 1) ^ Math.imul(row >> 1, 0x27d4eb2f);
  into.registered = isSecond ? laterThan(person.registered, bits >>> 0) : person.registered;
  into.agency = agencyOf(isSecond ? bits >>> 0 : draw(seed, stream.file, -1 - number));
  into.category = categoryOf(draw(seed, stream.againDate, -1 - number));
  return true;
}

function readNir(seed: number, person: Person, dirt: Dirt, row: number, into: Registration): void {
  nirScratch.at = 0;
  putNir(nirScratch, person);
  into.nir.set(nirScratch.bytes.subarray(0, nirLength));
  into.nirLength = nirLength;
  into.nirError = 0;
  const share = draw(seed, stream.nirError + row, person.number) / 4294967296;
  if (share >= dirt.nirMistyped + dirt.nirMissing) return;
  const bits = draw(seed, stream.nirErrorAt + row, person.number);
  into.nirError = share < dirt.nirMissing ? 4 : ((1 + (bits % 3)) as NirError);
  into.nirLength = mistypeNir(into.nir, 0, into.nirError, bits);
}

/** A NIR of which nothing is wrong. */
export function hasRightNir({ nir, nirLength: length }: Registration): boolean {
  return length === nirLength && isKeyRight(nir, 0);
}

/** One to 36 months later, at most until the last month of the extracts. */
function laterThan(month: number, bits: number): number {
  const at = Math.floor(month / 100) * 12 + (month % 100) - 1;
  const last = Math.floor(lastMonth / 100) * 12 + (lastMonth % 100) - 1;
  const later = Math.min(last, at + 1 + below(bits, 36));
  return Math.floor(later / 12) * 100 + (later % 12) + 1;
}

const agencies = 900;
const departments = 95;

function agencyOf(bits: number): number {
  const agency = below(bits, agencies);
  return (1 + (agency % departments)) * 1000 + 11 + Math.floor(agency / departments) * 13;
}

/** Most are wholly without work; the later letters are for those who have some, train, or are not available. */
function categoryOf(bits: number): number {
  const share = below(bits, 100);
  return 65 + (share < 60 ? 0 : share < 72 ? 1 : share < 92 ? 2 : share < 96 ? 3 : 4);
}

/** The rows of a person, in no order that the extracts have; `into` is reused. */
export function forEachRegistration(
  extracts: Extracts,
  person: Person,
  into: Registration,
  visit: (registration: Registration) => void,
): void {
  if (readRegistration(extracts, person, fixed, false, into)) visit(into);
  if (readRegistration(extracts, person, fixed, true, into)) visit(into);
  if (readRegistration(extracts, person, csv, false, into)) visit(into);
  if (readRegistration(extracts, person, csv, true, into)) visit(into);
}
