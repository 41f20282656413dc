// Reads a CREATE TABLE or ALTER TABLE whole and tells the schema it states. Definitions hold no rows.

import { CUT, textOf } from './lexer.ts';
import type { Place } from './place.ts';
import { readOn, skipStatement } from './skip-statement.ts';
import { scanStatement, startScan } from './statement-scan.ts';
import { parseAlterTable, parseCreateTable } from './table-definition.ts';
import { alteredTable } from './altered-table.ts';

/** Longest definition read whole: MySQL's 4,096 columns with long comments fit well inside. */
export const maxDefinitionBytes = 4 << 20;

/** Reads the statement at the place; one that is too long or does not end is handed over as text. */
export function readDefinition(place: Place, kind: 'create table' | 'alter table'): void {
  const end = findStatementEnd(place);
  if (end < 0) return skipStatement(place, 'a table definition that cannot be read whole');
  const { sink, window, dialect } = place;
  const text = textOf(window.bytes, place.p, end);
  place.p = end;
  place.forget();
  const schema =
    kind === 'alter table'
      ? parseAlterTable(text, (table) => sink.schemaOf(table), dialect)
      : parseCreateTable(text, dialect, (table) => sink.schemaOf(table));
  if (schema) sink.schema(schema);
  const altered = alteredTable(text, kind, schema !== null, dialect);
  if (altered !== undefined) sink.altered?.(altered);
}

/** The position after the `;` of the statement at the place, with all of it held in the window, or `CUT`. */
function findStatementEnd(place: Place): number {
  for (;;) {
    const { bytes, to, ended } = place.window;
    const scan = startScan(place.p);
    const isFound = scanStatement(bytes, to, ended, place.dialect, scan);
    if (isFound) return scan.position - place.p > maxDefinitionBytes ? CUT : scan.position;
    if (to - place.p > maxDefinitionBytes) return CUT;
    // the last statement of a script whose statements need no sign
    if (!readOn(place, ended)) return place.dialect.batches && ended ? scan.position : CUT;
  }
}
