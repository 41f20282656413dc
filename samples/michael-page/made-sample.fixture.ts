/**
 * A made leak and the truth of it, for the tests beside. In: options. Out: the dump's bytes in memory, the truth and
 * its people; and ways to look into the rows that owe nothing to the generator or the product.
 */
import type { SampleTable } from '../read-sample.ts';
import type { MichaelPageOptions } from './generate.ts';
import { generateMichaelPage } from './generate.ts';
import type { PersonTruth, Truth } from './truth.ts';
import { personTruths } from './truth.ts';

export interface Sample {
  dump: Buffer;
  truth: Truth;
  people: PersonTruth[];
}

/** The whole sample in memory: for small ones. */
export async function sample(options: MichaelPageOptions): Promise<Sample> {
  const pieces: Buffer[] = [];
  const { truth, world } = await generateMichaelPage(options, {
    async write(bytes) {
      pieces.push(Buffer.from(bytes));
    },
  });
  return { dump: Buffer.concat(pieces), truth, people: [...personTruths(world)] };
}

/** Values of some columns, row by row. */
export function column(
  tables: Map<string, SampleTable>,
  table: string,
  ...names: string[]
): (string | null)[][] {
  const { columns, rows } = tables.get(table)!;
  const at = names.map((name) => columns.indexOf(name));
  return rows.map((row) => at.map((index) => row[index] ?? null));
}

/** Addresses in a text, by a rule of the test's own: a local part, an @, labels, a known ending. */
export function addressesIn(text: string): string[] {
  const found = text.matchAll(/[a-z0-9][a-z0-9.+_'-]*@(?:[a-z0-9-]+\.)+(?:com|org|net|fr|uk|de|at|test)\b/gi);
  return [...found].map(([address]) => address.toLowerCase());
}

/** Without accents, capitals and spaces around: a name written in two ways compares equal. */
export const fold = (text: string | null) =>
  (text ?? '').replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
