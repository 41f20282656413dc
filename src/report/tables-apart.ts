/*
 * What is said of the tables that are not listed with people's data. In: the tables of a report whose texts are
 * visible. Out: sentences. None says that such a table holds nobody's data: that nothing was recognised in it is all
 * that is known.
 */
import type { ReportTable } from './exposure-report.ts';
import { fitText } from './fit-text.ts';
import { countOf, countText } from './number-text.ts';

const namesShown = 8;

/* A name in a sentence; whole names stand in the JSON document. */
const nameWidth = 40;

/** Each with its full stop, the plain count first; none when every table is listed. */
export function sentencesOnTablesApart(tables: ReportTable[]): string[] {
  const apart = tables.filter((table) => table.about === 'nobody');
  const recognised = apart.filter(hasClass);
  const silent = apart.filter((table) => !hasClass(table));
  const linked = new Set(belongingToPeople(apart, tables));
  const keyed = silent.filter((table) => linked.has(table));
  const owned = recognised.filter((table) => linked.has(table));
  const alone = recognised.filter((table) => !linked.has(table));
  return [
    ...(silent.length === 0 ? [] : [`${tablesAndRows(silent)} in which no data class was recognised.`]),
    ...(keyed.length === 0 ? [] : [keyedSentence(keyed, silent.length)]),
    ...(owned.length === 0
      ? []
      : [
          `${tablesAndRows(owned)} in which data classes were recognised; rows belong to people by key, how many people is not counted: ${namesOf(owned)}.`,
        ]),
    ...(alone.length === 0
      ? []
      : [
          `${tablesAndRows(alone)} in which data classes were recognised, but no person they belong to: ${namesOf(alone)}.`,
        ]),
  ];
}

function keyedSentence(keyed: ReportTable[], silent: number): string {
  const which =
    silent === 1
      ? 'Its rows belong to people by key, look at it'
      : keyed.length === 1
        ? 'Rows of 1 of them belong to people by key, look at it'
        : `Rows of ${countText(keyed.length)} of them belong to people by key, look at them`;
  return `${which} by hand: ${namesOf(keyed)}.`;
}

/* A key may belong to a table about things (an order to a product), so each is followed until it comes to people. */
function belongingToPeople(apart: ReportTable[], tables: ReportTable[]): ReportTable[] {
  const reached = new Set(tables.filter((table) => table.about !== 'nobody').map((table) => table.name));
  let before = -1;
  while (reached.size > before) {
    before = reached.size;
    for (const table of apart) if (leadsInto(table, reached)) reached.add(table.name);
  }
  return apart.filter((table) => leadsInto(table, reached));
}

function leadsInto(table: ReportTable, reached: Set<string>): boolean {
  return table.links.some(
    (link) => link.meaning === 'belongs to' && link.table !== table.name && reached.has(link.table),
  );
}

function hasClass(table: ReportTable): boolean {
  return table.columns.some((column) => column.classes.length > 0);
}

function tablesAndRows(tables: ReportTable[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${countOf(tables.length, 'table', 'tables')} with ${countOf(rows, 'row', 'rows')}`;
}

function namesOf(tables: ReportTable[]): string {
  const names = tables
    .slice(0, namesShown)
    .map(({ name }) => (name.trim() === '' ? '(no name)' : fitText(name, nameWidth)));
  const more = tables.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${countText(more)} more` : ''}`;
}
