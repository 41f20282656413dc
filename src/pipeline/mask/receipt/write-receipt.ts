// Puts the receipt beside a masked copy, signed by the instance. In: the facts of the run. Out: the receipt, on the disk before
// this returns.

import { writeWhole } from '../../../base/files/index.ts';
import { TocsinError } from '../../../base/index.ts';
import { instanceSigner } from '../../../custody/index.ts';
import type { InstanceHome } from '../../../store/index.ts';
import { type MaskReceipt, type ReceiptFacts, signReceipt } from './mask-receipt.ts';

/** Where the receipt of a copy is, unless somebody moved it. */
export function receiptPath(copy: string): string {
  return `${copy.replace(/\/+$/u, '')}.receipt.json`;
}

/** Throws OUTPUT_NOT_WRITABLE. */
export function writeReceipt(home: InstanceHome, path: string, facts: ReceiptFacts): MaskReceipt {
  const { receipt, text } = signReceipt(facts, instanceSigner(home));
  try {
    writeWhole(path, text, { mode: 0o644 });
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write the receipt ${path}`, { cause });
  }
  return receipt;
}
