// Whose approval it is. In: the name that was given, who acts. Out: the name, or an error: two approvals are of two people.

import { TocsinError } from '../../../base/index.ts';
import { hasUsers, isAllowed } from '../../../register/index.ts';
import type { InstanceHome } from '../../../store/index.ts';
import type { Actor } from '../../acting.ts';
import { hasLetters, sameName } from './same-name.ts';

const longestName = 100;

/** Throws USAGE; NOT_ALLOWED where the instance has users and the name is another than that of the proven one who acts. */
export function approverName(home: InstanceHome, given: string, { who, role }: Actor): string {
  const name = given.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (!hasLetters(name) || name.length > longestName || /\p{C}/u.test(name))
    throw new TocsinError('USAGE', `--by is a name of 1 to ${longestName} characters`);
  if (!hasUsers(home)) return name;
  if (!sameName(name, who) || !isAllowed(role, 'notify'))
    throw new TocsinError('NOT_ALLOWED', 'a user approves in his own name only', {
      hint: 'give as --by the name that TOCSIN_USER proves; the other one approves with TOCSIN_USER and TOCSIN_SECRET of his own',
    });
  return who;
}
