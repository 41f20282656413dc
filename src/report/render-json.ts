/*
 * The report as one JSON document: two spaces, keys always in the order of exposure-report.ts, a line
 * feed at the end, so that two runs can be compared with `diff`. Described by
 * docs/reference/examine-report.schema.json. Keys the schema does not know never get out.
 */
import type {
  ExposureReport,
  ReportColumn,
  ReportColumnClass,
  ReportFile,
  ReportTable,
} from './exposure-report.ts';

/* Bytes that a terminal would obey and marks that turn a line around; JSON has an escape for each. */
const steering = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text parses back to the report; a rate that is not a number (no time passed) is written as 0. */
export function renderJson(report: ExposureReport): string {
  const document = {
    version: report.version,
    inputs: report.inputs.map((input) => ({ ...orderFile(input), sha256: input.sha256 })),
    inside: report.inside.map(orderFile),
    insideCount: report.insideCount,
    tables: report.tables.map(orderTable),
    classes: report.classes.map((found) => ({
      class: found.class,
      people: found.people,
      values: found.values,
      distinct: found.distinct,
      kinds: found.kinds.map(({ kind, values }) => ({ kind, values })),
    })),
    people: {
      count: report.people.count,
      min: report.people.min,
      max: report.people.max,
      method: report.people.method,
      mentioned: report.people.mentioned,
      mentionedByClass: report.people.mentionedByClass.map((found) => ({
        class: found.class,
        values: found.values,
      })),
      testAccounts: report.people.testAccounts,
      sharedMailboxes: report.people.sharedMailboxes,
      organisations: report.people.organisations,
      minors: report.people.minors,
      deceased: report.people.deceased,
    },
    special: report.special.map(({ table, column, category, article, reason }) => ({
      table,
      column,
      category,
      article,
      reason,
    })),
    skipped: report.skipped.map(({ path, offset, bytes, reason }) => ({ path, offset, bytes, reason })),
    seconds: finite(report.seconds),
    megabytesPerSecond: finite(report.megabytesPerSecond),
  };
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(steering, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function orderFile(file: ReportFile): ReportFile {
  return {
    path: file.path,
    bytes: file.bytes,
    format: file.format,
    encoding: file.encoding,
    rows: file.rows,
    documents: file.documents,
    complete: file.complete,
    ...(file.note === undefined ? {} : { note: file.note }),
  };
}

function orderTable(table: ReportTable): ReportTable {
  return {
    name: table.name,
    rows: table.rows,
    about: table.about,
    people: table.people,
    columns: table.columns.map(orderColumn),
    links: table.links.map(({ column, table: target, toColumn, basis, meaning }) => ({
      column,
      table: target,
      toColumn,
      basis,
      meaning,
    })),
  };
}

function orderColumn(column: ReportColumn): ReportColumn {
  return {
    name: column.name,
    filled: column.filled,
    classes: column.classes.map(orderColumnClass),
    ...(column.note === undefined ? {} : { note: column.note }),
  };
}

function orderColumnClass(found: ReportColumnClass): ReportColumnClass {
  return {
    class: found.class,
    kind: found.kind,
    confidence: found.confidence,
    values: found.values,
    evidence: found.evidence,
    ...(found.examples === undefined ? {} : { examples: [...found.examples] }),
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
