// Blocks of passwords, read as fast as the engine allows. In: places. Out: the blocks that are there, opened. The instance's
// own file answers at once, a server later: of it the questions of one moment are asked together.

import type pg from 'pg';
import { gatherQuestions } from './gather-questions.ts';
import { createPasswordSeal, type PasswordSeal } from './password-seal.ts';
import { answerTimeoutMs, type MaybePromise } from './read-exposures.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

/** In the order of the places; one that holds nothing is left out. Throws REGISTER_UNREACHABLE, REGISTER_DAMAGED. */
export type ReadPasswordBlocks = (places: readonly number[]) => MaybePromise<Buffer[]>;

export interface PasswordBlock {
  place: number;
  hashes: Buffer;
}

/** Some 20 KB each, where a corpus is large. */
const questionsAtOnce = 50;

export function createPasswordReader(register: RegisterDatabase): ReadPasswordBlocks {
  const seal = createPasswordSeal(register.secrets);
  const { pool } = register;
  if (pool === null) {
    const read = fileReader(register, seal);
    return (places) => read(places).map(({ hashes }) => hashes);
  }
  const ask = gatherQuestions(
    async (questions: readonly (readonly number[])[]) => {
      const resting = await restingAt(pool, questions.flat());
      return questions.map(() => resting);
    },
    { most: questionsAtOnce },
  );
  return async (places) => {
    const at = bothPlaces(seal, places);
    return at.length === 0 ? [] : opened(seal, at, await ask(at)).map(({ hashes }) => hashes);
  };
}

/** A stretch of one source, in order: `from` to `to` are places. */
export async function passwordBlocksBetween(
  register: RegisterDatabase,
  from: number,
  to: number,
): Promise<PasswordBlock[]> {
  const seal = createPasswordSeal(register.secrets);
  const places = Array.from({ length: to - from }, (_, i) => from + i);
  const { pool } = register;
  if (pool === null) return fileReader(register, seal)(places);
  try {
    const at = bothPlaces(seal, places);
    return opened(seal, at, await restingAt(pool, at));
  } catch (error) {
    throw registerError(error);
  }
}

function fileReader(
  { reader }: RegisterDatabase,
  seal: PasswordSeal,
): (places: readonly number[]) => PasswordBlock[] {
  const one = reader!.prepare<[number]>('SELECT hashes FROM password_block WHERE place = ?').pluck();
  return (places) => {
    try {
      const resting = new Map<number, Buffer>();
      const at = bothPlaces(seal, places);
      for (const place of at) {
        const hashes = one.get(place) as Buffer | undefined;
        if (hashes !== undefined) resting.set(place, hashes);
      }
      return opened(seal, at, resting);
    } catch (error) {
      throw registerError(error);
    }
  };
}

/** A block is at its place, or sealed at another: in turn. */
function bothPlaces({ placeAt }: PasswordSeal, places: readonly number[]): number[] {
  return places.flatMap((place) => [place, placeAt(place)]);
}

/** As the blocks rest, by their places. */
async function restingAt(pool: pg.Pool, at: readonly number[]): Promise<Map<number, Buffer>> {
  const query = {
    name: 'password-blocks',
    text: 'SELECT place, hashes FROM password_block WHERE place = ANY($1::bigint[])',
    values: [at],
    query_timeout: answerTimeoutMs,
  };
  const { rows } = await pool.query<{ place: number; hashes: Buffer }>(query);
  return new Map(rows.map(({ place, hashes }) => [place, hashes]));
}

/** `at`: of both places of each. */
function opened(
  { open }: PasswordSeal,
  at: readonly number[],
  resting: ReadonlyMap<number, Buffer>,
): PasswordBlock[] {
  const blocks: PasswordBlock[] = [];
  for (let i = 0; i < at.length; i += 2) {
    const place = at[i]!;
    const [plain, sealed] = [resting.get(place), resting.get(at[i + 1]!)];
    if (plain !== undefined) blocks.push({ place, hashes: plain });
    else if (sealed !== undefined) blocks.push({ place, hashes: open(place, sealed) });
  }
  return blocks;
}
