// Whose references somebody typed or scanned. In: an open ledger, references. Out: the recipients, of all plans. The
// ledger keeps no reference: each recipient's is made anew and compared, some millions a second.

import { createNoticeReferences } from '../../../notify/index.ts';
import { type Notices, readSalts } from '../../../store/notices/index.ts';

/** `references`: thirteen digits each. A map from those that are known to their recipients. */
export function findByReference(
  { db, secret }: Pick<Notices, 'db' | 'secret'>,
  references: Iterable<string>,
): Map<string, number> {
  const wanted = new Map<number, string>();
  for (const reference of references) wanted.set(Number(reference.slice(0, -1)), reference);
  const found = new Map<string, number>();
  if (wanted.size === 0) return found;
  const { recipients, salts } = readSalts(db);
  const numbers = createNoticeReferences(secret).numbers(recipients, salts, recipients.length);
  for (let i = 0; i < numbers.length; i++) {
    const reference = wanted.get(numbers[i]!);
    if (reference !== undefined) found.set(reference, recipients[i]!);
  }
  return found;
}
