// Blocks of passwords, read as fast as the engine allows. In: places. Out: the blocks that are there. The instance's own
// file answers at once, a server later.

import type { RegisterDatabase } from './register-database.ts';

export type ReadPasswordBlocks = (places: readonly number[]) => Buffer[] | Promise<Buffer[]>;

/** In no order; a place that holds nothing is left out. */
export function createPasswordReader({ reader, rows }: RegisterDatabase): ReadPasswordBlocks {
  if (reader !== null) {
    const one = reader.prepare('SELECT hashes FROM password_block WHERE place = ?').pluck();
    return (places) => places.flatMap((place) => (one.get(place) as Buffer | undefined) ?? []);
  }
  return async (places) => {
    if (places.length === 0) return [];
    const found = await rows
      .selectFrom('password_block')
      .select('hashes')
      .where('place', 'in', [...places])
      .execute();
    return found.map(({ hashes }) => hashes);
  };
}

/** A stretch of one source, in order: `from` to `to` are places. */
export async function passwordBlocksBetween(
  { rows }: RegisterDatabase,
  from: number,
  to: number,
): Promise<{ place: number; hashes: Buffer }[]> {
  return rows
    .selectFrom('password_block')
    .select(['place', 'hashes'])
    .where('place', '>=', from)
    .where('place', '<', to)
    .orderBy('place')
    .execute();
}
