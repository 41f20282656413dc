// Who acts: the user that TOCSIN_USER names and TOCSIN_SECRET proves; while an instance has no users, whoever the
// operating system says it is, as owner. In: the instance and what is to be done. Out: name and role, or NOT_ALLOWED,
// which is in the custody log before it is told.

import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { TocsinError } from '../base/index.ts';
import { appendCustody } from '../custody/index.ts';
import { hasUsers, isAllowed, type Permission, provenUser, type Role } from '../register/access/index.ts';
import type { InstanceHome } from '../store/index.ts';

export interface Actor {
  /** A user's name; for the custody log and events. */
  who: string;
  role: Role;
}

/** Throws NOT_ALLOWED. Every command asks this first. */
export function acting(
  home: InstanceHome,
  permission: Permission,
  env: NodeJS.ProcessEnv = process.env,
): Actor {
  if (!hasUsers(home)) return { who: osUser(), role: 'owner' };
  const actor = proven(home, permission, env);
  if (isAllowed(actor.role, permission)) return actor;
  refuse(home, actor.who, permission, 'the role does not allow it');
  throw new TocsinError('NOT_ALLOWED', `the role ${actor.role} does not allow this: ${permission}`, {
    hint: 'ask a user whose role allows it; tocsin user list shows the roles to an owner',
  });
}

function proven(home: InstanceHome, permission: Permission, env: NodeJS.ProcessEnv): Actor {
  const name = env['TOCSIN_USER'];
  if (!name) {
    refuse(home, osUser(), permission, 'no user named');
    throw new TocsinError('NOT_ALLOWED', 'this instance has users, and TOCSIN_USER names none');
  }
  const user = provenUser(home, name, secretOf(env));
  if (user) return { who: user.name, role: user.role };
  refuse(home, osUser(), permission, 'unknown user or wrong secret', name);
  throw new TocsinError('NOT_ALLOWED', 'no user of this instance has that name and that secret');
}

/** `TOCSIN_SECRET` is the secret itself, or `TOCSIN_SECRET_FILE` names the file it stands in. */
function secretOf(env: NodeJS.ProcessEnv): string {
  const path = env['TOCSIN_SECRET_FILE'];
  if (env['TOCSIN_SECRET'] || !path) return env['TOCSIN_SECRET'] ?? '';
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new TocsinError('NOT_ALLOWED', `the file that TOCSIN_SECRET_FILE names cannot be read: ${path}`, {
      cause,
    });
  }
}

/** Only a proven name stands in the log as who acted. */
function refuse(home: InstanceHome, who: string, on: Permission, why: string, named?: string): void {
  const details = named === undefined ? { why } : { why, named };
  appendCustody(home, { who, case: null, what: 'refuse', on, result: 'refused', details });
}

/** The account of the operating system; its number where it has no name. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
