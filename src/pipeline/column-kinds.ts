// The kinds of the values that one column holds. In: what was found of it, and how many of its values are of each kind
// of the validator. Out: for passwords a line for each kind, most first; else one for all; none where there is no value.

import { type ClassFinding, decidedKind, validators } from '../recognise/index.ts';

export interface HeldKind {
  kind: string | null;
  values: number;
}

/** `counts`: one for what is of no kind, then one for each kind of the validator. */
export function kindsHeld(finding: ClassFinding, counts: ArrayLike<number>): HeldKind[] {
  const { kinds } = validators.find((entry) => entry.id === finding.validator)!;
  const byKind = kinds
    .map((kind, i) => ({ kind, values: counts[i + 1]! }))
    .filter((entry) => entry.values > 0)
    .toSorted((a, b) => b.values - a.values);
  if (finding.class === 'Passwords')
    return byKind.map((entry) => ({ ...entry, kind: decidedKind(finding.kind, entry.kind) }));
  const values = Array.from(counts).reduce((sum, count) => sum + count, 0);
  // a column that is there for every document, and that none of them filled
  if (values === 0) return [];
  const kind = finding.candidates === undefined ? (byKind[0]?.kind ?? finding.kind) : finding.kind;
  return [{ kind, values }];
}
