// How often somebody may try to log in: 5 times in 15 minutes as one user from one network, 20 times as one user, 20
// times from one network. In: a name and a network. Out: whether this try is still allowed; it is counted before
// anything is checked, so that tries at the same moment cannot slip past.

import { createHmac } from 'node:crypto';
import { countTry, deleteOldTries, forgetTries, type RegisterDatabase } from '../../store/register/index.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

const windowMs = 15 * 60 * 1000;
const mostOfBoth = 5;
const mostOfOne = 20;

export interface LogInTry {
  /** `code`, `passkey`, `answer`: each is counted by itself. */
  way: string;
  /** Null where nobody is named. */
  name: string | null;
  network: string;
  now: number;
}

export async function mayTry(register: Register, attempt: LogInTry): Promise<boolean> {
  const { now } = attempt;
  await deleteOldTries(register, now - windowMs);
  let isAllowed = true;
  for (const { key, most } of keysOf(register, attempt)) {
    const tries = await countTry(register, key, { now, since: now - windowMs });
    if (tries > most) isAllowed = false;
  }
  return isAllowed;
}

/** After a log-in: who got in was not guessing. */
export async function forgetTriesOf(register: Register, attempt: LogInTry): Promise<void> {
  await forgetTries(
    register,
    keysOf(register, attempt).map(({ key }) => key),
  );
}

function keysOf({ secrets }: Register, { way, name, network }: LogInTry): { key: Buffer; most: number }[] {
  const key = (...parts: string[]) =>
    createHmac('sha256', secrets('token'))
      .update(JSON.stringify(['log-in try', way, ...parts]))
      .digest();
  const ofNetwork = { key: key('network', network), most: mostOfOne };
  if (name === null) return [ofNetwork];
  return [
    { key: key('both', name, network), most: mostOfBoth },
    { key: key('user', name), most: mostOfOne },
    ofNetwork,
  ];
}
