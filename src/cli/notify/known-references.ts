// After an approval: the register learns the references, so that they can be checked before the first notice arrives. In:
// the case. Out: how many are known, or why none is: an approval holds whether or not the register can be reached.

import { isTocsinError } from '../../base/index.ts';
import { publishReferences } from '../../pipeline/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';

export interface KnownReferences {
  references: number;
  /** Null where all is well. */
  problem: string | null;
}

export async function knownReferences(
  home: InstanceHome,
  record: CaseRecord,
  who: string,
  flags: RegisterFlags,
): Promise<KnownReferences> {
  const line = createProgressLine(process.stderr);
  try {
    await using register = await openRegisterFor(flags, { home });
    const onShare = (share: number) => line.showShare('references', share);
    const { references } = await publishReferences(home, register, record, { who, onShare });
    return { references, problem: null };
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    return { references: 0, problem: error.message };
  } finally {
    line.clear();
  }
}
