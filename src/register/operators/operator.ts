// A user of the instance as the web's tables know them: by name and by the moment they were added. In: a user. Out: one
// text. Another user of the same name, added later, is somebody else.

import type { InstanceHome } from '../../store/index.ts';
import { listUsers, type User } from '../users.ts';

export function operatorOf({ name, addedAt }: Pick<User, 'name' | 'addedAt'>): string {
  return `${addedAt} ${name}`;
}

/** Null for one who was removed since. */
export function userOf(home: InstanceHome, operator: string): User | null {
  return listUsers(home).find((user) => operatorOf(user) === operator) ?? null;
}

/** For those who are removed already. */
export function operatorName(operator: string): string {
  return operator.slice(operator.indexOf(' ') + 1);
}
