/**
 * `applications`: what a candidate wrote for which advert. Letters quote the writer's own address
 * and telephone, some a referee's address, which may be the only place that address is in.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putByte, putBytes, putNumber } from '../byte-writer.ts';
import { draw, drawBelow, drawChance, pick } from '../random.ts';
import { putDateTime } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import {
  chooseForm,
  form,
  putAddress,
  putForm,
  putRefereeAddress,
  refereeCount,
  refereeName,
} from './address.ts';
import { candidateRows, firstCandidateId, hasPhone, personOfCandidateRow } from './candidates.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import { jobAdverts } from './jobs.ts';
import type { LetterWords } from './letter-words.ts';
import { createLetterWords } from './letter-words.ts';
import { firstNameOf, ipCountOf, lastNameOf, localeOf, phoneOf, putIp } from './person.ts';
import { phoneStyles, putPhone } from './phone.ts';
import { stream } from './streams.ts';
import type { World } from './world.ts';
import { is, plant } from './world.ts';

export interface ApplicationsTable extends Table {
  /** distinct referees' addresses written so far that are nobody's own */
  mentioned(): number;
}

/** Applications of one candidate row: 0 to 4, 1.1 on average. */
function applicationsOf(world: World, candidateRow: number): number {
  const share = drawBelow(world.seed, stream.applications, candidateRow, 100);
  return share < 35 ? 0 : share < 70 ? 1 : share < 88 ? 2 : share < 96 ? 3 : 4;
}

const part = {
  null: fragment('NULL'),
  empty: fragment("''"),
  noIp: fragment('NULL)'),
  line: fragment('\\r\\n'),
  gap: fragment('\\r\\n\\r\\n'),
};
const statuses = ['new', 'new', 'reviewed', 'reviewed', 'shortlisted', 'rejected', 'hired'].map((status) =>
  fragment(`,'${status}',`),
);
const origins = ["'site',", "'site',", "'jobboard',", "'referral',", 'NULL,'].map(fragment);

export function applicationsTable(world: World): ApplicationsTable {
  const words = createLetterWords();
  const referees = refereeCount(world.people);
  const quotedReferees = new Uint8Array(referees);
  const rows = candidateRows(world);
  const adverts = jobAdverts(world.people);
  let candidateRow = -1;
  let left = 0;

  function next(): boolean {
    while (left === 0) {
      if (++candidateRow >= rows) return false;
      left = applicationsOf(world, candidateRow);
    }
    left--;
    return true;
  }

  function writeRow(out: ByteWriter, row: number): boolean {
    if (!next()) return false;
    const { seed } = world;
    const person = personOfCandidateRow(world, candidateRow);
    const bits = draw(seed, stream.letter, row);
    putByte(out, 0x28);
    putNumber(out, row + 1);
    putByte(out, 0x2c);
    putNumber(out, firstCandidateId + candidateRow);
    putByte(out, 0x2c);
    putNumber(out, 1 + drawBelow(seed, stream.jobAdvert, row, adverts));
    putByte(out, 0x2c);
    const kind = bits % 100;
    if (kind < 70) {
      putLetter(out, words[localeOf(world, person)], person, row);
      plant(world, person, lost.letter);
    } else {
      putBytes(out, kind < 95 ? part.null : part.empty);
    }
    putBytes(out, pick(statuses, draw(seed, stream.letter, row + 0x40000000)));
    putBytes(out, pick(origins, draw(seed, stream.letter, row + 0x20000000)));
    const step = Math.max(1, Math.min(89, Math.floor(140_000_000 / (rows * 1.2))));
    putDateTime(out, 1_331_000_000 + row * step);
    putByte(out, 0x2c);
    if (drawChance(seed, stream.applicationIp, row, 0.95)) {
      putByte(out, 0x27);
      putIp(world, out, person, row % ipCountOf(world, person));
      putByte(out, 0x27);
      putByte(out, 0x29);
      plant(world, person, lost.ip);
    } else {
      putBytes(out, part.noIp);
    }
    return true;
  }

  function putLetter(
    out: ByteWriter,
    { greetings, paragraphs, byMail, byMailAndPhone, referee, closings }: LetterWords,
    person: number,
    row: number,
  ): void {
    const { seed } = world;
    const bits = draw(seed, stream.letter, row + 0x10000000);
    putByte(out, 0x27);
    putBytes(out, pick(greetings, draw(seed, stream.letter, row + 0x18000000)));
    const count = 2 + (bits & 3);
    const start = bits >>> 8;
    for (let i = 0; i < count; i++) {
      putBytes(out, part.gap);
      putBytes(out, paragraphs[(start + i) % paragraphs.length]!);
    }
    const contact = (bits >>> 2) & 3;
    const phoned = hasPhone(world, candidateRow);
    if (contact !== 0) {
      putBytes(out, part.gap);
      const shape = pick(
        contact > 1 && phoned ? byMailAndPhone : byMail,
        draw(seed, stream.letter, row + 0x28000000),
      );
      putBytes(out, shape[0]!);
      world.scratch.at = 0;
      putAddress(world, world.scratch, person);
      putForm(out, world.scratch, chooseForm(bits >>> 4, false));
      putBytes(out, shape[1]!);
      if (shape.length > 2) {
        putPhone(out, phoneOf(world, person), (bits >>> 6) % phoneStyles);
        putBytes(out, shape[2]!);
      }
    }
    const refereeBits = draw(seed, stream.referee, row);
    if (refereeBits % 1000 < 80) {
      putBytes(out, part.gap);
      putReferee(out, referee, row, person);
    }
    putBytes(out, part.gap);
    putBytes(out, pick(closings, draw(seed, stream.letter, row + 0x38000000)));
    putBytes(out, part.line);
    putBytes(out, firstNameOf(world, person).sql);
    putByte(out, 0x20);
    putBytes(out, lastNameOf(world, person).sql);
    putByte(out, 0x27);
  }

  function putReferee(out: ByteWriter, shapes: readonly Uint8Array[][], row: number, writer: number): void {
    const { seed, scratch } = world;
    const shape = pick(shapes, draw(seed, stream.referee, row + 0x40000000));
    const chosen = draw(seed, stream.referee, row + 0x20000000);
    const other = drawBelow(seed, stream.referee, row + 0x10000000, world.people);
    const own = is.couple | is.sharedMailbox;
    // One referee in eight is registered too; the address is then no mere mention.
    const colleague = chosen % 8 === 0 && other !== writer && (world.flags[other]! & own) === 0;
    putBytes(out, shape[0]!);
    scratch.at = 0;
    if (colleague) {
      putBytes(out, firstNameOf(world, other).sql);
      putByte(out, 0x20);
      putBytes(out, lastNameOf(world, other).sql);
      putAddress(world, scratch, other);
    } else {
      const number = (chosen >>> 3) % referees;
      const { first, last } = refereeName(world, number);
      putBytes(out, first.sql);
      putByte(out, 0x20);
      putBytes(out, last.sql);
      putRefereeAddress(world, scratch, number);
      quotedReferees[number] = 1;
    }
    putBytes(out, shape[1]!);
    putForm(out, scratch, chosen % 5 === 0 ? form.title : form.plain);
    putBytes(out, shape[2]!);
  }

  return {
    name: 'applications',
    create: createTable.applications,
    writeRow,
    mentioned: () => quotedReferees.reduce((sum, quoted) => sum + quoted, 0),
  };
}
