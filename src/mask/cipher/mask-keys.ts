// The keys of one recipient's copies: of one secret, another for each purpose.

import { hkdfSync } from 'node:crypto';

export interface MaskKeys {
  /** `length` bytes (1 to 64) for a purpose, always the same ones. */
  of(purpose: string, length: number): Buffer;
}

/** `secret`: 32 bytes, of one recipient. */
export function createMaskKeys(secret: Uint8Array): MaskKeys {
  return {
    of: (purpose, length) =>
      Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `tocsin mask 1 ${purpose}`, length)),
  };
}
