/**
 * The people of the shape. In: a seed and how many. Out: any of them by number, derived anew each time: nothing
 * is held for a person, so that their number is bounded by nothing but numbers. No two have the same NIR.
 */
import { draw, drawBelow, drawChance, foldSeed } from '../random.ts';
import { type BirthPlaces, createBirthPlaces } from './birth-places.ts';
import { createNamePools, drawName, type NameList, type NamePools } from './name-pools.ts';
import type { NirParts } from './nir.ts';
import { createPermutation } from './permute.ts';

export interface Population {
  seed: number;
  people: number;
  names: NamePools;
  places: BirthPlaces;
  /** Deals out to each person what makes the NIR unique. */
  deal: (person: number) => number;
}

/** Filled by `readPerson`. */
export interface Person extends NirParts {
  number: number;
  isWoman: boolean;
  day: number;
  isTwin: boolean;
  isHomonym: boolean;
  lastNames: NameList;
  firstNames: NameList;
  lastName: number;
  /** The name taken by marriage, -1 without; written with a hyphen after the birth name if `isDouble`. */
  usageName: number;
  isDouble: boolean;
  firstName: number;
  /** -1 without. */
  secondName: number;
  /** Year and month in which the first registration is made, as yyyymm. */
  registered: number;
  /** yyyymmdd, 0 while alive. */
  died: number;
}

/** One for each thing that is drawn for a person. */
export const stream = {
  pair: 1,
  sex: 2,
  year: 3,
  day: 4,
  lastName: 5,
  elsewhere: 6,
  firstName: 7,
  secondName: 8,
  married: 9,
  usageName: 10,
  registered: 11,
  died: 12,
  provisional: 13,
  file: 14,
  again: 15,
  nirError: 16,
  nirErrorAt: 20,
  nameError: 24,
  birthMissing: 28,
  againBirthName: 32,
  againDate: 33,
  spaced: 34,
  deal: 40,
} as const;

/** The day of the leak: ages are told on it. */
export const leakDay = 2023_07_31;
export const lastMonth = 2023_02;

const twinPairs = 0.006;
const homonymPairs = 0.0003;
/** A department has far fewer births of one name in a month than there are triples. */
const orderTriples = 333;
const months = 12;
/** Births abroad are dealt one of these pairs of years, so that 200 countries have numbers for all. */
const yearPairs = 24;
const firstYearAbroad = 1958;
const firstYear = 1957;
const lastYear = 2006;

/** As many as there are NIRs to deal out; some 165 million. */
export const maxPoleEmploiPeople = 60_000_000;

export function createPopulation(seed: number, people: number): Population {
  const folded = foldSeed(seed);
  const places = createBirthPlaces();
  const abroad = places.abroad.length * orderTriples * months * yearPairs;
  const size = places.home.length * orderTriples * months + abroad;
  const names = createNamePools();
  return { seed: folded, people, names, places, deal: createPermutation(folded, stream.deal, size) };
}

export function createPerson(): Person {
  const none: NameList = {
    count: 0,
    capitals: { bytes: new Uint8Array(), ends: new Uint32Array() },
    written: { bytes: new Uint8Array(), ends: new Uint32Array() },
    byWeight: new Uint16Array(),
  };
  return {
    number: -1,
    sex: 1,
    isWoman: false,
    year: 0,
    month: 0,
    day: 0,
    place: 0,
    corsica: null,
    order: 0,
    isTwin: false,
    isHomonym: false,
    lastNames: none,
    firstNames: none,
    lastName: 0,
    usageName: -1,
    isDouble: false,
    firstName: 0,
    secondName: -1,
    registered: 0,
    died: 0,
  };
}

/**
 * Every second person may be a twin of the one before, or a homonym: of the same name, born on the same day
 * elsewhere. Order numbers come in threes, the second of which is kept for twins and the third for homonyms.
 */
export function readPerson(population: Population, number: number, into: Person): void {
  const { seed, names } = population;
  const pair = draw(seed, stream.pair, number >>> 1) / 4294967296;
  const isSecond = (number & 1) === 1;
  into.number = number;
  into.isTwin = isSecond && pair < twinPairs;
  into.isHomonym = isSecond && !into.isTwin && pair < twinPairs + homonymPairs;
  const family = into.isTwin || into.isHomonym ? number - 1 : number;
  const self = into.isHomonym ? number - 1 : number;
  into.isWoman = drawChance(seed, stream.sex, self, 0.52);
  const isAbroad = readBirth(population, family, into);
  into.sex =
    (into.isWoman ? 2 : 1) + (isAbroad && drawChance(seed, stream.provisional, number, 0.03) ? 6 : 0);
  into.day = 1 + drawBelow(seed, stream.day, family, daysIn(into.year, into.month));

  const isOfElsewhere = drawChance(seed, stream.elsewhere, family, isAbroad ? 0.9 : 0.07);
  into.lastNames = isOfElsewhere ? names.lastAbroad : names.last;
  into.firstNames = firstNamesOf(names, into, isOfElsewhere);
  into.lastName = drawName(into.lastNames, draw(seed, stream.lastName, family));
  into.firstName = drawName(into.firstNames, draw(seed, stream.firstName, self));
  const second = draw(seed, stream.secondName, number);
  into.secondName = second % 8 === 0 ? drawName(into.firstNames, Math.imul(second, 0x9e3779b1) >>> 0) : -1;
  if (into.secondName === into.firstName) into.secondName = -1;
  const age = 2023 - into.year;
  const married = draw(seed, stream.married, number) / 4294967296;
  const takesName = married < (into.isWoman ? Math.min(0.6, Math.max(0, (age - 22) / 45)) : 0.02);
  into.usageName = takesName ? drawName(into.lastNames, draw(seed, stream.usageName, number)) : -1;
  if (into.usageName === into.lastName) into.usageName = -1;
  into.isDouble = into.usageName >= 0 && draw(seed, stream.usageName, number) % 7 === 0;
  into.registered = registrationMonth(into, draw(seed, stream.registered, number));
  const died = draw(seed, stream.died, number);
  into.died = died < 0.003 * 4294967296 ? 2023_00_00 + (1 + (died % 7)) * 100 + 1 + (died % 28) : 0;
}

/** Year, month, place and order; true for births abroad. */
function readBirth({ seed, places, deal }: Population, family: number, into: Person): boolean {
  const orderInThree = into.isHomonym ? 3 : into.isTwin ? 2 : 1;
  let rest = deal(family);
  const take = (count: number) => {
    const taken = rest % count;
    rest = (rest - taken) / count;
    return taken;
  };
  into.order = take(orderTriples) * 3 + orderInThree;
  into.month = 1 + take(months);
  into.corsica = null;
  const abroad = places.abroad.length * yearPairs;
  if (rest < abroad) {
    into.place = placeIn(places.abroad, take(places.abroad.length), into.isHomonym);
    into.year = firstYearAbroad + rest * 2 + (draw(seed, stream.year, family) & 1);
    return true;
  }
  const at = rest - abroad;
  into.place = placeIn(places.home, at, into.isHomonym);
  const share = draw(seed, stream.year, family) / 4294967296;
  into.year = lastYear - Math.floor((lastYear + 1 - firstYear) * share ** 0.9);
  const index = into.isHomonym ? (at + homonymStep) % places.home.length : at;
  const { a, b, end } = places.corsica;
  if (index >= a && index < end) {
    // before 1976 Corsica was one department, 20, with its communes in one row
    if (into.year >= 1976) into.corsica = index < b ? 'A' : 'B';
    else if (index >= b) into.place += b - a;
  }
  return false;
}

/** Homonyms are born elsewhere: every place has another, and no two the same. */
const homonymStep = 37;

function placeIn(places: Uint32Array, index: number, isHomonym: boolean): number {
  return places[isHomonym ? (index + homonymStep) % places.length : index]!;
}

function firstNamesOf(names: NamePools, { isWoman, year }: Person, isOfElsewhere: boolean): NameList {
  if (isOfElsewhere) return isWoman ? names.womenAbroad : names.menAbroad;
  const periods = isWoman ? names.women : names.men;
  for (const { until, list } of periods) if (year <= until) return list;
  return periods.at(-1)!.list;
}

/** From 16 years of age and from 2010 on, more often lately. */
function registrationMonth({ year, month }: Person, bits: number): number {
  const first = Math.max(2010 * 12, (year + 16) * 12 + month);
  const last = Math.floor(lastMonth / 100) * 12 + (lastMonth % 100) - 1;
  const from = Math.min(first, last);
  const share = bits / 4294967296;
  const at = last - Math.floor((last + 1 - from) * share * share);
  return Math.floor(at / 12) * 100 + (at % 12) + 1;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** yyyymmdd; 0 where none is known. */
export function birthNumber({ year, month, day }: Person): number {
  return year * 10_000 + month * 100 + day;
}
