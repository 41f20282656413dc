// Whose approval it is. In: the name that was given, who acts. Out: the name, or an error: two approvals are of two people.

import { TocsinError } from '../../../base/index.ts';
import { hasUsers, isAllowed, listUsers } from '../../../register/index.ts';
import type { InstanceHome } from '../../../store/index.ts';
import type { Actor } from '../../acting.ts';

const longestName = 100;

/** Throws USAGE; NOT_ALLOWED where the instance has users and the name is of none who may, or of another than who acts. */
export function approverName(home: InstanceHome, given: string, { who, role }: Actor): string {
  const name = given.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (name === '' || name.length > longestName || /\p{C}/u.test(name))
    throw new TocsinError('USAGE', `--by is a name of 1 to ${longestName} characters`);
  if (!hasUsers(home)) return name;
  const user = listUsers(home).find((one) => sameName(one.name, name));
  if (user === undefined || !isAllowed(user.role, 'notify'))
    throw new TocsinError('NOT_ALLOWED', '--by is no user of this instance who may approve notices', {
      hint: 'name an owner or a responder; tocsin user list shows them to an owner',
    });
  if (!sameName(user.name, who) && role !== 'owner')
    throw new TocsinError('NOT_ALLOWED', 'a user approves in his own name only', {
      hint: 'the other one approves with TOCSIN_USER and TOCSIN_SECRET of his own',
    });
  return user.name;
}

export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase().normalize('NFKC');
}
