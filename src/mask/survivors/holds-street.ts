// Whether an address holds somebody's street, in whichever of its lines. In: an address, what is real. Out: yes or no; each
// phrase that begins or ends with a house number is asked for, as the search for survivors asks for it in the output.

import { foldWords } from './fold.ts';
import { longestValue, mostStreetWords, normalRoom } from './normal-value.ts';
import type { RealValues } from './real-values.ts';

const folded = new Uint8Array(normalRoom);
const mostWords = 64;
const starts = new Uint16Array(mostWords + 1);
const blank = 32;

export function holdsStreet(real: RealValues, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > longestValue) return false;
  const length = foldWords(bytes, start, end, folded);
  let count = 0;
  for (let at = 0; at < length && count < mostWords; at++)
    if (at === 0 || folded[at - 1] === blank) starts[count++] = at;
  starts[count] = length + 1;
  for (let first = 0; first < count; first++) {
    const last = Math.min(count, first + mostStreetWords);
    for (let next = first + 1; next < last; next++) {
      if (!isNumber(starts[first]!) && !isNumber(starts[next]!)) continue;
      if (real.hasNormal('street', folded, starts[first]!, starts[next + 1]! - 1)) return true;
    }
  }
  return false;
}

function isNumber(at: number): boolean {
  return folded[at]! >= 48 && folded[at]! < 58;
}
