// Everything that was found, in the shape of the exposure report.
// In: settled tables, resolved people, what was skipped. Out: the report; no value of the leak but masked ones.

import type { ClassFinding } from '../recognise/index.ts';
import {
  type ExposureReport,
  maskShape,
  type ReportClass,
  type ReportColumn,
  type ReportFile,
  type ReportSkipped,
  type ReportTable,
} from '../report/index.ts';
import type { MergedTable, ResolvedPeople } from '../resolve/index.ts';
import { kindsHeld } from './column-kinds.ts';
import { classesInText } from './classes-in-text.ts';
import { distinctByClass } from './distinct-values.ts';
import { encodingNote } from './encoding-note.ts';
import { fieldPlaces } from './field-places.ts';
import type { Findings } from './findings.ts';
import { evidenceFiles, filesInside, skippedPlaces } from './report-files.ts';
import type { SettledTable } from './settle-tables.ts';
import { specialFlags } from './special-flags.ts';

/**
 * Files inside others that are listed, a line of some 200 bytes each: the report of a disk full of small files must
 * still fit into memory and be opened. Those with something to say come first where there are more.
 */
const maxInside = 100_000;

function listedFiles(inside: ReportFile[]): ReportFile[] {
  if (inside.length <= maxInside) return inside;
  const told = inside.filter((file) => file.note !== undefined);
  const others = inside.filter((file) => file.note === undefined);
  return [...told, ...others].slice(0, maxInside).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Examples a column where they are asked for. */
const exampleCount = 3;

export function assembleReport(found: Findings): ExposureReport {
  const skipped = skippedPlaces(found);
  const inside = filesInside(found, skipped);
  const names = displayNames(found.settled.tables);
  const tables = found.settled.tables.map((table, i) => tableOf(table, i, found, names));
  const bytes = found.inputs.reduce((sum, input) => sum + input.bytes, 0);
  return {
    version: 1,
    inputs: evidenceFiles(found, skipped),
    inside: listedFiles(inside),
    insideCount: inside.length,
    tables,
    classes: classesOf(tables, found),
    people: peopleOf(found.people, skipped),
    special: specialFlags(found.settled.tables, found.people, names),
    skipped,
    seconds: Math.round(found.seconds * 1000) / 1000,
    megabytesPerSecond: Math.round((bytes / 1e6 / Math.max(found.seconds, 1e-3)) * 10) / 10,
  };
}

function tableOf(table: SettledTable, index: number, found: Findings, names: string[]): ReportTable {
  const { merged } = table;
  const resolved = found.people.tables[index]!;
  const places = fieldPlaces(found, table.source);
  return {
    name: names[index]!,
    rows: merged.rows,
    about: resolved.about,
    people: resolved.people,
    columns: merged.columns.map((column, i) =>
      columnOf(table, i, column.name ?? `column ${i + 1}`, places[i] ?? null, found.examples),
    ),
    links: found.people.links
      .filter((link) => link.from === index)
      .map((link) => ({
        column: merged.columns[link.column]!.name ?? `column ${link.column + 1}`,
        table: names[link.to]!,
        toColumn: nameOfKey(found.settled.tables[link.to]!.merged),
        basis: link.basis,
        meaning: link.meaning,
      })),
  };
}

/** Tables of the same name are told apart by their database, or by the file they came from. */
function displayNames(tables: SettledTable[]): string[] {
  const namesakes = Map.groupBy(tables, ({ name }) => name.toLowerCase());
  return tables.map(({ name, database, source }) => {
    const same = namesakes.get(name.toLowerCase())!;
    if (same.length === 1) return name;
    const isOneSource = same.every((other) => other.source === source);
    return isOneSource ? `${database}.${name}` : `${name} (${source})`;
  });
}

function nameOfKey(table: MergedTable): string {
  return table.columns[table.keys.primary]?.name ?? '';
}

function columnOf(
  table: SettledTable,
  column: number,
  name: string,
  place: string | null,
  examples: boolean,
): ReportColumn {
  const { merged } = table;
  const classes: ReportColumn['classes'] = [];
  const gathered = merged.plan.gathered.findIndex(
    (entry) => entry.column === column && entry.validator !== -1,
  );
  const finding = merged.findings[column]?.[0];
  if (finding && gathered >= 0)
    classes.push(...classesOfColumn(table, column, finding, merged.kinds[gathered]!, place, examples));
  classes.push(...classesInText(merged, column, finding?.class));
  const note =
    [encodingNote(table.samples[column]!), table.notes[column] ?? null]
      .filter((one) => one !== null)
      .join('; ') || null;
  return { name, filled: merged.filled[column]!, classes, ...(note === null ? {} : { note }) };
}

function classesOfColumn(
  table: SettledTable,
  column: number,
  finding: ClassFinding,
  kinds: Float64Array,
  place: string | null,
  examples: boolean,
): ReportColumn['classes'] {
  const shown = examples
    ? {
        examples: table.samples[column]!.slice(0, exampleCount).map((value) =>
          maskShape(new TextDecoder().decode(value.bytes)),
        ),
      }
    : {};
  const base = {
    class: finding.class,
    confidence: Math.round(finding.confidence * 1000) / 1000,
    evidence: place === null ? evidenceText(finding) : `${place}; ${evidenceText(finding)}`,
    ...shown,
  };
  return kindsHeld(finding, kinds).map((held) => ({ ...base, ...held }));
}

function evidenceText({ evidence }: ClassFinding): string {
  if (evidence.sampled === 0 && evidence.note) return evidence.note;
  const parts = [
    evidence.name === null ? 'the column has no telling name' : `the name says so (${evidence.name})`,
    `${evidence.passed} of ${evidence.sampled} sampled values have the form, ${percentText(evidence.chance)} % would by chance`,
  ];
  if (evidence.note) parts.push(evidence.note);
  return parts.join('; ');
}

/** '0.050', '12', '100': two digits that count, and never as a power of ten. */
function percentText(share: number): string {
  const percent = share * 100;
  return percent >= 99.5 ? '100' : percent.toPrecision(2);
}

function classesOf(tables: ReportTable[], found: Findings): ReportClass[] {
  const distinct = distinctByClass(
    found.settled.tables.map((table) => table.merged),
    found.textEmails,
  );
  const people = new Map<string, number>(found.people.classes.map((entry) => [entry.class, entry.people]));
  const values = new Map<string, { values: number; kinds: Map<string, number> }>();
  for (const entry of tables.flatMap((table) => table.columns.flatMap((column) => column.classes))) {
    let known = values.get(entry.class);
    if (!known) values.set(entry.class, (known = { values: 0, kinds: new Map() }));
    known.values += entry.values;
    if (entry.kind) known.kinds.set(entry.kind, (known.kinds.get(entry.kind) ?? 0) + entry.values);
  }
  return [...values]
    .map(([name, known]) => ({
      class: name,
      people: people.get(name) ?? 0,
      values: known.values,
      distinct: distinct.get(name) ?? 0,
      kinds: [...known.kinds]
        .map(([kind, count]) => ({ kind, values: count }))
        .toSorted((a, b) => b.values - a.values),
    }))
    .toSorted((a, b) => b.people - a.people || b.values - a.values || (a.class < b.class ? -1 : 1));
}

function peopleOf(people: ResolvedPeople, skipped: ReportSkipped[]): ExposureReport['people'] {
  const lost = skipped.length > 0 ? ' What could not be read is not in these numbers.' : '';
  return {
    count: people.count,
    min: people.min,
    max: people.max,
    method:
      "Counted are groups of rows joined by the same e-mail address or the same number of a person, or by keys between tables; the lower bound also joins rows that are too much alike in name, date of birth, telephone or address to be surely two people's, " +
      `the upper bound takes every doubtful join apart and counts doubtful test accounts and mailboxes of offices.${lost}`,
    mentioned: people.mentioned.find((found) => found.class === 'Email addresses')?.values ?? 0,
    mentionedByClass: people.mentioned,
    testAccounts: people.testAccounts,
    sharedMailboxes: people.sharedMailboxes,
    organisations: people.organisations,
    minors: people.minors,
    deceased: people.deceased,
  };
}
