// Takes somebody out of the private look-up: what their number evaluates to names their entries. In: a kind and the
// normal form of a number that is known to be theirs. Out: how many entries are gone; the others stay as they are.

import {
  privateBlock,
  privateIndexes,
  putPrivateBlock,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { blockOf, bucketOf, entryLength, entryTag, maxSlots } from './entry.ts';
import { evaluate } from './evaluate.ts';
import { loadSodium } from './group.ts';
import { privateKeys } from './private-keys.ts';
import { privateInput, type PrivateKind } from './private-kinds.ts';
import { contentBytes, type Vocabulary } from './vocabulary.ts';

export async function removePrivateEntries(
  register: RegisterDatabase,
  kind: PrivateKind,
  normal: string,
): Promise<number> {
  const sodium = await loadSodium();
  const { secretKey } = privateKeys(sodium, register.secrets('private-look-up'))[kind];
  const output = evaluate(sodium, secretKey, privateInput(kind, normal));
  let removed = 0;
  await register.rows.transaction().execute(async (rows) => {
    for (const index of await privateIndexes(rows)) {
      if (index.kind !== kind || !index.isReady) continue;
      const place = { breach: index.breach, kind, block: blockOf(bucketOf(output), index.bits) };
      const entries = await privateBlock(rows, place);
      if (entries === null) continue;
      const length = entryLength(contentBytes(JSON.parse(index.vocabulary) as Vocabulary));
      const tags = Array.from({ length: maxSlots }, (_, slot) => entryTag(output, index.salt, slot));
      const kept: Buffer[] = [];
      for (let at = 0; at < entries.length; at += length) {
        const entry = entries.subarray(at, at + length);
        if (tags.some((tag) => entry.subarray(0, tag.length).equals(tag))) removed++;
        else kept.push(entry);
      }
      if (kept.length * length < entries.length)
        await putPrivateBlock(rows, { ...place, entries: Buffer.concat(kept) });
    }
  });
  return removed;
}
