// Salts under which all references of a ledger differ. In: the ledger's secret, its recipients in the order in which they
// came, and their salts so far. Out: new salts of those who come to the digits of somebody before them: of ten million
// some fifty. Whoever came first keeps his, as it may be on paper already.

import type { NoticeReferences } from './notice-references.ts';

/** By the place in `recipients`. */
export function settleSalts(
  references: Pick<NoticeReferences, 'numbers'>,
  recipients: Float64Array,
  salts: Int32Array,
): Map<number, number> {
  const numbers = references.numbers(recipients, salts, recipients.length);
  const shared = sharedNumbers(numbers);
  const settled = new Map<number, number>();
  if (shared.size === 0) return settled;
  const isTaken = takenIn(numbers);
  const given = new Set<number>();
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place]!;
    if (!shared.has(number)) continue;
    if (!given.has(number)) {
      given.add(number);
      continue;
    }
    let salt = salts[place]!;
    let other: number;
    do {
      salt++;
      other = references.numbers(recipients.subarray(place, place + 1), Int32Array.of(salt), 1)[0]!;
    } while (isTaken(other) || given.has(other));
    given.add(other);
    settled.set(place, salt);
  }
  return settled;
}

function sharedNumbers(numbers: Float64Array): Set<number> {
  const sorted = numbers.slice().sort();
  const shared = new Set<number>();
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) shared.add(sorted[i]!);
  return shared;
}

/** Asked some fifty times: going through all of them costs less than keeping them sorted. */
function takenIn(numbers: Float64Array): (number: number) => boolean {
  return (number) => numbers.includes(number);
}
