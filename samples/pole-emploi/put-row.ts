/**
 * A row of either extract as bytes. In: a person and a registration. Out: a line of fixed length without
 * separators, in ASCII capitals; or a line of a CSV with semicolons, in Windows-1252. Never more than
 * `maxRowBytes` of either.
 */
import { type ByteWriter, putByte, putBytes, putNumber, putPadded } from '../byte-writer.ts';
import { inCapitals, type NameBytes } from './name-pools.ts';
import { nirLength } from './nir.ts';
import type { Person } from './population.ts';
import { csv, fixed, type Extract, type Registration } from './registration.ts';

export interface Field {
  name: string;
  /** bytes, of the fixed-width extract */
  width: number;
  /** under its Have I Been Pwned name; null for what says nothing of the person, or little */
  class: string | null;
}

/** In the order of the fixed-width extract, without separators between them. */
export const fixedFields: readonly Field[] = [
  { name: 'sex', width: 1, class: 'Genders' },
  { name: 'NIR', width: 15, class: 'Social security numbers' },
  { name: 'birth name', width: 25, class: 'Names' },
  { name: 'usage name', width: 25, class: 'Names' },
  { name: 'first names', width: 20, class: 'Names' },
  { name: 'date of birth', width: 8, class: 'Dates of birth' },
  { name: 'month of registration', width: 6, class: null },
  { name: 'agency', width: 5, class: null },
  { name: 'category', width: 1, class: null },
];

export const csvFields: readonly Omit<Field, 'width'>[] = [
  { name: 'NIR', class: 'Social security numbers' },
  { name: 'NOM_NAISSANCE', class: 'Names' },
  { name: 'NOM_USAGE', class: 'Names' },
  { name: 'PRENOM', class: 'Names' },
  { name: 'DATE_NAISSANCE', class: 'Dates of birth' },
  { name: 'SEXE', class: 'Genders' },
  { name: 'MOIS_INSCRIPTION', class: null },
  { name: 'CODE_AGENCE', class: null },
  { name: 'CATEGORIE', class: null },
  { name: 'DATE_DECES', class: 'Deceased date' },
];

/** Length of a line of the fixed-width extract, its end included. */
export const rowByteChoices = [120, 680] as const;
export type RowBytes = (typeof rowByteChoices)[number];
export const maxRowBytes = 700;

const space = 32;
const zero = 48;
const lineEnd = 10;
const carriageReturn = 13;
const separator = 59;
const hyphen = 45;
const slash = 47;

export const csvHeader = Buffer.from(`${csvFields.map(({ name }) => name).join(';')}\r\n`, 'latin1');

export function putRow(
  out: ByteWriter,
  person: Person,
  registration: Registration,
  rowBytes: RowBytes,
): void {
  if (registration.extract === fixed) putFixedRow(out, person, registration, rowBytes);
  else putCsvRow(out, person, registration);
}

function putFixedRow(out: ByteWriter, person: Person, row: Registration, rowBytes: RowBytes): void {
  const start = out.at;
  const { capitals } = person.lastNames;
  const first = person.firstNames.capitals;
  putByte(out, zero + (person.isWoman ? 2 : 1));
  putNirSigns(out, row.nir, row.nirLength);
  padTo(out, start + 16);
  putName(out, capitals, person.lastName);
  mistypeName(out, start + 16, row.nameError);
  padTo(out, start + 41);
  if (row.withUsageName) putUsageName(out, person);
  padTo(out, start + 66);
  putName(out, first, person.firstName);
  if (person.secondName >= 0) {
    putByte(out, space);
    putName(out, first, person.secondName);
  }
  padTo(out, start + 86);
  putPadded(out, row.born, 8);
  putPadded(out, row.registered, 6);
  putPadded(out, row.agency, 5);
  putByte(out, row.category);
  padTo(out, start + rowBytes - 1);
  putByte(out, lineEnd);
}

function putCsvRow(out: ByteWriter, person: Person, row: Registration): void {
  if (row.isSpaced && row.nirLength === nirLength) putSpacedNir(out, row.nir);
  else putNirSigns(out, row.nir, row.nirLength);
  putByte(out, separator);
  const start = out.at;
  putName(out, person.lastNames.capitals, person.lastName);
  mistypeName(out, start, row.nameError);
  putByte(out, separator);
  if (row.withUsageName) putUsageName(out, person);
  putByte(out, separator);
  putName(out, person.firstNames.written, person.firstName);
  putByte(out, separator);
  if (row.born !== 0) putDate(out, row.born);
  putByte(out, separator);
  putByte(out, person.isWoman ? 70 : 77);
  putByte(out, separator);
  putPadded(out, row.registered % 100, 2);
  putByte(out, slash);
  putNumber(out, Math.floor(row.registered / 100));
  putByte(out, separator);
  putPadded(out, row.agency, 5);
  putByte(out, separator);
  putByte(out, row.category);
  putByte(out, separator);
  if (person.died !== 0) putDate(out, person.died);
  putByte(out, carriageReturn);
  putByte(out, lineEnd);
}

function putNirSigns(out: ByteWriter, nir: Uint8Array, length: number): void {
  for (let i = 0; i < length; i++) putByte(out, nir[i]!);
}

/** 1 85 05 78 006 078 97 */
function putSpacedNir(out: ByteWriter, nir: Uint8Array): void {
  for (let i = 0; i < nirLength; i++) {
    if (i === 1 || i === 3 || i === 5 || i === 7 || i === 10 || i === 13) putByte(out, space);
    putByte(out, nir[i]!);
  }
}

function putName(out: ByteWriter, { bytes, ends }: NameBytes, name: number): void {
  for (let i = name === 0 ? 0 : ends[name - 1]!; i < ends[name]!; i++) putByte(out, bytes[i]!);
}

function putUsageName(out: ByteWriter, { lastNames, lastName, usageName, isDouble }: Person): void {
  if (isDouble) {
    putName(out, lastNames.capitals, lastName);
    putByte(out, hyphen);
  }
  putName(out, lastNames.capitals, usageName);
}

/** dd/mm/yyyy */
function putDate(out: ByteWriter, number: number): void {
  putPadded(out, number % 100, 2);
  putByte(out, slash);
  putPadded(out, Math.floor(number / 100) % 100, 2);
  putByte(out, slash);
  putPadded(out, Math.floor(number / 10_000), 4);
}

/** A field ends at its width: what is longer is cut, as mainframes do. */
function padTo(out: ByteWriter, end: number): void {
  while (out.at < end) putByte(out, space);
  out.at = end;
}

/** Past the first letter one is replaced, left out, or changes places with the next. */
function mistypeName(out: ByteWriter, start: number, error: number): void {
  const length = out.at - start;
  if (error === 0 || length < 3) return;
  const { bytes } = out;
  const at = start + 1 + ((error >>> 8) % (length - 2));
  const letter = bytes[at]!;
  if (error % 3 === 0) {
    bytes.copyWithin(at, at + 1, out.at);
    out.at--;
  } else if (error % 3 === 1 && bytes[at + 1] !== letter) {
    bytes[at] = bytes[at + 1]!;
    bytes[at + 1] = letter;
  } else bytes[at] = letter === 69 ? 65 : 69;
}

/** Rows of nobody, as people type who try a form out. */
export const testIdentities: Record<
  Extract,
  readonly (readonly [nir: string, last: string, first: string])[]
> = {
  [fixed]: [
    ['255081416802538', 'TEST', 'TEST'],
    ['111111111111111', 'TEST', 'ESSAI'],
    ['000000000000000', 'ESSAI', 'TEST'],
  ],
  [csv]: [
    ['255081416802538', 'TEST', 'Test'],
    ['', 'TEST', 'Démo'],
  ],
};

export function putTestIdentity(out: ByteWriter, extract: Extract, index: number, rowBytes: RowBytes): void {
  const [nir, last, first] = testIdentities[extract][index]!;
  const start = out.at;
  const put = (text: string) => putBytes(out, Buffer.from(text, 'latin1'));
  if (extract === csv) return put(`${nir};${last};;${first};01/01/1980;F;01/2022;75011;A;\r\n`);
  put(`2${nir}`);
  padTo(out, start + 16);
  put(last);
  padTo(out, start + 66);
  put(inCapitals(first));
  padTo(out, start + 86);
  put('1980010120220175011A');
  padTo(out, start + rowBytes - 1);
  putByte(out, lineEnd);
}
