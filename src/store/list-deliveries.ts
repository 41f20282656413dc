// The deliveries that a case holds, oldest first, and what the case came to by them: read at once, nothing is resolved.

import type Database from 'better-sqlite3-multiple-ciphers';
import type { CountedPeople, DeliveryInput, KeptDelivery, PartialFile } from './case-source.ts';

export function listDeliveries(db: Database.Database): KeptDelivery[] {
  const deliveries = db.prepare('SELECT delivery, at, skipped FROM delivery ORDER BY delivery').all() as Omit<
    KeptDelivery,
    'inputs' | 'partial'
  >[];
  const inputs = db.prepare('SELECT path, sha256, bytes FROM input WHERE delivery = ? ORDER BY number');
  const partial = db.prepare('SELECT path, note FROM partial WHERE delivery = ? ORDER BY number');
  return deliveries.map((entry) => ({
    ...entry,
    inputs: inputs.all(entry.delivery) as DeliveryInput[],
    partial: partial.all(entry.delivery) as PartialFile[],
  }));
}

/** What the deliveries of a case come to together. */
export interface CaseTotals {
  /** Null where nothing has been examined yet. */
  people: CountedPeople | null;
  /** Most people first. */
  classes: { class: string; people: number }[];
  /** Different identifiers that stand in texts only, most first. */
  mentioned: { class: string; values: number }[];
}

export function readTotals(db: Database.Database): CaseTotals {
  const counted = db.prepare('SELECT name, number FROM counted').all() as { name: string; number: number }[];
  return {
    people:
      counted.length === 0
        ? null
        : (Object.fromEntries(counted.map(({ name, number }) => [name, number])) as unknown as CountedPeople),
    classes: db.prepare('SELECT class, people FROM held ORDER BY number').all() as CaseTotals['classes'],
    mentioned: db
      .prepare('SELECT class, value_count AS "values" FROM mentioned ORDER BY number')
      .all() as CaseTotals['mentioned'],
  };
}
