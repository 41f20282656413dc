// Everything that was found, in the shape of the exposure report.
// In: settled tables, resolved people, what was skipped. Out: the report; no value of the leak but masked ones.

import { type ClassFinding, validators } from '../recognise/index.ts';
import {
  type ExposureReport,
  maskShape,
  type ReportClass,
  type ReportColumn,
  type ReportInput,
  type ReportSkipped,
  type ReportTable,
} from '../report/index.ts';
import type { HashIndex, MergedTable, ResolvedPeople } from '../resolve/index.ts';
import { distinctByClass } from './distinct-values.ts';
import type { FoundInput, UnreadableInput } from './find-inputs.ts';
import { isSql, type ReadOutcome } from './read-inputs.ts';
import type { Settled, SettledTable } from './settle-tables.ts';

export interface Findings {
  inputs: FoundInput[];
  unreadable: UnreadableInput[];
  hashes: (string | null)[];
  changed: boolean[];
  /** By input: a dump whose last line should say that it is complete, and does not. */
  unfinished: boolean[];
  read: ReadOutcome;
  settled: Settled;
  people: ResolvedPeople;
  /** Addresses in parts that were not read as rows. */
  textEmails: HashIndex;
  examples: boolean;
  seconds: number;
}

/** Examples a column where they are asked for. */
const exampleCount = 3;

export function assembleReport(found: Findings): ExposureReport {
  const skipped = skippedOf(found);
  const tables = found.settled.tables.map((table, i) => tableOf(table, i, found));
  const bytes = found.inputs.reduce((sum, input) => sum + input.bytes, 0);
  return {
    version: 1,
    inputs: found.inputs
      .map((input, i) => inputOf(input, i, found, skipped))
      .concat(found.unreadable.map(unreadableInput)),
    tables,
    classes: classesOf(tables, found),
    people: peopleOf(found.people, skipped),
    skipped,
    seconds: Math.round(found.seconds * 1000) / 1000,
    megabytesPerSecond: Math.round((bytes / 1e6 / Math.max(found.seconds, 1e-3)) * 10) / 10,
  };
}

function inputOf(input: FoundInput, index: number, found: Findings, skipped: ReportSkipped[]): ReportInput {
  const note = noteOf(input, index, found, skipped);
  return {
    path: input.path,
    bytes: input.bytes,
    sha256: found.hashes[index] ?? '',
    format: input.compression ? `${input.format}, ${input.compression}` : input.format,
    encoding: input.recode ?? input.charset,
    complete: note === undefined,
    ...(note === undefined ? {} : { note }),
  };
}

/** Why an input was not read whole, or nothing. */
function noteOf(
  input: FoundInput,
  index: number,
  found: Findings,
  skipped: ReportSkipped[],
): string | undefined {
  if (found.changed[index]) return 'the file changed while it was read: read it again from a copy';
  const stream = found.read.streams.get(index);
  if (stream?.broken) return stream.broken;
  if (input.format === 'empty') return 'the file is empty';
  if (!isSql(input)) return undefined;
  const end = stream?.bytes ?? input.bytes;
  const last = skipped.findLast((part) => part.path === input.path && part.offset + part.bytes >= end);
  if (last?.reason.startsWith('cut off')) return 'the dump ends in the middle of a statement';
  if (last) return `the end of the file could not be read as rows (${last.reason})`;
  return found.unfinished[index]
    ? 'the line with which a dump says that it is complete is missing'
    : undefined;
}

function unreadableInput(input: UnreadableInput): ReportInput {
  return {
    path: input.path,
    bytes: input.bytes,
    sha256: '',
    format: 'not read',
    encoding: '',
    complete: false,
    note: input.reason,
  };
}

function skippedOf(found: Findings): ReportSkipped[] {
  const parts = found.read.results.flatMap((result) => result.skipped);
  const ordered = parts.toSorted((a, b) => a.input - b.input || a.part.offset - b.part.offset);
  const skipped: ReportSkipped[] = [];
  for (const { input, part } of ordered) {
    const { path } = found.inputs[input]!;
    const last = skipped.at(-1);
    const isNext =
      last && last.path === path && last.reason === part.reason && last.offset + last.bytes === part.offset;
    if (isNext) last.bytes += part.bytes;
    else skipped.push({ path, ...part });
  }
  found.inputs.forEach((input, i) => {
    const stream = found.read.streams.get(i);
    if (stream?.broken)
      skipped.push({ path: input.path, offset: stream.bytes, bytes: 0, reason: stream.broken });
  });
  for (const { path, bytes, reason } of found.unreadable) skipped.push({ path, offset: 0, bytes, reason });
  return skipped;
}

function tableOf(table: SettledTable, index: number, found: Findings): ReportTable {
  const { merged } = table;
  const resolved = found.people.tables[index]!;
  return {
    name: displayName(found, index),
    rows: merged.rows,
    about: resolved.about,
    people: resolved.people,
    columns: merged.columns.map((column, i) =>
      columnOf(table, i, column.name ?? `column ${i + 1}`, found.examples),
    ),
    links: found.people.links
      .filter((link) => link.from === index)
      .map((link) => ({
        column: merged.columns[link.column]!.name ?? `column ${link.column + 1}`,
        table: displayName(found, link.to),
        toColumn: nameOfKey(found.settled.tables[link.to]!.merged),
        basis: link.basis,
        meaning: link.meaning,
      })),
  };
}

/** Tables of the same name are told apart by their database, or by the file they came from. */
function displayName(found: Findings, index: number): string {
  const { tables } = found.settled;
  const table = tables[index]!;
  const namesakes = tables.filter((other) => other.name.toLowerCase() === table.name.toLowerCase());
  if (namesakes.length === 1) return table.name;
  const isOneInput = namesakes.every((other) => other.input === table.input);
  return isOneInput
    ? `${table.database}.${table.name}`
    : `${table.name} (${found.inputs[table.input]!.path})`;
}

function nameOfKey(table: MergedTable): string {
  return table.columns[table.keys.primary]?.name ?? '';
}

function columnOf(table: SettledTable, column: number, name: string, examples: boolean): ReportColumn {
  const { merged } = table;
  const classes: ReportColumn['classes'] = [];
  const gathered = merged.plan.gathered.findIndex(
    (entry) => entry.column === column && entry.validator !== -1,
  );
  const finding = merged.findings[column]?.[0];
  if (finding && gathered >= 0)
    classes.push(...classesOfColumn(table, column, finding, merged.kinds[gathered]!, examples));
  const mentions = merged.mentions.get(column);
  if (mentions && mentions.count > 0 && finding?.class !== 'Email addresses') {
    classes.push({
      class: 'Email addresses',
      kind: 'in text',
      confidence: 1,
      values: mentions.count,
      evidence: `${mentions.count} addresses found in texts, ${mentions.hashes.size} different ones`,
    });
  }
  return { name, filled: merged.filled[column]!, classes };
}

function classesOfColumn(
  table: SettledTable,
  column: number,
  finding: ClassFinding,
  kinds: Float64Array,
  examples: boolean,
): ReportColumn['classes'] {
  const validator = validators.find((entry) => entry.id === finding.validator)!;
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
    evidence: evidenceText(finding),
    ...shown,
  };
  const byKind = validator.kinds
    .map((kind, i) => ({ kind, values: kinds[i + 1]! }))
    .filter((entry) => entry.values > 0)
    .toSorted((a, b) => b.values - a.values);
  if (finding.class !== 'Passwords') {
    const values = kinds.reduce((sum, count) => sum + count, 0);
    return [{ ...base, kind: byKind[0]?.kind ?? finding.kind, values }];
  }
  return byKind.map((entry) => ({ ...base, ...entry }));
}

function evidenceText({ evidence }: ClassFinding): string {
  const parts = [
    evidence.name === null ? 'the column has no telling name' : `the name says so (${evidence.name})`,
    `${evidence.passed} of ${evidence.sampled} sampled values have the form, ${(evidence.chance * 100).toPrecision(2)} % would by chance`,
  ];
  if (evidence.note) parts.push(evidence.note);
  return parts.join('; ');
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
  const lost = skipped.some((part) => part.bytes > 0)
    ? ' What could not be read is not in these numbers.'
    : '';
  return {
    count: people.count,
    min: people.min,
    max: people.max,
    method:
      'Counted are groups of rows joined by the same e-mail address or by keys between tables; the lower bound also joins rows that agree on full name and on telephone, date of birth or address, ' +
      `the upper bound takes every doubtful join apart and counts test accounts.${lost}`,
    mentioned: people.mentioned,
    testAccounts: people.testAccounts,
    sharedMailboxes: people.sharedMailboxes,
  };
}
