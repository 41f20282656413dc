// Where the columns of a file of fixed width stand in its lines, for columns that nothing names. In: what was found
// and the leaf. Out: a place for each column, as people count: the first byte is 1; nothing for any other file.

import type { Findings } from './findings.ts';

export function fieldPlaces({ inputs, inside }: Findings, source: string): string[] {
  const plan =
    inputs.find(({ path, open }) => path === source && open === null)?.plan ??
    inside.leaves.get(source)?.head.plan;
  if (plan?.kind !== 'fixed' || plan.columns !== null) return [];
  const [one, many] = plan.inCharacters ? ['character', 'characters'] : ['byte', 'bytes'];
  return plan.fields.map(({ from, to }) =>
    to - from === 1 ? `${one} ${to} of each line` : `${many} ${from + 1}–${to} of each line`,
  );
}
