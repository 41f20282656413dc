// Columns of tables about people that may hold special data (GDPR Art. 9 and 10). In: settled tables, and which of
// them are about people. Out: flags for the report, with the reason, for somebody to look at; nothing is asserted.

import { flagSpecial, specialCategories } from '../recognise/index.ts';
import type { ReportSpecial } from '../report/index.ts';
import type { ResolvedPeople } from '../resolve/index.ts';
import type { SettledTable } from './settle-tables.ts';
import { tableSampleOf } from './table-entry.ts';

export function specialFlags(
  tables: SettledTable[],
  people: ResolvedPeople,
  names: string[],
): ReportSpecial[] {
  return tables.flatMap(({ merged, samples }, index) => {
    if (people.tables[index]!.about === 'nobody') return [];
    const columns = merged.columns.map(({ name }) => name);
    const sample = tableSampleOf(merged.name, columns, merged.schema, samples, merged);
    return flagSpecial(sample).map(({ column, category, reason }) => ({
      table: names[index]!,
      column: columns[column] ?? `column ${column + 1}`,
      category: specialCategories[category].label,
      article: specialCategories[category].article,
      reason,
    }));
  });
}
