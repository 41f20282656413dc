// The work of `tocsin mask verify`: the verdict on stdout. Resolves to 0 where it holds, else to 1. Needs no instance; one that
// is there tells whether the signature is its own.

import { existsSync } from 'node:fs';
import { homePath, isTocsinError } from '../../base/index.ts';
import { custodyFolder, instanceSigner } from '../../custody/index.ts';
import { receiptPath, verifyCopy } from '../../pipeline/mask/receipt/index.ts';
import { openHome } from '../../store/index.ts';
import { checkedText } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { publicKeyOf } from '../verify/public-key.ts';

export interface VerifyCopyFlags {
  receipt?: string;
  publicKey?: string;
  json?: boolean;
}

export async function verify(copy: string, flags: VerifyCopyFlags): Promise<number> {
  const publicKey = flags.publicKey === undefined ? undefined : publicKeyOf(flags.publicKey);
  const verdict = await verifyCopy(copy, flags.receipt ?? receiptPath(copy), {
    publicKey,
    own: ownPublicKey(),
  });
  const { ok, receipt, holds, problems, remarks } = verdict;
  const key = receipt && { id: receipt.key.id, ...receipt.key.recipient };
  process.stdout.write(
    flags.json
      ? jsonText({ ok, masked: receipt?.made.at ?? null, key, holds, problems, remarks })
      : checkedText('the masked copy', verdict),
  );
  return ok ? 0 : 1;
}

/** Null where there is no instance, or its signing key cannot be opened. */
function ownPublicKey(): string | null {
  if (!existsSync(custodyFolder(homePath()))) return null;
  try {
    return instanceSigner(openHome()).publicKey;
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}
