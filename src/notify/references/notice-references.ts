// The reference of a notice: thirteen digits that a person types or reads out to make sure that his notice is real. In:
// the ledger's secret and the number of a recipient. Out: the reference, the same for ever; whoever lacks the secret can
// neither make one nor tell two apart. Two recipients that come to the same digits are told apart by a salt.

import { createCipheriv, hkdfSync } from 'node:crypto';
import { referenceCodeOf } from '../../register/index.ts';

const blockBytes = 16;
const blocksAtOnce = 4096;

/** Twelve digits in two halves: each of 48 bits of the cipher, of which a million takes no noticeable part. */
const halfOf = 10 ** 6;

export interface NoticeReferences {
  /** Thirteen digits. `salt`: as the ledger has it. */
  of(recipient: number, salt: number): string;
  /** The twelve digits in front of the check digit, as a number, of `count` recipients: for millions of them. */
  numbers(recipients: Float64Array, salts: Int32Array, count: number): Float64Array;
}

/** `secret`: 32 bytes, the ledger's. */
export function createNoticeReferences(secret: Uint8Array): NoticeReferences {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tocsin notice reference', blockBytes));
  // whole blocks without padding come out as they go in, so that one cipher serves all
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const numbers = (recipients: Float64Array, salts: Int32Array, count: number): Float64Array => {
    const into = new Float64Array(count);
    const blocks = Buffer.alloc(Math.min(count, blocksAtOnce) * blockBytes);
    for (let from = 0; from < count; from += blocksAtOnce) {
      const most = Math.min(blocksAtOnce, count - from);
      for (let i = 0; i < most; i++) {
        const recipient = recipients[from + i]!;
        blocks.writeUInt32BE(Math.floor(recipient / 2 ** 32), i * blockBytes);
        blocks.writeUInt32BE(recipient % 2 ** 32, i * blockBytes + 4);
        blocks.writeInt32BE(salts[from + i]!, i * blockBytes + 8);
      }
      const made = cipher.update(blocks.subarray(0, most * blockBytes));
      for (let i = 0; i < most; i++) {
        const first = made.readUIntBE(i * blockBytes, 6) % halfOf;
        into[from + i] = first * halfOf + (made.readUIntBE(i * blockBytes + 6, 6) % halfOf);
      }
    }
    return into;
  };
  return {
    numbers,
    of: (recipient, salt) => referenceCodeOf(numbers(Float64Array.of(recipient), Int32Array.of(salt), 1)[0]!),
  };
}

/** Of one recipient: `createNoticeReferences` is for many. */
export function referenceOf(secret: Uint8Array, recipient: number, salt: number): string {
  return createNoticeReferences(secret).of(recipient, salt);
}
