// All addresses by their SHA-1, range by range. In: the register. Out: the ranges that hold something, in order, whatever
// the state of their breaches. Bounded: a page of rows at a time, and one range.

import type { Sha1Suffix } from './read-sha1-entries.ts';
import type { RegisterDatabase } from './register-database.ts';

export interface Sha1Range {
  /** 6 hexadecimal digits, in capitals. */
  prefix: string;
  suffixes: Sha1Suffix[];
}

const rowsAtOnce = 20_000;
const prefixDigits = 6;

export async function* sha1Ranges({ rows }: RegisterDatabase): AsyncGenerator<Sha1Range, void, undefined> {
  let last: { sha1: Buffer; breach: number } = { sha1: Buffer.alloc(0), breach: 0 };
  let range: Sha1Range = { prefix: '', suffixes: [] };
  for (;;) {
    const { sha1: after, breach: behind } = last;
    const page = await rows
      .selectFrom('sha1_entry')
      .select(['sha1', 'breach'])
      .where('sha1', '>=', after)
      .where(({ eb }) => eb.or([eb('sha1', '>', after), eb('breach', '>', behind)]))
      .orderBy('sha1')
      .orderBy('breach')
      .limit(rowsAtOnce)
      .execute();
    for (const { sha1, breach } of page) {
      const digits = sha1.toString('hex').toUpperCase();
      const [prefix, suffix] = [digits.slice(0, prefixDigits), digits.slice(prefixDigits)];
      if (prefix !== range.prefix) {
        if (range.suffixes.length > 0) yield range;
        range = { prefix, suffixes: [] };
      }
      const known = range.suffixes.at(-1);
      if (known?.suffix === suffix) known.breaches.push(breach);
      else range.suffixes.push({ suffix, breaches: [breach] });
    }
    if (page.length < rowsAtOnce) break;
    last = page.at(-1)!;
  }
  if (range.suffixes.length > 0) yield range;
}
