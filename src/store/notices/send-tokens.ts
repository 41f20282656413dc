// What a send is called by outside: in its Message-ID and return path. In: the ledger's secret. Out: tokens of 32 hex
// digits that nobody makes who lacks the secret, and that lead back to the send without a table.

import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

export interface SendTokens {
  /** `send`: its number in the ledger. */
  tokenOf: (send: number) => string;
  /** Null where the token is not one of this ledger. */
  sendOf: (token: string) => number | null;
}

const tokenBytes = 16;
const numberBytes = 8;

/** One block of AES: the number, then zeros, by which a token that was made up is told (1 of 2^64 would pass). */
export function createSendTokens(secret: Buffer): SendTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'message-id', tokenBytes));
  // without padding a block comes out as soon as it is in, so that one cipher serves all
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return {
    tokenOf(send) {
      const block = Buffer.alloc(tokenBytes);
      block.writeBigUInt64BE(BigInt(send));
      return cipher.update(block).toString('hex');
    },
    sendOf(token) {
      if (!/^[0-9a-f]{32}$/iu.test(token)) return null;
      const block = decipher.update(Buffer.from(token, 'hex'));
      if (block.subarray(numberBytes).some((byte) => byte !== 0)) return null;
      const send = block.readBigUInt64BE();
      return send > 0n && send <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(send) : null;
    },
  };
}
