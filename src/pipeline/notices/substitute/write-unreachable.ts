// The list of people whom no channel reaches, for those who look for another way: a counter where they come, a family, an
// employer. In: an open ledger. Out: a CSV sealed to a recipient; it is never written in clear.

import { join } from 'node:path';
import { createNoticeReferences, listLine } from '../../../notify/index.ts';
import { shownReferenceCode } from '../../../register/index.ts';
import { parseRecipient, sealToFile } from '../../../store/age/index.ts';
import { type Notices, unreachableRecipients, variantsOf } from '../../../store/notices/index.ts';
import { shownPerson } from '../../person-number.ts';

const peopleAtOnce = 5000;

/** Throws RECIPIENT. */
export async function writeUnreachable(
  notices: Pick<Notices, 'db' | 'secret'>,
  plan: number,
  { out, recipient, signal }: { out: string; recipient: string; signal: AbortSignal | undefined },
): Promise<{ file: string; sha256: string }> {
  const file = 'unreachable.csv.age';
  const { sha256 } = await sealToFile(
    join(out, file),
    linesOf(notices, plan),
    [parseRecipient(recipient)],
    signal === undefined ? {} : { signal },
  );
  return { file, sha256 };
}

function* linesOf(
  { db, secret }: Pick<Notices, 'db' | 'secret'>,
  plan: number,
): Generator<Buffer, void, undefined> {
  const references = createNoticeReferences(secret);
  const controllers = new Map(variantsOf(db, plan).map(({ variant, controller }) => [variant, controller]));
  yield Buffer.from(listLine(['person', 'controller', 'reason', 'name', 'customer', 'reference']));
  for (let after = 0; ;) {
    const batch = unreachableRecipients(db, plan, { after, most: peopleAtOnce });
    if (batch.length === 0) return;
    after = batch.at(-1)!.recipient;
    const lines = batch.map(({ person, variant, why, name, customer, recipient, salt }) =>
      listLine([
        String(shownPerson(person)),
        controllers.get(variant) ?? '',
        why ?? '',
        name ?? '',
        customer ?? '',
        shownReferenceCode(references.of(recipient, salt)),
      ]),
    );
    yield Buffer.from(lines.join(''));
  }
}
