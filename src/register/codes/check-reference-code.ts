// Whose letter a code is of. In: a code and a date of birth, as somebody typed them. Out: the breach and the set of losses
// they belong to, or null. The same work is done whatever of it is wrong: the answer's time tells no more than the answer.

import { timingSafeEqual } from 'node:crypto';
import { readReferenceCodes, type RegisterDatabase } from '../../store/register/index.ts';
import { createCodeKeys, parseReferenceCode } from './reference-code.ts';

export interface CodeHolder {
  breach: number;
  exposureSet: number;
}

/** Of no letter: what is looked for where nothing can be. */
const nobodysCode = '0000000000000';
const nobodysBirth = '0000-00-00';

/** `birth`: yyyy-mm-dd. */
export async function checkReferenceCode(
  { rows, secrets }: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  typed: string,
  birth: string,
): Promise<CodeHolder | null> {
  const keys = createCodeKeys(secrets('reference-code'));
  const parsed = parseReferenceCode(typed);
  const isBirth = /^\d{4}-\d\d-\d\d$/u.test(birth);
  const code = parsed ?? nobodysCode;
  const birthKey = keys.birthKey(code, isBirth ? birth : nobodysBirth);
  let holder: CodeHolder | null = null;
  for (const row of await readReferenceCodes(rows, keys.codeKey(code)))
    if (timingSafeEqual(row.birthKey, birthKey))
      holder = { breach: row.breach, exposureSet: row.exposureSet };
  return parsed === null || !isBirth ? null : holder;
}

/** By which tries at one code are counted, whether it is anybody's or not. */
export function referenceCodeKey({ secrets }: Pick<RegisterDatabase, 'secrets'>, typed: string): Buffer {
  return createCodeKeys(secrets('reference-code')).codeKey(parseReferenceCode(typed) ?? nobodysCode);
}
