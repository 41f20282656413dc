// Which deliveries were read too early: before other files of the case told what the columns of their tables are, or hold.
// Read again now, more of their rows would be understood. In: deliveries resolved together. Out: their numbers.

import type { ResolvedCase } from './resolved-case.ts';

export function readTooEarly({
  deliveries,
  lacking,
}: Pick<ResolvedCase, 'deliveries' | 'lacking'>): number[] {
  const stated = new Set(deliveries.flatMap(({ schemas }) => schemas.map(({ table }) => table)));
  const withoutSchema = deliveries.filter(({ tables }) =>
    tables.some(({ schema, table }) => schema === null && stated.has(table)),
  );
  const numbers = [...withoutSchema, ...lacking].map(({ delivery }) => delivery);
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
