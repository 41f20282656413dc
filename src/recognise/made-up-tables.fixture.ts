/*
 * Made-up tables for the tests of classify-table.ts: pools of invented values and a short way to write a table down.
 * In: nothing. Out: table samples with the class expected of each column. Nobody in here exists.
 */

import type { TableSample } from './classify-table.ts';
import type { DataClass } from './data-class.ts';

/** Column name, SQL type, values by row (a pool is repeated as needed; null is NULL), class expected or null for silence. */
export type ColumnCase = readonly [
  string | null,
  string | null,
  readonly (string | null)[],
  DataClass | null,
];

export interface TableCase {
  name: string;
  rows: number;
  columns: readonly ColumnCase[];
}

const hexDigits = '0123456789abcdef';
const crypt = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The same text for the same number, from an alphabet. */
export function digest(seed: number, length: number, alphabet: string = hexDigits): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  let text = '';
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 16) % alphabet.length];
  }
  return text;
}

export const many = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const two = (value: number): string => String(value).padStart(2, '0');

const given =
  'Élodie Marc Jürgen Sofia Paolo Anouk Camille Henry Grace Lucía Matteo Femke Théo Ingrid Oscar Nadia Yann Clara Hugo Rosa'.split(
    ' ',
  );
const family =
  'Quellmont Brackenby Österling Valdeluz Terranova Haverkate Dubosquet Winterslow Ashgrove Fontcalda Montebruno Vinkeveen Larrivoire Sandholt Penhale Zerrouki Keroual Lindqvist O’Farrow D’Ambrine'.split(
    ' ',
  );
const pick = <T>(pool: readonly T[], index: number): T => pool[index % pool.length]!;

const first = (index: number): string => pick(given, index);
const last = (index: number): string => pick(family, index * 7 + Math.floor(index / 20));
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

export const pools = {
  ids: many(40, (index) => String(index + 1)),
  firstNames: many(40, first),
  lastNames: many(40, last),
  fullNames: many(40, (index) => `${first(index)} ${last(index)}`),
  emails: many(
    40,
    (index) =>
      `${plain(first(index))}.${plain(last(index))}${index % 3 === 0 ? index : ''}@example.${pick(['com', 'org', 'fr', 'de'], index)}`,
  ),
  usernames: many(
    40,
    (index) => `${plain(first(index)).slice(0, 1)}${plain(last(index))}${index % 4 === 0 ? '' : index}`,
  ),
  frenchPhones: many(40, (index) =>
    pick(
      [
        `06 39 98 ${two(index)} ${two(index * 2 + 3)}`,
        `01.99.00.${two(index)}.${two(index + 11)}`,
        `+33 6 39 98 ${two(index)} 07`,
      ],
      index,
    ),
  ),
  britishPhones: many(40, (index) => pick([`020 7946 0${two(index)}9`, `07700 900${two(index)}1`], index)),
  barePhones: many(40, (index) => `063998${two(index)}${two(index * 2)}`),
  streets: many(40, (index) =>
    pick(
      [
        `${index + 1} rue des Tanneurs`,
        `Lindenstraße ${index + 2}`,
        `${index + 3} Orchard Lane`,
        `Calle del Olmo ${index}`,
        `${index + 4}, avenue du Lac`,
      ],
      index,
    ),
  ),
  towns:
    'Valmorel-sur-Orne|Brackwater|Neuhaldenburg|San Vito|Lyon|Leeds|Gent|Sevilla|Torino|Saint-Aubin'.split(
      '|',
    ),
  countries: 'France|Germany|Spain|Italy|Netherlands|United Kingdom|Belgium'.split('|'),
  frenchCodes: many(40, (index) => `${two((index % 95) + 1)}${two(index)}0`),
  germanCodes: many(40, (index) => String(10_115 + index * 731)),
  birthDates: many(
    40,
    (index) => `${1952 + ((index * 7) % 48)}-${two((index % 12) + 1)}-${two((index % 28) + 1)}`,
  ),
  birthDatesFrench: many(
    40,
    (index) => `${two((index % 28) + 1)}/${two((index % 12) + 1)}/${1952 + ((index * 7) % 48)}`,
  ),
  recentDates: many(
    40,
    (index) => `2016-${two((index % 12) + 1)}-${two((index % 28) + 1)} ${two(index % 24)}:${two(index)}:09`,
  ),
  recentDays: many(40, (index) => `2016-${two((index % 12) + 1)}-${two((index % 28) + 1)}`),
  timestamps: many(40, (index) => String(1_450_000_000 + index * 86_407)),
  addresses4: many(40, (index) =>
    pick(
      [`192.0.2.${index + 1}`, `198.51.100.${index + 7}`, `203.0.113.${index}`, `2001:db8::${index + 1}`],
      index,
    ),
  ),
  bcrypt: many(40, (index) => `$2y$10$${digest(index, 53, crypt)}`),
  md5: many(40, (index) => digest(index, 32)),
  sha1: many(40, (index) => digest(index, 40)),
  sha256: many(40, (index) => digest(index + 99, 64)),
  drupal: many(40, (index) => `$S$D${digest(index, 51, crypt)}`),
  salts: many(40, (index) => digest(index, 5, crypt)),
  words: many(
    40,
    (index) =>
      `${pick(['sunny', 'river', 'lemon', 'tiger', 'maple'], index)}${index * 37}${pick(['', '!', 'X'], index)}`,
  ),
  uuids: many(
    40,
    (index) =>
      `${digest(index, 8)}-${digest(index + 1, 4)}-4${digest(index + 2, 3)}-a${digest(index + 3, 3)}-${digest(index + 4, 12)}`,
  ),
  base64: many(40, (index) => digest(index, 43, `${crypt.slice(2)}-_`)),
  eans: many(40, (index) => `400638${String(1_000_000 + index * 8_191)}`),
  orders: many(40, (index) => String(4_100_000_000 + index * 7_919)),
  versions: many(40, (index) => `${(index % 9) + 1}.${index % 12}.${index % 7}.${index % 30}`),
  files: many(
    40,
    (index) =>
      `${pick(['report', 'invoice', 'logo@2x', 'cv_final'], index)}-${index}.${pick(['pdf', 'png', 'docx'], index)}`,
  ),
  urls: many(40, (index) => `https://www.example.com/jobs/listing?page=${index}`),
  linkedIn: many(
    40,
    (index) => `https://www.linkedin.com/in/${plain(first(index))}-${plain(last(index))}-${index}`,
  ),
  products: many(
    40,
    (index) =>
      `${pick(['Oak', 'Steel', 'Linen', 'Walnut', 'Copper'], index)} ${pick(['Shelf', 'Lamp', 'Curtain', 'Table', 'Kettle'], index * 3)} ${index}`,
  ),
  songs: many(
    40,
    (index) =>
      `${pick(['Midnight', 'Golden', 'Broken', 'Silent'], index)} ${pick(['Train', 'Harbour', 'Letters', 'Mirrors', 'Sky'], index * 3)}`,
  ),
  jobTitles:
    'Senior Accountant|Chef de projet|Software Engineer|Comptable|Vertriebsleiter|Sales Assistant|Développeur web|HR Officer'.split(
      '|',
    ),
  sectors: 'Finance|Bâtiment|Logistics|Santé|IT|Retail'.split('|'),
  jobTypes: 'CDI|Full-time|Contract|CDD|Temporary'.split('|'),
  firms: many(
    20,
    (index) =>
      `${pick(['Norbrück', 'Calder', 'Vasseline', 'Ottermill'], index)} ${pick(['GmbH', 'Ltd', 'SARL', '& Sons'], index * 3)} ${index}`,
  ),
  letters: many(
    30,
    (index) =>
      `Dear Sir or Madam,\r\nI am writing to apply for the post of ${pick(['accountant', 'buyer'], index)} number ${index}. For several years I have worked in a small team and would be glad to meet you.\r\nYours faithfully, ${first(index)} ${last(index)}`,
  ),
  sentences: many(
    30,
    (index) =>
      `Called back on Monday, asked for the ${pick(['blue', 'red', 'large'], index)} one, call again in week ${index}.`,
  ),
  paragraphs: many(
    30,
    (index) =>
      `This ${pick(['sturdy', 'elegant', 'modern'], index)} piece number ${index} fits every room and is delivered within a week from our own workshop.`,
  ),
  serialized: many(30, (index) => `a:2:{s:4:"page";i:${index};s:5:"theme";s:7:"garland";}`),
  flags: ['0', '1'],
  small: ['1', '2', '3', '4', '7', '12'],
  empty: [''],
  pictures: many(12, (index) => `0xFFD8FFE000104A46494600${digest(index, 60)}`),
};

export type PoolName = keyof typeof pools;

/** Writes the cases out as the sampler would hand them over. */
export function sampleOf({ name, rows, columns }: TableCase): TableSample {
  return {
    name,
    columns: columns.map(([column, type, pool]) => {
      const values: string[] = [];
      const rowIds: number[] = [];
      for (let row = 0; row < rows; row++) {
        const value = pool[row % pool.length];
        if (value === undefined || value === null || value === '') continue;
        values.push(value);
        rowIds.push(row);
      }
      return { name: column, type, filled: values.length, rows, values, rowIds, isKey: column === 'id' };
    }),
  };
}
