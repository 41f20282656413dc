// Who is in which breach, as fast as the engine allows. In: person keys. Out: numbers of breaches and of exposure sets,
// whatever the state of the breach: the catalogue says which of them are published. A file answers at once; of a server
// the questions of one moment are asked together, as each by itself would cost a way there and back.

import type pg from 'pg';
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
  if (reader === null) return gatheredReader(pool!);
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

/** More at the same time keep other queries waiting for a connection. */
const queriesAtOnce = 3;

interface Question {
  key: Buffer;
  answer: (found: ExposureOf[]) => void;
  fail: (error: unknown) => void;
}

function gatheredReader(pool: pg.Pool): ReadExposures {
  const waiting: Question[] = [];
  let running = 0;
  let isDue = false;

  const start = (): void => {
    isDue = false;
    while (running < queriesAtOnce && waiting.length > 0) {
      const questions = waiting.splice(0, keysAtOnce);
      running++;
      void ask(pool, questions).finally(() => {
        running--;
        start();
      });
    }
  };

  return (key) =>
    new Promise((answer, fail) => {
      waiting.push({ key, answer, fail });
      if (isDue || running >= queriesAtOnce) return;
      isDue = true;
      // after all of this turn have asked
      setImmediate(start);
    });
}

interface ExposureRow {
  person_key: Buffer;
  breach: number;
  set: number;
}

async function ask(pool: pg.Pool, questions: readonly Question[]): Promise<void> {
  try {
    const byKey = new Map<string, ExposureOf[]>();
    for (const { key } of questions) byKey.set(key.toString('latin1'), []);
    const query = {
      name: 'exposures',
      text: 'SELECT person_key, breach, exposure_set AS "set" FROM exposure WHERE person_key = ANY($1) ORDER BY breach, exposure_set',
      values: [questions.map(({ key }) => key)],
      query_timeout: answerTimeoutMs,
    };
    const { rows } = await pool.query<ExposureRow>(query);
    for (const { person_key: key, breach, set } of rows)
      byKey.get(key.toString('latin1'))!.push({ breach, set });
    for (const { key, answer } of questions) answer(byKey.get(key.toString('latin1'))!);
  } catch (error) {
    const told = registerError(error);
    for (const { fail } of questions) fail(told);
  }
}
