// Whether two rows tell of two dates of birth that no typing error makes one of. In: nodes. Out: yes or no. A father
// and a son may share name, address and telephone: their dates of birth tell them apart.

import { areCloseDates } from './linkage/comparison.ts';
import { differ, type PersonNodes } from './person-nodes.ts';

/** False where either row tells none; day and month swapped, or one part of three wrong, is one date mistyped. */
export function haveOtherBirths({ birth }: PersonNodes, a: number, b: number): boolean {
  return differ(birth, a, b) && !areCloseDates(birth[a]!, birth[b]!);
}
