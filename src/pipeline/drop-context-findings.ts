// What holds only where a table is about people, once it is known which tables are. In: tables and the people resolved of
// them. Out: the same tables, without the findings that turned out to be nobody's.

import type { MergedTable, ResolvedPeople } from '../resolve/index.ts';

/**
 * A city, an employer or a lone name is somebody's only in a table that is about people or belongs to them.
 * An IP address is personal data by itself, whoever's it is.
 */
export function dropContextFindings(tables: readonly MergedTable[], people: ResolvedPeople): void {
  tables.forEach((merged, i) => {
    if (people.tables[i]!.about !== 'nobody') return;
    merged.findings.forEach((found, column) => {
      const [first] = found;
      if (!first || first.standing === 'own' || first.class === 'IP addresses') return;
      merged.findings[column] = [];
      for (const entry of merged.plan.gathered) if (entry.column === column) entry.validator = -1;
    });
  });
}
