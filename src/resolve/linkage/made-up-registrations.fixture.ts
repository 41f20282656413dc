// A population with registers of it: people with names as unequal as real ones, twins and couples, some registered
// twice with typing errors, another last name, a number that fails its check. In: a seed and how dirty. Out: features,
// exact groups and the truth. Knows nothing of how linkage judges.

import { emptyFeatures, type LinkageFeatures } from './features.ts';
import { soundOf } from './name-sound.ts';

export interface RegistrationOptions {
  seed: number;
  people: number;
  /** Share of people who are registered twice. */
  twice?: number;
  /** Share of second registrations with a typing error, by field. */
  errors?: number;
  /** Share of women whose second registration has another last name. */
  married?: number;
  /** Share of people born as one of twins. */
  twins?: number;
  /** Share of registrations with a typing error in the number; -1: there are no numbers. */
  badNumbers?: number;
  has?: readonly ('birth' | 'phone' | 'address' | 'sex')[];
  /** Share of registrations that leave telephone or address out, and of second ones with a new one. */
  missing?: number;
}

export interface Registrations {
  features: LinkageFeatures;
  /** Rows with the same valid number are one group. */
  groups: Int32Array;
  people: number;
  groupCount: number;
}

interface Person {
  first: string;
  last: string;
  birth: number;
  sex: number;
  number: string;
  phone: number;
  home: number;
}

const heads =
  'ba be bo bra cha cle da del du fa fer ga gau gre ha jo la le lou ma mer mo na or pe pi ra ro sa so ta va'.split(
    ' ',
  );
const middles = 'bi ca den gni lan li mar mi nar qui ran ri ssa the ti ver vi zo'.split(' ');
const tails = 'ard aud aux c d el er et eux ez i ier in ion man mont n on ot que ron s st t ville x'.split(
  ' ',
);

/** A name for each number, different ones for different numbers up to 14,000. */
function lastName(n: number): string {
  const tail = tails[n % tails.length]!;
  const head = heads[Math.floor(n / tails.length) % heads.length]!;
  return head + middles[(n * 7 + Math.floor(n / 832)) % middles.length]! + tail;
}

function firstName(n: number): string {
  return (
    heads[(n * 5) % heads.length]! +
    middles[(n * 11 + 3) % middles.length]! +
    'aeio'[Math.floor(n / heads.length) % 4]!
  );
}

export function makeUpRegistrations(options: RegistrationOptions): Registrations {
  const {
    seed,
    people,
    twice = 0.05,
    errors = 0.08,
    married = 0.1,
    twins = 0.03,
    badNumbers = 0.02,
  } = options;
  const { has = ['birth'], missing = 0.1 } = options;
  const random = sequence(seed);
  const chance = (share: number) => random() < share;
  // a few names are held by many: about one in s^1
  const zipf = (count: number) => Math.floor(count ** random()) - 1;
  const below = (count: number) => Math.floor(random() * count);
  const population: Person[] = [];
  for (let i = 0; i < people; i++) {
    const before = population[i - 1];
    const sex = 1 + below(2);
    const first = () => firstName(zipf(280) * 2 + sex - 1);
    if (before !== undefined && chance(twins / 2) && population[i - 2]?.birth !== before.birth) {
      const { last, birth, phone, home } = before;
      let called = first();
      while (called === before.first) called = first();
      population.push({ first: called, last, birth, sex, number: numberOf(birth, sex, random), phone, home });
      continue;
    }
    const birth = (1940 + below(65)) * 10_000 + (1 + below(12)) * 100 + 1 + below(28);
    const isCouple = before !== undefined && chance(0.2);
    population.push({
      first: first(),
      last: isCouple ? before.last : lastName(zipf(14_000)),
      birth,
      sex,
      number: numberOf(birth, sex, random),
      phone: isCouple && chance(0.5) ? before.phone : 1 + below(2 ** 31),
      home: isCouple ? before.home : 1 + below(2 ** 31),
    });
  }
  const rows: Person[] = population.flatMap((person) => {
    if (!chance(twice)) return [person];
    const again = { ...person };
    if (chance(errors)) again.first = typed(again.first, random);
    if (person.sex === 1 && chance(married)) again.last = lastName(zipf(14_000));
    else if (chance(errors)) again.last = typed(again.last, random);
    if (chance(errors / 2)) again.birth = mistypedDate(again.birth, random);
    if (chance(missing)) again.phone = 1 + below(2 ** 31);
    if (chance(missing)) again.home = 1 + below(2 ** 31);
    return [person, again];
  });
  shuffle(rows, random);
  const written = rows.map((row) => ({
    ...row,
    number: badNumbers < 0 ? '' : chance(badNumbers) ? mistypedNumber(row.number, random) : row.number,
    phone: has.includes('phone') && !chance(missing) ? row.phone : 0,
    home: has.includes('address') && !chance(missing) ? row.home : 0,
    birth: has.includes('birth') ? row.birth : 0,
    sex: has.includes('sex') ? row.sex : 0,
  }));
  return { ...layOut(written), people };
}

function layOut(rows: Person[]): Omit<Registrations, 'people'> {
  const count = rows.length;
  const features = emptyFeatures(count);
  const words = (value: (row: Person) => number) => Uint32Array.from(rows, value);
  const halves = (value: (row: Person) => number) => Uint16Array.from(rows, value);
  const bytesOf = new Map<string, Buffer>();
  const bytes = (name: string) => {
    let known = bytesOf.get(name);
    if (known === undefined) bytesOf.set(name, (known = Buffer.from(name)));
    return known;
  };
  const sound = (name: string) => soundOf(bytes(name), 0, name.length);
  features.last = words((row) => printOf(row.last));
  features.lastSound = halves((row) => sound(row.last));
  features.first = words((row) => printOf(row.first));
  features.firstSound = halves((row) => sound(row.first));
  if (rows.some((row) => row.birth !== 0)) features.birth = words((row) => row.birth);
  if (rows.some((row) => row.sex !== 0)) features.sex = Uint8Array.from(rows, (row) => row.sex);
  if (rows.some((row) => row.phone !== 0)) features.phone = words((row) => row.phone);
  if (rows.some((row) => row.home !== 0)) features.address = words((row) => row.home);
  if (rows.some((row) => row.number !== '')) {
    features.identifier = words((row) => (isValid(row.number) ? printOf(row.number) : 0));
    features.firstHalf = halves((row) => printOf(row.number.slice(0, 7)) & 0xffff);
    features.secondHalf = halves((row) => printOf(row.number.slice(7, 15)) & 0xffff);
  }
  const firstWith = new Map<string, number>();
  const groups = new Int32Array(count);
  rows.forEach(({ number }, row) => {
    groups[row] = row;
    if (!isValid(number)) return;
    const known = firstWith.get(number);
    if (known === undefined) firstWith.set(number, row);
    else groups[row] = known;
  });
  return { features, groups, groupCount: groups.filter((group, row) => group === row).length };
}

function isValid(number: string): boolean {
  return number !== '' && !number.endsWith('!');
}

/** As long and as telling as a NIR; whether it is right is marked, not computed. */
function numberOf(birth: number, sex: number, random: () => number): string {
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  return `${sex}${String(birth).slice(2, 6)}${digits(2)}${digits(8)}`;
}

function mistypedNumber(number: string, random: () => number): string {
  const at = Math.floor(random() * number.length);
  return `${number.slice(0, at)}${(Number(number[at]) + 1 + Math.floor(random() * 8)) % 10}${number.slice(at + 1)}!`;
}

function typed(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const way = Math.floor(random() * 4);
  if (way === 0) return name.slice(0, at) + letter + name.slice(at + 1);
  if (way === 1) return name.slice(0, at) + name.slice(at + 1);
  if (way === 2) return name.slice(0, at) + letter + name.slice(at);
  return name.slice(0, at) + (name[at + 1] ?? letter) + name[at]! + name.slice(at + 2);
}

function mistypedDate(date: number, random: () => number): number {
  const year = Math.floor(date / 10_000);
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  const way = Math.floor(random() * 4);
  if (way === 0 && day <= 12) return year * 10_000 + day * 100 + month;
  if (way === 1) return (year + 1) * 10_000 + month * 100 + day;
  if (way === 2) return year * 10_000 + ((month % 12) + 1) * 100 + day;
  return year * 10_000 + month * 100 + (day % 28) + 1;
}

function printOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}

export function shuffle(list: unknown[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function sequence(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
