// The reference of a notice as the code of its letter: with the date of birth it shows on the portal what the person lost,
// as the letter says it. In: an approved plan of a case that is published, unchanged since. Out: codes in the register, as
// keyed hashes. Where the case is not published, or has changed, there are none.

import { isTocsinError } from '../../../base/index.ts';
import { createNoticeReferences } from '../../../notify/index.ts';
import { createCodeKeys } from '../../../register/index.ts';
import { type CaseRecord, openVault } from '../../../store/index.ts';
import { type Notices, recipientsBatch, type StoredPlan } from '../../../store/notices/index.ts';
import {
  type BreachRow,
  insertReferenceCodes,
  listBreaches,
  type ReferenceCodeRow,
  type RegisterDatabase,
} from '../../../store/register/index.ts';
import { noSet } from '../../publish/exposure-sets.ts';
import { birthsOf, type Coded, numbersOf, readCoded } from '../../publish/make-codes.ts';
import { planBasis } from '../plan/plan-basis.ts';

const recipientsAtOnce = 5000;

/** How many references are such a code. */
export async function portalCodes(
  register: RegisterDatabase,
  record: CaseRecord,
  { db, secret }: Pick<Notices, 'db' | 'secret'>,
  plan: StoredPlan,
  { madeAt, signal }: { madeAt: number; signal: AbortSignal | undefined },
): Promise<number> {
  const published = (await listBreaches(register.rows)).filter(
    ({ state, caseId }) => state === 'published' && caseId === record.case,
  );
  if (published.length !== 1 || !isUnchanged(record, plan)) return 0;
  const breach = published[0]!;
  const people = readCoded(record);
  const numbers = await setNumbers(register, record, breach, people);
  if (numbers === null) return 0;
  const keys = createCodeKeys(register.secrets('reference-code'));
  const references = createNoticeReferences(secret);
  let coded = 0;
  for (let after = 0; ;) {
    signal?.throwIfAborted();
    const batch = recipientsBatch(db, plan.plan, after, recipientsAtOnce);
    if (batch.length === 0) return coded;
    after = batch.at(-1)!.recipient;
    const rows: ReferenceCodeRow[] = [];
    for (const { recipient, person, salt, state } of batch) {
      const set = people.sets.setOf[person] ?? noSet;
      const births = set === noSet || state === 'not-told' ? [] : birthsOf(people.births, person);
      if (births.length === 0) continue;
      coded++;
      const code = references.of(recipient, salt);
      for (const birth of births)
        rows.push({
          codeKey: keys.codeKey(code),
          birthKey: keys.birthKey(code, birth),
          breach: breach.breach,
          exposureSet: numbers[set]!,
          madeAt,
        });
    }
    // those that are there already stay
    await insertReferenceCodes(
      register,
      rows.toSorted((a, b) => a.codeKey.compare(b.codeKey)),
    );
  }
}

/** Since the plan was made: people have the same numbers. */
function isUnchanged(record: CaseRecord, { basis }: StoredPlan): boolean {
  using vault = openVault(record);
  return planBasis(record, vault) === basis;
}

/** Null where the case has changed since it was published. */
async function setNumbers(
  register: RegisterDatabase,
  record: CaseRecord,
  breach: BreachRow,
  { sets }: Coded,
): Promise<number[] | null> {
  try {
    return await numbersOf(register, record, breach, sets);
  } catch (error) {
    if (isTocsinError(error) && error.code === 'USAGE') return null;
    throw error;
  }
}
