// What somebody lost whose letter has a reference code. In: the code and a date of birth as typed, where they come from.
// Out: a statement, or null for every failure alike: no such code, another date, too many tries, a breach withdrawn. The
// same is read and written for each of them.

import { checkReferenceCode, referenceCodeKey } from '../../register/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';
import { codeLimits, isWithinLimits } from './asking-limits.ts';
import { type PersonalStatement, type StatementSource, statementOfExposure } from './personal-statement.ts';

export interface CodeQuestion {
  code: string;
  /** yyyy-mm-dd. */
  birth: string;
  network: string;
  now: number;
}

export async function statementByCode(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  source: StatementSource,
  { code, birth, network, now }: CodeQuestion,
): Promise<PersonalStatement | null> {
  const key = referenceCodeKey(register, code).toString('base64');
  const isWithinOwn = await isWithinLimits(register, {
    count: [codeLimits.code(key), codeLimits.network(network)],
    now,
  });
  const failures = [codeLimits.failures()];
  const isOpen = await isWithinLimits(register, { count: [], see: failures, now });
  const holder = await checkReferenceCode(register, code, birth);
  if (isWithinOwn && isOpen && holder !== null) {
    const { breach, exposureSet: set } = holder;
    const statement = await statementOfExposure(source, { breach, set });
    if (statement.length > 0) return statement;
  }
  // what was refused anyway is only looked at: one network alone cannot use up what all may get wrong
  const counted = isWithinOwn ? { count: failures } : { count: [], see: failures };
  await isWithinLimits(register, { ...counted, now });
  return null;
}
