// The references of a plan as keyed hashes, for the register. In: an open ledger, a plan, which recipients belong to which
// notice. Out: for each notice its hashes, near enough to ascending order for a load to stay on few pages. A reference is
// in clear for a moment only.

import { createNoticeReferences, type NoticeReferences } from '../../../notify/index.ts';
import { type CodeKeys, referenceCodeOf } from '../../../register/index.ts';
import { type Notices, recipientSalts } from '../../../store/notices/index.ts';
import { referenceKeyBytes } from '../../../store/register/index.ts';

/** 16 bytes of each recipient of those variants who has, or had, a channel. */
export function referenceKeys(
  { db, secret }: Pick<Notices, 'db' | 'secret'>,
  plan: number,
  variants: ReadonlySet<number>,
  { codeKey }: Pick<CodeKeys, 'codeKey'>,
  onShare?: (share: number) => void,
): Buffer {
  const { recipients, salts } = recipientSalts(db, plan, variants);
  const numbers: ReturnType<NoticeReferences['numbers']> = createNoticeReferences(secret).numbers(
    recipients,
    salts,
    recipients.length,
  );
  const keys = Buffer.allocUnsafe(recipients.length * referenceKeyBytes);
  const reportEvery = 100_000;
  for (let i = 0; i < numbers.length; i++) {
    codeKey(referenceCodeOf(numbers[i]!)).copy(keys, i * referenceKeyBytes);
    if (i % reportEvery === 0) onShare?.(i / numbers.length);
  }
  return byBeginning(keys);
}

const beginnings = 2 ** 16;

/** In the order of their first two bytes: of ten million some 150 share them, which lie on one page or two. */
export function byBeginning(keys: Buffer): Buffer {
  const starts = new Uint32Array(beginnings + 1);
  for (let at = 0; at < keys.length; at += referenceKeyBytes)
    starts[((keys[at]! << 8) | keys[at + 1]!) + 1]!++;
  for (let i = 1; i <= beginnings; i++) starts[i]! += starts[i - 1]!;
  const sorted = Buffer.allocUnsafe(keys.length);
  for (let at = 0; at < keys.length; at += referenceKeyBytes) {
    const beginning = (keys[at]! << 8) | keys[at + 1]!;
    keys.copy(sorted, starts[beginning]!++ * referenceKeyBytes, at, at + referenceKeyBytes);
  }
  return sorted;
}
