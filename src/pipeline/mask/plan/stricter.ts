// Of two rules for columns of the same name in tables of the same name, the one that leaves less. In: two rules. Out: one.

import { type ColumnRule, isMaskRule } from '../../../mask/index.ts';

export function stricter(one: ColumnRule, other: ColumnRule): ColumnRule {
  if (!isMaskRule(one)) return other;
  if (!isMaskRule(other)) return one;
  const chosen = strictness(other) > strictness(one) ? other : one;
  return one.isUnique || other.isUnique ? { ...chosen, isUnique: true } : chosen;
}

/** What was recognised before what was not; running words last, since they keep the most. */
function strictness({ mask, found }: Extract<ColumnRule, { mask: string }>): number {
  return (found === undefined ? 0 : 2) + (mask === 'text' ? 0 : 1);
}
