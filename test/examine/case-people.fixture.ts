/*
 * Files examined into a case, delivery by delivery, and everything its vault says of its people, so that two cases can be
 * held against each other: with the same seed the same identifier has the same hash in both.
 */
import { caseSummary, examineIntoCase } from '../../src/pipeline/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openVault } from '../../src/store/index.ts';

const sameSeed = Buffer.from('tocsin!!');

export async function caseOfDeliveries(
  home: InstanceHome,
  deliveries: string[][],
  now = new Date('2026-11-23T10:00:00Z'),
): Promise<CaseRecord> {
  const record = openCase(home, null, now);
  {
    using vault = openVault(record);
    vault.db.prepare('UPDATE vault SET seed = ?').run(sameSeed);
  }
  for (const paths of deliveries) await examineIntoCase(paths, record, { now, workers: 2 });
  return record;
}

/** Counts, bounds, classes, and each person as text: identifiers, flags, and what the rows held how often. */
export function contentOf(record: CaseRecord): { totals: object; people: string[] } {
  const { deliveries: _, ...totals } = caseSummary(record);
  return { totals, people: peopleOf(record) };
}

interface HeldRow {
  profile: number;
  held: string;
}

function peopleOf(record: CaseRecord): string[] {
  using vault = openVault(record);
  const { db } = vault;
  const identifiers = Map.groupBy(
    db
      .prepare(
        `SELECT person, name || ' ' || hash AS identifier FROM identifier JOIN sort USING (sort) ORDER BY name, hash`,
      )
      .all() as { person: number; identifier: string }[],
    ({ person }) => person,
  );
  const held = Map.groupBy(
    db
      .prepare(
        `SELECT profile, column_name || ' ' || class || ' ' || ifnull(kind, '') || ' ' || sum(row_count) AS held
         FROM profile JOIN pattern USING (pattern) JOIN place USING (place)
         GROUP BY profile, column_name, class, kind ORDER BY column_name, class, kind`,
      )
      .all() as HeldRow[],
    ({ profile }) => profile,
  );
  return (db.prepare('SELECT person, flags, profile FROM person').all() as Record<string, number>[])
    .map(({ person, flags, profile }) =>
      JSON.stringify([
        identifiers.get(person!)?.map(({ identifier }) => identifier) ?? [],
        flags,
        held.get(profile!)?.map((row) => row.held) ?? [],
      ]),
    )
    .toSorted();
}
