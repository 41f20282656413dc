/*
 * Of all that a column was found to hold, what stays. In: its findings, what the table says, whether first and last
 * names stand side by side. Out: one finding, or two where cells hold addresses and others something else.
 */

import type { ClassFinding } from './finding.ts';
import type { TableContext } from './table-context.ts';
import { validatorIds } from './validators.ts';

/** One finding per column, unless some cells hold addresses and others something else; then the standing is set. */
export function settle(
  here: readonly ClassFinding[],
  context: TableContext,
  isPair: boolean,
): ClassFinding[] {
  const sorted = here.toSorted(
    (a, b) => b.confidence - a.confidence || b.evidence.passed - a.evidence.passed,
  );
  const [best] = sorted;
  if (best === undefined) return [];
  const second = sorted.find(
    (one) => isEmail(one) !== isEmail(best) && one.validator !== validatorIds.password,
  );
  const kept = second === undefined ? [best] : [best, second];
  for (const one of kept) one.standing = standingOf(one, context, isPair);
  return kept;
}

function standingOf(one: ClassFinding, context: TableContext, isPair: boolean): 'own' | 'context' {
  if (context.isAdverts) return 'context';
  if (
    context.isOrganisations &&
    !isPair &&
    (one.validator === validatorIds.phone || one.validator === validatorIds.streetAddress)
  )
    return 'context';
  const isPart = one.validator === validatorIds.firstName || one.validator === validatorIds.lastName;
  return isPart && !isPair ? 'context' : one.standing;
}

function isEmail(one: ClassFinding): boolean {
  return one.validator === validatorIds.email;
}
