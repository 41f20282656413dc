// What the register knows the name of a breach by once it is withdrawn. In: a name, whatever its capitals. Out: a keyed
// hash.

import { createPersonKeys } from '../../register/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';

export function breachNameKey({ secrets }: Pick<RegisterDatabase, 'secrets'>, name: string): Buffer {
  return createPersonKeys(secrets('person-key'))('breach', name.toLowerCase());
}
