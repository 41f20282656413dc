// Resolves all deliveries of a case together. In: a case. Out: who is in it, with the numbers that people have in its
// vault, and the tables that show whose each row is. The same deliveries always give the same; nothing is written.

import { TocsinError } from '../../base/index.ts';
import { packedDay } from '../../recognise/index.ts';
import { resolvePeople } from '../../resolve/index.ts';
import { type CaseRecord, guarded, listDeliveries, openVault } from '../../store/index.ts';
import { dropContextFindings } from '../drop-context-findings.ts';
import { caseTables, type DeliveryWithRows } from './case-tables.ts';
import type { ResolvedCase } from './resolved-case.ts';
import { readDelivery } from './sealed-delivery.ts';

export interface ResolveCaseOptions {
  /** The day as of which people are minors. */
  asOf?: Date;
  /** Without, the lower bound is the count: it takes as long again, and numbers nobody. */
  bounds?: boolean;
}

/** What the vault of the case holds now. Some 60 bytes of memory a row; CASE_DAMAGED, DELIVERY_OUTDATED. */
export function resolveCase(record: CaseRecord, options: ResolveCaseOptions = {}): ResolvedCase {
  using vault = openVault(record);
  const list = () => guarded(record.case, () => listDeliveries(vault.db)).map(({ delivery }) => delivery);
  for (let held = list(); ;) {
    try {
      return resolveDeliveries(record, held, vault.seed, options);
    } catch (error) {
      // a delivery that another process has put others in the place of meanwhile is gone
      const now = list();
      if (now.join() === held.join()) throw error;
      held = now;
    }
  }
}

/** `numbers` in ascending order. */
export function resolveDeliveries(
  record: CaseRecord,
  numbers: readonly number[],
  seed: readonly [number, number],
  { asOf = new Date(), bounds = true }: ResolveCaseOptions = {},
): ResolvedCase {
  const loaded = numbers.map((delivery): DeliveryWithRows => {
    const { head, rows } = readDelivery(record, delivery);
    if (head.seed[0] !== seed[0] || head.seed[1] !== seed[1])
      throw new TocsinError('CASE_DAMAGED', `delivery ${delivery} is not of the case ${record.case}`);
    return { delivery: { ...head, delivery }, rows };
  });
  const { tables, parts, textEmails, textsOf, lacking } = caseTables(loaded);
  const people = resolvePeople(tables, textEmails, { today: packedDay(asOf), bounds });
  dropContextFindings(tables, people);
  return {
    seed,
    deliveries: loaded.map(({ delivery }) => delivery),
    parts,
    textEmails: textsOf,
    tables,
    people,
    index: people.index,
    lacking,
  };
}
