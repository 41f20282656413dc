// Addresses by the beginning of their SHA-1. In: three bytes of it. Out: the rest of each, in hexadecimal capitals, with
// the numbers of its breaches, whatever their state. Only breaches that allow range searches have entries.

import type pg from 'pg';
import { gatherQuestions } from './gather-questions.ts';
import { answerTimeoutMs, type MaybePromise } from './read-exposures.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

export interface Sha1Suffix {
  /** 34 characters. */
  suffix: string;
  breaches: number[];
}

/** `prefix`: 6 hexadecimal digits. In order. Throws REGISTER_UNREACHABLE. */
export type ReadSha1Entries = (prefix: string) => MaybePromise<Sha1Suffix[]>;

const prefixBytes = 3;
const lastPrefix = 0xffffff;

interface Sha1Row {
  sha1: Buffer;
  breach: number;
}

export function createSha1Reader({ reader, pool }: RegisterDatabase): ReadSha1Entries {
  if (reader !== null) {
    const all = reader.prepare<[Buffer, Buffer]>(
      'SELECT sha1, breach FROM sha1_entry WHERE sha1 >= ? AND sha1 < ?',
    );
    return (prefix) => {
      const [from, to] = bounds(prefix);
      try {
        return grouped(all.all(from, to) as Sha1Row[]);
      } catch (error) {
        throw registerError(error);
      }
    };
  }
  const ask = gatherQuestions((asked: readonly Bounds[]) => entriesOfAll(pool!, asked), {
    most: rangesAtOnce,
  });
  return async (prefix) => ask(bounds(prefix));
}

const rangesAtOnce = 200;

/** Each range is looked for by itself: an order within it keeps the server from joining them in another way. */
const entriesText = `SELECT sha1, breach
  FROM unnest($1::bytea[], $2::bytea[]) AS asked (low, high),
       LATERAL (SELECT sha1, breach FROM sha1_entry WHERE sha1 >= low AND sha1 < high ORDER BY sha1, breach) AS found
  ORDER BY sha1, breach`;

async function entriesOfAll(pool: pg.Pool, asked: readonly Bounds[]): Promise<Sha1Suffix[][]> {
  const names = asked.map(([from]) => from.toString('latin1'));
  const byName = new Map(asked.map((one, i) => [names[i]!, { bounds: one, rows: [] as Sha1Row[] }]));
  const ranges = [...byName.values()].map((range) => range.bounds);
  const query = {
    name: 'sha1-entries',
    text: entriesText,
    values: [ranges.map(([from]) => from), ranges.map(([, to]) => to)],
    query_timeout: answerTimeoutMs,
  };
  const { rows } = await pool.query<Sha1Row>(query);
  for (const row of rows) byName.get(row.sha1.toString('latin1', 0, prefixBytes))!.rows.push(row);
  return names.map((name) => grouped(byName.get(name)!.rows));
}

type Bounds = [from: Buffer, to: Buffer];

/** Of the last prefix the end is above every SHA-1, which has 20 bytes. */
function bounds(prefix: string): Bounds {
  const from = Buffer.from(prefix, 'hex');
  if (from.length !== prefixBytes) throw new RangeError('a prefix has six hexadecimal digits');
  const next = from.readUIntBE(0, prefixBytes) + 1;
  if (next > lastPrefix) return [from, Buffer.alloc(21, 0xff)];
  const to = Buffer.alloc(prefixBytes);
  to.writeUIntBE(next, 0, prefixBytes);
  return [from, to];
}

function grouped(rows: readonly Sha1Row[]): Sha1Suffix[] {
  const found: Sha1Suffix[] = [];
  for (const { sha1, breach } of rows) {
    const suffix = sha1.toString('hex', prefixBytes).toUpperCase();
    const last = found.at(-1);
    if (last?.suffix === suffix) last.breaches.push(breach);
    else found.push({ suffix, breaches: [breach] });
  }
  return found;
}
