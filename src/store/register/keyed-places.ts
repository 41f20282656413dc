// At which place of a table something rests, so that the place does not tell what it is. In: a secret and places in order.
// Out: the same places in an order that only the secret gives: one for one, within stretches of 2^20. It is a Feistel
// network of ten rounds whose functions are tables of chance. Source: Luby and Rackoff, 1988; NIST SP 800-38G for the rounds.

import { createCipheriv } from 'node:crypto';

export type KeyedPlace = (place: number) => number;

const halfBits = 10;
const halves = 1 << halfBits;
const stretch = halves * halves;
const rounds = 10;

/** Of 20 KB each. */
const mostTables = 256;

/** `secret`: 32 bytes, for this alone. */
export function createKeyedPlaces(secret: Buffer): KeyedPlace {
  const tables = new Map<number, Uint16Array>();
  return (place) => {
    const within = place % stretch;
    const number = (place - within) / stretch;
    let table = tables.get(number);
    if (table === undefined) {
      if (tables.size >= mostTables) tables.clear();
      tables.set(number, (table = tableOf(secret, number)));
    }
    let left = within >> halfBits;
    let right = within & (halves - 1);
    for (let from = 0; from < rounds * halves; from += halves)
      [left, right] = [right, left ^ table[from + right]!];
    return place - within + ((left << halfBits) | right);
  };
}

/** Of AES in counter mode, whose counter begins anew for each stretch and cannot reach that of another. */
function tableOf(secret: Buffer, number: number): Uint16Array {
  const counter = Buffer.alloc(16);
  counter.writeBigUInt64BE(BigInt(number));
  const stream = createCipheriv('aes-256-ctr', secret, counter).update(Buffer.alloc(rounds * halves * 2));
  return Uint16Array.from({ length: rounds * halves }, (_, i) => stream.readUInt16LE(i * 2) & (halves - 1));
}
