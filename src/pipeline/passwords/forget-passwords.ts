// Takes a source of passwords away. In: its name. Out: nothing of it is answered from then on, and nothing of it is left in
// the register when it is done; killed before that, the next change of any source goes on with it.

import { appendCustody } from '../../custody/index.ts';
import type { InstanceHome } from '../../store/index.ts';
import {
  clearLeaving,
  leavePasswordSource,
  passwordSources,
  type RegisterDatabase,
} from '../../store/register/index.ts';

/** False where there is no source of that name. */
export async function forgetPasswords(
  home: InstanceHome,
  register: RegisterDatabase,
  name: string,
  { who, now }: { who: string; now: Date },
): Promise<boolean> {
  const caseId = (await passwordSources(register)).find((source) => source.name === name)?.caseId ?? null;
  const isLeaving = await leavePasswordSource(register, name, now.getTime());
  // of this one, or of one that was stopped on the way
  await clearLeaving(register);
  if (isLeaving)
    appendCustody(home, {
      who,
      case: null,
      what: 'passwords.forget',
      // whoever destroys the case is told no more that they are there
      ...(caseId === null ? {} : { on: caseId }),
      result: 'done',
      details: { source: name },
    });
  return isLeaving;
}
