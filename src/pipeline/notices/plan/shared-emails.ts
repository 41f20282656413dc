// Which e-mail addresses several people are told by. In: the address of each. Out: whether one is shared. Eight bytes an
// address: by 53 bits of a keyed hash, so that of ten million people one may be taken for sharing by chance.

import type { HashIdentifier } from '../../identifier-hasher.ts';

export interface SharedEmails {
  /** Each person's once. */
  add(email: string): void;
  /** Once all are added. */
  settle(): (email: string) => boolean;
}

export function createSharedEmails(hash: HashIdentifier): SharedEmails {
  let numbers = new Float64Array(1024);
  let count = 0;
  const numberOf = (email: string): number => {
    const words = hash('email', email);
    return words === null ? -1 : (words[0] >>> 0) + ((words[1] >>> 0) & 0x1f_ffff) * 2 ** 32;
  };
  return {
    add(email) {
      const number = numberOf(email);
      if (number < 0) return;
      if (count === numbers.length) {
        const larger = new Float64Array(count * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = number;
    },
    settle() {
      const sorted = numbers.subarray(0, count).sort();
      const shared = new Set<number>();
      for (let at = 1; at < count; at++) if (sorted[at] === sorted[at - 1]) shared.add(sorted[at]!);
      numbers = new Float64Array(0);
      return (email) => shared.has(numberOf(email));
    },
  };
}
