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
  const isWithin = await isWithinLimits(register, {
    count: [codeLimits.code(key), codeLimits.network(network)],
    see: [codeLimits.failures()],
    now,
  });
  const holder = await checkReferenceCode(register, code, birth);
  if (isWithin && holder !== null) {
    const { breach, exposureSet: set } = holder;
    const statement = await statementOfExposure(source, { breach, set });
    if (statement.length > 0) return statement;
  }
  await isWithinLimits(register, { count: [codeLimits.failures()], now });
  return null;
}
