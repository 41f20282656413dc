/**
 * `users`, as Drupal 7 has it: the anonymous row 0, the administrator, test accounts, people.
 */
import type { ByteWriter } from '../byte-writer.ts';
import {
  fragment,
  phpassAlphabet,
  putByte,
  putBytes,
  putHex,
  putNumber,
  putSymbols,
} from '../byte-writer.ts';
import { createRandom, draw } from '../random.ts';
import { quoted } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { chooseForm, putAddress, putForm } from './address.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import { localeOf, putUserName } from './person.ts';
import { stream } from './streams.ts';
import { earlyTestAccounts, testAccounts } from './test-accounts.ts';
import type { World } from './world.ts';
import { plant } from './world.ts';

/** Test accounts sit right after the administrator or after everybody. */
export function uidOfTestAccount(world: World, index: number): number {
  return index < earlyTestAccounts ? 2 + index : world.lastUid + index;
}

const part = {
  anonymous: fragment("(0,'','','','','',NULL,0,0,0,0,NULL,'',0,'',NULL)"),
  drupal: fragment("'$S$"),
  migrated: fragment("'U$S$9"),
  plainTheme: fragment("','','',NULL,"),
  signature: fragment("','','Sent from the candidate space','filtered_html',"),
  active: fragment(',1,'),
  blocked: fragment(',0,'),
  noData: fragment(',NULL)'),
  emptyData: fragment(",'b:0;')"),
  data: fragment(
    `,'a:3:{s:16:\\"ckeditor_default\\";s:1:\\"t\\";s:7:\\"overlay\\";i:1;s:7:\\"contact\\";i:0;}')`,
  ),
};
const zones = {
  fr: fragment("'Europe/Paris','fr',0,"),
  en: fragment("'Europe/London','en',0,"),
  de: fragment("'Europe/Berlin','de',0,"),
};

export function usersTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.pass, 0));
  const first = 1 + 1 + earlyTestAccounts;
  return {
    name: 'users',
    create: createTable.users,
    writeRow(out, row) {
      if (row === 0) putBytes(out, part.anonymous);
      else if (row === 1) putUser(world, out, 0, random);
      else if (row < first) putTest(world, out, row - 2, random);
      else if (row - first + 1 < world.accounts.length) {
        putUser(world, out, row - first + 1, random);
      } else {
        const test = row - first + 1 - world.accounts.length + earlyTestAccounts;
        if (test >= testAccounts.length) return false;
        putTest(world, out, test, random);
      }
      return true;
    },
  };
}

function putUser(world: World, out: ByteWriter, rank: number, random: () => number): void {
  const person = world.accounts[rank]!;
  const uid = world.uid[person]!;
  const bits = draw(world.seed, stream.init, person);
  putByte(out, 0x28);
  putNumber(out, uid);
  putByte(out, 0x2c);
  putByte(out, 0x27);
  putUserName(world, out, person);
  putByte(out, 0x27);
  putByte(out, 0x2c);
  putPass(out, draw(world.seed, stream.pass, person) % 1000, random);
  putByte(out, 0x2c);
  putByte(out, 0x27);
  putMail(world, out, person, chooseForm(bits, false));
  putBytes(out, bits % 97 === 0 ? part.signature : part.plainTheme);
  putTimes(world, out, rank, random);
  putBytes(out, bits % 25 === 0 ? part.blocked : part.active);
  putBytes(out, zones[localeOf(world, person)]);
  putByte(out, 0x27);
  putMail(world, out, person, chooseForm(draw(world.seed, stream.init, person + 0x40000000), false));
  putByte(out, 0x27);
  const data = (bits >>> 20) & 3;
  putBytes(out, data === 0 ? part.noData : data === 1 ? part.data : part.emptyData);
  plant(world, person, lost.userName | lost.password | lost.email);
}

function putMail(world: World, out: ByteWriter, person: number, how: number): void {
  world.scratch.at = 0;
  putAddress(world, world.scratch, person);
  putForm(out, world.scratch, how);
}

/** Drupal 7's salted SHA-512; 12 % still the MD5 of Drupal 6, some of those rehashed (U$S$). */
function putPass(out: ByteWriter, share: number, random: () => number): void {
  if (share < 120) {
    putByte(out, 0x27);
    for (let word = 0; word < 4; word++) putHex(out, random(), 8);
  } else if (share < 130) {
    putBytes(out, part.migrated);
    putSymbols(out, phpassAlphabet, 51, random);
  } else {
    putBytes(out, part.drupal);
    putByte(out, 0x44);
    putSymbols(out, phpassAlphabet, 51, random);
  }
  putByte(out, 0x27);
}

/** created, access, login: created grows with the uid from 2010 to 2016. */
function putTimes(world: World, out: ByteWriter, rank: number, random: () => number): void {
  const step = 200_000_000 / world.accounts.length;
  const created = Math.floor(1_265_000_000 + rank * step);
  const access = created + Math.floor((random() / 4294967296) * (1_474_000_000 - created));
  putNumber(out, created);
  putByte(out, 0x2c);
  putNumber(out, access);
  putByte(out, 0x2c);
  putNumber(out, access - (random() % 3600));
}

function putTest(world: World, out: ByteWriter, index: number, random: () => number): void {
  const account = testAccounts[index]!;
  putByte(out, 0x28);
  putNumber(out, uidOfTestAccount(world, index));
  putByte(out, 0x2c);
  putBytes(out, quoted(account.name));
  putByte(out, 0x2c);
  putPass(out, 500, random);
  putByte(out, 0x2c);
  putBytes(out, quoted(account.mail));
  putBytes(out, testMiddle);
  putBytes(out, quoted(account.mail));
  putBytes(out, part.noData);
}
const testMiddle = fragment(",'','',NULL,1457947613,1457947613,1457947613,1,'Europe/Paris','en',0,");
