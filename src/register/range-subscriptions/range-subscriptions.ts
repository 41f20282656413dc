// The ranges of SHA-1 that an account of enterprise keys wants to be called about. In: a prefix of six hexadecimal
// digits. Out: whether it is new, or the ends of its range.

import { insertRange, type RegisterDatabase } from '../../store/register/index.ts';

type Register = Pick<RegisterDatabase, 'rows'>;

export const rangePrefix = /^[0-9a-f]{6}$/iu;

/** `prefix`: as `rangePrefix` has it. */
export async function subscribeRange(
  register: Register,
  { account, prefix, now }: { account: number; prefix: string; now: number },
): Promise<'created' | 'exists'> {
  const isNew = await insertRange(register, { account, ...rangeOf(prefix), made_at: now });
  return isNew ? 'created' : 'exists';
}

const sha1Bytes = 20;

/** Behind the last prefix there is none: a longer key of ones stands behind every SHA-1. */
function rangeOf(prefix: string): { low: Buffer; high: Buffer } {
  const low = Buffer.from(prefix, 'hex');
  const next = low.readUIntBE(0, 3) + 1;
  if (next > 0xff_ff_ff) return { low, high: Buffer.alloc(sha1Bytes + 1, 0xff) };
  const high = Buffer.alloc(3);
  high.writeUIntBE(next, 0, 3);
  return { low, high };
}

/** Six digits in upper case. */
export function prefixOf(low: Buffer): string {
  return low.toString('hex').toUpperCase();
}
