// A bucket as it is served: of each index the block that a number may fall into, filled up so that its length tells
// nothing. In: a kind and a prefix. Out: bytes, the same for everybody and every time.

import { createCipheriv, createHmac } from 'node:crypto';
import { privateBlock, type RegisterDatabase } from '../../store/register/index.ts';
import type { PrivateKind } from './private-kinds.ts';
import type { PublishedIndex, PublishedIndexes } from './published-indexes.ts';

/**
 * For each index, in the order of the list: a byte that says how often its number of slots follows, then so many entries.
 * `prefix`: of as many bits as the kind has.
 */
export async function readBucket(
  register: RegisterDatabase,
  { byKind }: PublishedIndexes,
  kind: PrivateKind,
  prefix: number,
): Promise<Buffer> {
  const { bits, indexes } = byKind[kind];
  const parts: Buffer[] = [];
  for (const index of indexes) {
    const block = prefix >>> (bits - index.bits);
    const entries = await privateBlock(register.rows, { breach: index.breach, kind, block });
    parts.push(filledUp(register, index, block, entries ?? Buffer.alloc(0)));
  }
  return Buffer.concat(parts);
}

/** What fills up looks like entries, and nobody has the keys to it. */
function filledUp(
  { secrets }: Pick<RegisterDatabase, 'secrets'>,
  { salt, kind, slots, entryBytes }: PublishedIndex,
  block: number,
  entries: Buffer,
): Buffer {
  const whole = slots * entryBytes;
  const times = Math.max(1, Math.ceil(entries.length / whole));
  const key = createHmac('sha256', secrets('private-look-up'))
    .update(`filling ${kind} ${block}\0`)
    .update(salt)
    .digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const filling = cipher.update(Buffer.alloc(times * whole - entries.length));
  return Buffer.concat([Buffer.from([times]), entries, filling]);
}
