// Whether the catalogue has moved. In: an open register. Out: its version: of a file by a look into it, of a server by
// asking it now and then, however many want to know.

import { answerTimeoutMs } from './read-exposures.ts';
import type { RegisterDatabase } from './register-database.ts';
import { registerError } from './register-errors.ts';

/** How old the version may be by which others answer, where they do not look for each answer. */
export const versionAgeMs = 250;

/** Throws REGISTER_UNREACHABLE. */
export type WatchVersion = () => number | Promise<number>;

/** Asked again from here on, while answers go on with the last one. */
const askAfterMs = 100;

export function createVersionWatch({ reader, pool }: RegisterDatabase): WatchVersion {
  if (reader !== null) {
    const version = reader.prepare<[]>('SELECT version FROM catalogue').pluck();
    return () => {
      try {
        return version.get() as number;
      } catch (error) {
        throw registerError(error);
      }
    };
  }
  let known = 0;
  let askedAt = -Infinity;
  let asking: Promise<number> | null = null;
  const ask = async (): Promise<number> => {
    // clocks of the machine may step; this one does not
    const at = performance.now();
    try {
      const query = { text: 'SELECT version FROM catalogue', query_timeout: answerTimeoutMs };
      const { rows } = await pool!.query<{ version: number }>(query);
      known = rows[0]!.version;
      askedAt = at;
      return known;
    } catch (error) {
      throw registerError(error);
    } finally {
      asking = null;
    }
  };
  // one that is older than `versionAgeMs` is waited for
  return () => {
    const ageMs = performance.now() - askedAt;
    if (ageMs > askAfterMs) asking ??= ask();
    if (ageMs > versionAgeMs) return asking!;
    // nobody waits for this one: whoever asks after it hears of a failure
    asking?.catch(() => {});
    return known;
  };
}
