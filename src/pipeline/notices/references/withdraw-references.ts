// Takes the references of a case's notices out of the register. In: the id of a case, which may be destroyed. Out: nobody
// is told of its notices any more.

import { appendCustody } from '../../../custody/index.ts';
import type { InstanceHome } from '../../../store/index.ts';
import { noticesOfCase, type RegisterDatabase, removeNotice } from '../../../store/register/index.ts';

export interface WithdrawReferencesOptions {
  who: string;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** How many notices were known. Stopped, the same call goes on. */
export async function withdrawReferences(
  home: InstanceHome,
  register: RegisterDatabase,
  caseId: string,
  { who, signal, onShare }: WithdrawReferencesOptions,
): Promise<number> {
  const known = await noticesOfCase(register.rows, caseId);
  for (const [i, { notice }] of known.entries())
    await removeNotice(register, notice, {
      signal,
      onShare: (share) => onShare?.((i + share) / known.length),
    });
  if (known.length > 0)
    appendCustody(home, {
      who,
      case: null,
      what: 'notify.references.withdraw',
      // whoever destroys the case is told no more that they are there
      on: caseId,
      result: 'done',
      counts: { notices: known.length },
    });
  return known.length;
}
