// Addresses by the beginning of their SHA-1. In: three bytes of it. Out: the rest of each, in hexadecimal capitals, with
// the numbers of its breaches, whatever their state. Only breaches that allow range searches have entries.

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
  return async (prefix) => {
    try {
      const query = {
        name: 'sha1-entries',
        text: 'SELECT sha1, breach FROM sha1_entry WHERE sha1 >= $1 AND sha1 < $2 ORDER BY sha1, breach',
        values: bounds(prefix),
        query_timeout: answerTimeoutMs,
      };
      const { rows } = await pool!.query<Sha1Row>(query);
      return grouped(rows);
    } catch (error) {
      throw registerError(error);
    }
  };
}

/** Of the last prefix the end is above every SHA-1, which has 20 bytes. */
function bounds(prefix: string): [from: Buffer, to: Buffer] {
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
