// A case of one delivery, as it was found: what resolving its delivery again would come to. In: what was found, and the
// delivery made of it. Out: the same shape as for several deliveries; it shares the memory of what was found.

import type { Findings } from '../findings.ts';
import type { Delivery } from './delivery.ts';
import type { ResolvedCase } from './resolved-case.ts';

export function resolvedAlone({ settled, people, textEmails }: Findings, delivery: Delivery): ResolvedCase {
  return {
    seed: delivery.seed,
    deliveries: [delivery],
    parts: settled.tables.map(({ merged }, i) => ({
      part: i,
      delivery: delivery.delivery,
      delivered: delivery.tables[i]!,
      table: i,
      first: 0,
      count: merged.records.count,
      columnOf: Int32Array.from(merged.columns.keys()),
      gatheredOf: Int32Array.from(merged.plan.gathered.keys()),
      mentions: merged.mentions,
    })),
    textEmails: [textEmails.toWords()],
    tables: settled.tables.map(({ merged }) => merged),
    people,
    index: people.index,
    lacking: [],
  };
}
