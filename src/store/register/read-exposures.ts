// Who is in which breach, as fast as the engine allows. In: person keys. Out: numbers of breaches and of exposure sets,
// whatever the state of the breach: the catalogue says which of them are published. A file answers at once; of a server
// the questions of one moment are asked together, as each by itself would cost a way there and back.

import type pg from 'pg';
import { gatherQuestions } from './gather-questions.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

export interface ExposureOf {
  breach: number;
  set: number;
}

export type MaybePromise<T> = T | Promise<T>;

/** In the order of the breaches. Throws REGISTER_UNREACHABLE. */
export type ReadExposures = (key: Buffer) => MaybePromise<ExposureOf[]>;

export function createExposureReader({ reader, pool }: RegisterDatabase): ReadExposures {
  if (reader === null)
    return gatherQuestions((keys: readonly Buffer[]) => exposuresOfAll(pool!, keys), { most: keysAtOnce });
  const all = reader.prepare<[Buffer]>(
    'SELECT breach, exposure_set AS "set" FROM exposure WHERE person_key = ?',
  );
  return (key) => {
    try {
      return all.all(key) as ExposureOf[];
    } catch (error) {
      throw registerError(error);
    }
  };
}

/** The server takes more, but answers the first of them later. */
const keysAtOnce = 500;

/** A server that says nothing for so long is not there: the connection is thrown away. */
export const answerTimeoutMs = 10_000;

interface ExposureRow {
  person_key: Buffer;
  breach: number;
  set: number;
}

async function exposuresOfAll(pool: pg.Pool, keys: readonly Buffer[]): Promise<ExposureOf[][]> {
  const names = keys.map((key) => key.toString('latin1'));
  const byKey = new Map(names.map((name): [string, ExposureOf[]] => [name, []]));
  const query = {
    name: 'exposures',
    text: 'SELECT person_key, breach, exposure_set AS "set" FROM exposure WHERE person_key = ANY($1) ORDER BY breach, exposure_set',
    values: [keys],
    query_timeout: answerTimeoutMs,
  };
  const { rows } = await pool.query<ExposureRow>(query);
  for (const { person_key: key, breach, set } of rows)
    byKey.get(key.toString('latin1'))!.push({ breach, set });
  return names.map((name) => byKey.get(name)!);
}
