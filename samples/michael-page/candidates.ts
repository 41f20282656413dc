/**
 * `candidates`: a row per candidate, then the second rows of those who registered twice, then the
 * candidates of test accounts. Notes what each row tells of its person.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putByte, putBytes, putHex, putNumber } from '../byte-writer.ts';
import { draw, drawBelow, drawChance, pick } from '../random.ts';
import type { Table } from '../sql-writer.ts';
import { putDate, putDateTime, putEscaped, quoted } from '../sql-text.ts';
import { chooseForm, form, putAddress, putForm, putMistyped, putSecondAddress } from './address.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import type { Name } from './names.ts';
import { birthDayOf, firstNameOf, lastNameOf, leadOf, localeOf, phoneOf } from './person.ts';
import { phoneStyles, putPhone } from './phone.ts';
import { comma, numberComesLast } from './places.ts';
import { stream } from './streams.ts';
import { testAccounts } from './test-accounts.ts';
import { uidOfTestAccount } from './users.ts';
import type { World } from './world.ts';
import { is, plant } from './world.ts';

/** id of row 0 */
export const firstCandidateId = 1001;

export function candidateRows(world: World): number {
  return world.candidates.length + world.secondRows.length;
}

/** Whose row it is. */
export function personOfCandidateRow(world: World, row: number): number {
  const { candidates, secondRows } = world;
  return row < candidates.length ? candidates[row]! : secondRows[row - candidates.length]!;
}

/** Whether this row's telephone is written; the unprovable and households always gave it. */
export function hasPhone(world: World, row: number): boolean {
  const always = is.unprovable | is.household;
  if ((world.flags[personOfCandidateRow(world, row)]! & always) !== 0) return true;
  return draw(world.seed, stream.phoneForm, row) % 1000 >= 100;
}

const sql = {
  null: fragment('NULL'),
  empty: fragment("''"),
  notKnown: fragment("'n/a'"),
  profile: fragment("'https://www.linkedin.com/in/example-"),
  photo: fragment('0xFFD8FFE000104A46494600010101006000600000FFDB004300'),
  binary: fragment("_binary '"),
};
const upperHex = fragment('0123456789ABCDEF');

export function candidatesTable(world: World): Table {
  const people = candidateRows(world);
  const tests = testAccounts.flatMap((account, index) =>
    account.candidate === undefined ? [] : [{ ...account, ...account.candidate, index }],
  );
  return {
    name: 'candidates',
    create: createTable.candidates,
    writeRow(out, row) {
      if (row < people) {
        putCandidate(world, out, row);
        return true;
      }
      const test = tests[row - people];
      if (test === undefined) return false;
      putByte(out, 0x28);
      putNumber(out, firstCandidateId + row);
      putByte(out, 0x2c);
      putNumber(out, uidOfTestAccount(world, test.index));
      for (const text of [test.first, test.last, test.mail]) {
        putByte(out, 0x2c);
        putBytes(out, quoted(text));
      }
      putBytes(out, testTail);
      return true;
    },
  };
}
const testTail = fragment(",NULL,NULL,NULL,'','','',NULL,NULL,NULL,NULL,NULL,'2016-03-14 09:26:53',NULL)");

function putCandidate(world: World, out: ByteWriter, row: number): void {
  const { seed, flags } = world;
  const person = personOfCandidateRow(world, row);
  const kind = flags[person]!;
  const second = row >= world.candidates.length;
  const locale = localeOf(world, person);
  const words = world.work[locale];
  let told = lost.name;

  putByte(out, 0x28);
  putNumber(out, firstCandidateId + row);
  putByte(out, 0x2c);
  // Half of those who registered a second time had not logged in.
  const uid = second && drawChance(seed, stream.account, row, 0.5) ? 0 : world.uid[person]!;
  if (uid === 0) putBytes(out, sql.null);
  else putNumber(out, uid);

  const nameForm = draw(seed, stream.nameForm, row) % 100;
  putByte(out, 0x2c);
  putName(out, firstNameOf(world, person), nameForm >= 97 ? 2 : nameForm >= 94 ? 1 : 0);
  putByte(out, 0x2c);
  const upperLast = nameForm >= (locale === 'fr' ? 82 : 94) && nameForm < 97;
  putName(out, lastNameOf(world, person), nameForm >= 97 ? 2 : upperLast ? 1 : 0);

  putByte(out, 0x2c);
  putEmail(world, out, person, row, second);
  if ((kind & is.mistyped) === 0) told |= lost.email;

  putByte(out, 0x2c);
  if (hasPhone(world, row)) {
    const style = draw(seed, stream.phoneForm, row) >>> 10;
    putByte(out, 0x27);
    putPhone(out, phoneOf(world, person), style % phoneStyles);
    putByte(out, 0x27);
    told |= lost.phone;
  } else {
    const way = draw(seed, stream.phoneForm, row) % 100;
    putBytes(out, way < 75 ? sql.null : way < 95 ? sql.empty : sql.notKnown);
  }

  putByte(out, 0x2c);
  const birthDay = birthDayOf(world, person);
  if (birthDay !== null) {
    putByte(out, 0x27);
    putDate(out, birthDay);
    putByte(out, 0x27);
    told |= lost.birth;
  } else {
    putBytes(out, sql.null);
  }

  putByte(out, 0x2c);
  if ((kind & is.household) !== 0 || drawChance(seed, stream.addressForm, person, 0.3)) {
    putPostalAddress(world, out, person);
    told |= lost.address;
  } else {
    putBytes(out, sql.null);
  }

  putByte(out, 0x2c);
  const { towns } = world.places[phoneOf(world, person).range.country];
  putByte(out, 0x27);
  putBytes(out, pick(towns, draw(seed, stream.town, person)).name);
  putByte(out, 0x27);
  told |= lost.location;

  told |= putChoice(world, out, words.sectors, stream.sector, row, 0.96, sql.empty, lost.sector);
  told |= putChoice(world, out, words.jobTypes, stream.jobType, row, 0.9, sql.empty, lost.jobType);
  told |= putChoice(world, out, words.jobs, stream.job, row, 0.75, sql.null, lost.job);
  told |= putChoice(world, out, words.employers, stream.employer, row, 0.65, sql.null, lost.employer);

  putByte(out, 0x2c);
  if (drawChance(seed, stream.profile, row, 0.2)) {
    putBytes(out, sql.profile);
    putBytes(out, firstNameOf(world, person).folded);
    putByte(out, 0x2d);
    putBytes(out, lastNameOf(world, person).folded);
    putByte(out, 0x2d);
    putHex(out, draw(seed, stream.profile, person + 0x40000000), 8);
    putByte(out, 0x27);
    told |= lost.profile;
  } else {
    putBytes(out, sql.null);
  }

  putByte(out, 0x2c);
  if (drawChance(seed, stream.photo, row, 0.01)) {
    putPhoto(world, out, row);
    told |= lost.photo;
  } else {
    putBytes(out, sql.null);
  }

  putByte(out, 0x2c);
  if (drawChance(seed, stream.cvHash, row, 0.7)) putCvHash(world, out, row);
  else putBytes(out, sql.null);

  putByte(out, 0x2c);
  // One candidate every 97 seconds or less, from 2012 on, so dates grow with the ids.
  const step = Math.max(1, Math.min(97, Math.floor(140_000_000 / candidateRows(world))));
  const created = 1_330_000_000 + row * step;
  putDateTime(out, created);
  putByte(out, 0x2c);
  const later = draw(seed, stream.created, row);
  if ((later & 3) === 0) putBytes(out, sql.null);
  else putDateTime(out, created + (later % 5_000_000));
  putByte(out, 0x29);
  plant(world, person, told);
}

function putName(out: ByteWriter, name: Name, way: number): void {
  putByte(out, 0x27);
  putBytes(out, way === 0 ? name.sql : way === 1 ? name.upperSql : name.lowerSql);
  putByte(out, 0x27);
}

function putEmail(world: World, out: ByteWriter, person: number, row: number, second: boolean): void {
  const { scratch, flags } = world;
  const kind = flags[person]!;
  scratch.at = 0;
  if ((kind & is.mistyped) !== 0) putMistyped(world, scratch, person);
  else if (second && (kind & is.unprovable) !== 0) putSecondAddress(world, scratch, person);
  else putAddress(world, scratch, person);
  const bits = draw(world.seed, stream.emailForm, row);
  // The second time in another case than the first, which has the row number of the person.
  const first = draw(world.seed, stream.emailForm, world.candidateRow[person]!);
  const otherCase = chooseForm(first, true) === form.title ? form.upper : form.title;
  const how = second && (kind & is.registeredTwice) !== 0 ? otherCase : chooseForm(bits, true);
  putByte(out, 0x27);
  putForm(out, scratch, how);
  putByte(out, 0x27);
}

function putPostalAddress(world: World, out: ByteWriter, person: number): void {
  const lead = leadOf(world, person);
  const { country } = phoneOf(world, lead).range;
  const { towns, streets } = world.places[country];
  const bits = draw(world.seed, stream.address, lead);
  const street = pick(streets, draw(world.seed, stream.address, lead + 0x40000000));
  const number = 1 + (bits % (country === 'us' ? 1900 : 180));
  putByte(out, 0x27);
  if (numberComesLast[country]) {
    putBytes(out, street);
    putByte(out, 0x20);
    putNumber(out, number);
  } else {
    putNumber(out, number);
    putByte(out, 0x20);
    putBytes(out, street);
  }
  if (bits >>> 29 === 0) putBytes(out, newLine);
  else putBytes(out, comma);
  putBytes(out, pick(towns, draw(world.seed, stream.town, lead)).withPostcode);
  putByte(out, 0x27);
}
const newLine = fragment('\\r\\n');

function putChoice(
  world: World,
  out: ByteWriter,
  choices: readonly Uint8Array[],
  which: number,
  row: number,
  chance: number,
  otherwise: Uint8Array,
  told: number,
): number {
  putByte(out, 0x2c);
  const share = draw(world.seed, which, row) / 4294967296;
  if (share >= chance) {
    putBytes(out, otherwise);
    return 0;
  }
  putBytes(out, choices[Math.floor((share / chance) * choices.length)]!);
  return told;
}

function putPhoto(world: World, out: ByteWriter, row: number): void {
  putBytes(out, sql.photo);
  const length = 150 + drawBelow(world.seed, stream.photo, row + 0x40000000, 250);
  for (let i = 0; i < length; i++) {
    const bits = draw(world.seed, stream.photo, row * 512 + i);
    putByte(out, upperHex[bits & 15]!);
    putByte(out, upperHex[(bits >>> 4) & 15]!);
  }
}

/** 16 raw bytes. No byte is an @, so that no hash can hold what reads as an address. */
function putCvHash(world: World, out: ByteWriter, row: number): void {
  const raw = cvHashBytes;
  for (let word = 0; word < 4; word++) {
    const bits = draw(world.seed, stream.cvHash, row * 4 + word + 0x20000000);
    for (let byte = 0; byte < 4; byte++) raw[word * 4 + byte] = (bits >>> (byte * 8)) & 255;
  }
  for (let i = 0; i < 16; i++) if (raw[i] === 0x40) raw[i] = 0x41;
  putBytes(out, sql.binary);
  putEscaped(out, raw, 0, 16);
  putByte(out, 0x27);
}
const cvHashBytes = new Uint8Array(16);
