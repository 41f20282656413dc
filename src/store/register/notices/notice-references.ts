// References of notices as keyed hashes, millions at once. In: an open register, hashes in ascending order. Out: rows, a
// transaction at a time; others write in between. Those that are there stay, so that a load that was killed is done again
// from its beginning. Taken away, they are gone by stretches of their first byte.

import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { sql } from 'kysely';
import type { RegisterDatabase } from '../register-database.ts';
import { registerError } from '../register-errors.ts';

/** Of each hash. */
export const referenceKeyBytes = 16;

export interface ReferenceOptions {
  signal?: AbortSignal | undefined;
  /** Of all. */
  onShare?: ((share: number) => void) | undefined;
}

/** A third of a second of a file, in which nobody else can write; an array of a server. */
const rowsAtOnce = 50_000;
const rowsAStatement = 200;

/** Whoever waits to write tries again within 20 ms. */
const turnMs = 25;

/** `keys`: 16 bytes each. */
export async function addNoticeReferences(
  register: RegisterDatabase,
  notice: number,
  keys: Buffer,
  { signal, onShare }: ReferenceOptions = {},
): Promise<void> {
  const count = keys.length / referenceKeyBytes;
  const writer = register.engine === 'sqlite' ? fileWriter(register) : serverWriter(register);
  try {
    for (let from = 0; from < count; from += rowsAtOnce) {
      signal?.throwIfAborted();
      const to = Math.min(count, from + rowsAtOnce);
      await writer.write(keys.subarray(from * referenceKeyBytes, to * referenceKeyBytes), notice);
      onShare?.(to / count);
    }
  } catch (error) {
    throw signal?.aborted ? error : registerError(error);
  } finally {
    writer.close();
  }
}

interface Writer {
  write(keys: Buffer, notice: number): Promise<void>;
  close(): void;
}

function* eachKey(keys: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < keys.length; at += referenceKeyBytes) yield keys.subarray(at, at + referenceKeyBytes);
}

function fileWriter({ connect }: RegisterDatabase): Writer {
  const db = connect!();
  // what is lost with the power is written again: the notice is known only after it, in a commit that is synced
  db.pragma('synchronous = NORMAL');
  const insert = (rows: number): Database.Statement<[(Buffer | number)[]]> =>
    db.prepare(
      `INSERT OR IGNORE INTO case_notice_reference (code_key, notice) VALUES ${Array(rows).fill('(?, ?)').join(',')}`,
    );
  const whole = insert(rowsAStatement);
  const write = db.transaction((keys: Buffer, notice: number) => {
    const values: (Buffer | number)[] = [];
    for (const key of eachKey(keys)) {
      values.push(key, notice);
      if (values.length < 2 * rowsAStatement) continue;
      whole.run(values);
      values.length = 0;
    }
    if (values.length > 0) insert(values.length / 2).run(values);
  });
  return {
    async write(keys, notice) {
      write.immediate(keys, notice);
      await wait(turnMs);
    },
    close: () => void db.close(),
  };
}

function serverWriter({ pool }: RegisterDatabase): Writer {
  return {
    async write(keys, notice) {
      await pool!.query(
        `INSERT INTO case_notice_reference (code_key, notice) SELECT code_key, $2::integer FROM unnest($1::bytea[]) AS code_key
         ON CONFLICT DO NOTHING`,
        [[...eachKey(keys)], notice],
      );
    },
    close() {},
  };
}

/** Each step of a file is short enough for others to write in between. */
const stretches = 256;

/** A notice with all that is known of it; nobody is told of it from the first step on. Stopped, the same call goes on. */
export async function removeNotice(
  { rows }: Pick<RegisterDatabase, 'rows'>,
  notice: number,
  { signal, onShare }: ReferenceOptions = {},
): Promise<void> {
  await rows
    .updateTable('case_notice')
    .set({ state: 'loading', reference_count: 0 })
    .where('notice', '=', notice)
    .execute();
  await rows.deleteFrom('case_notice_text').where('notice', '=', notice).execute();
  for (let step = 0; step < stretches; step++) {
    signal?.throwIfAborted();
    const last = step === stretches - 1 ? sql`` : sql`AND code_key < ${Buffer.of(step + 1)}`;
    await sql`DELETE FROM case_notice_reference WHERE notice = ${notice} AND code_key >= ${Buffer.of(step)} ${last}`.execute(
      rows,
    );
    onShare?.((step + 1) / stretches);
  }
  await rows.deleteFrom('case_notice').where('notice', '=', notice).execute();
}
