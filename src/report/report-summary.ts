/*
 * What both the terminal and the page say about a report, worked out once, so that they cannot differ.
 * In: an exposure report whose texts are visible. Out: the sentences of the answer and the lists behind
 * it, each sorted by what matters most. It decides no layout.
 */
import type { ExposureReport, ReportLink, ReportTable } from './exposure-report.ts';
import { fitText } from './fit-text.ts';
import { bytesText, countOf, countText } from './number-text.ts';
import { passwordMeaning } from './password-meaning.ts';
import type { PasswordMeaning } from './password-meaning.ts';
import { warningsOf } from './report-warnings.ts';
import { isTroubled } from './file-state.ts';
import { surveyFiles } from './survey-files.ts';
import type { FileSurvey } from './survey-files.ts';
import { sentencesOnTablesApart } from './tables-apart.ts';

export interface PasswordKind extends PasswordMeaning {
  kind: string;
  values: number;
}

export interface ReportSummary {
  /** '711,204 people', '1 person', 'No people', 'Nothing could be read as rows'. */
  headline: string;
  /** true when no table and no document was read and nobody counted: then 'no people' would say more than is known. */
  isUnread: boolean;
  /** false when a file or a place in one could not be read: then every number is of what could be read. */
  isWhole: boolean;
  /** 'between 708,913 and 715,020 by what the rows show', 'by what the rows show' where both agree, or '' when nobody was found. */
  bounds: string;
  /** The same as a sentence, never empty. */
  boundsSentence: string;
  /** What is known of some of the people, one phrase each; empty when there is nothing. */
  among: string[];
  /** What was counted apart from the people, one phrase each; empty when there is nothing. */
  apart: string[];
  /** Why the true number may be higher; empty when every file was read whole. */
  warnings: string[];
  /** Tables with people's data, most people first. */
  peopleTables: ReportTable[];
  /** Sentences about the other tables, see tables-apart.ts; empty when there are none. */
  tablesApart: string[];
  /** Kinds of stored passwords, the easiest to read first. */
  passwordKinds: PasswordKind[];
  /** What each file held and what became of it. */
  files: FileSurvey;
  /** '3 places, 12.4 kB in all', or ''. */
  skipped: string;
}

/* MySQL and PostgreSQL stop at 64 characters; more is cut in the middle. */
const longestName = 120;

/** Never throws; numbers are taken as they come. */
export function summariseReport(report: ExposureReport): ReportSummary {
  const { people, inputs, inside } = report;
  const files = surveyFiles(report);
  const { places } = files;
  const skippedBytes = places.reduce((sum, place) => sum + place.bytes, 0);
  const hasDocuments = [...inputs, ...inside].some(({ documents }) => documents > 0);
  const isUnread = people.count === 0 && report.tables.length === 0 && !hasDocuments && inputs.length > 0;
  const isWhole =
    places.length === 0 && files.insideTroubled === 0 && !files.inputs.some(({ state }) => isTroubled(state));
  return {
    headline: isUnread
      ? 'Nothing could be read as rows'
      : people.count === 0
        ? 'No people'
        : countOf(people.count, 'person', 'people'),
    isUnread,
    isWhole,
    bounds: boundsText(people, isWhole),
    boundsSentence: boundsSentence(people, isWhole),
    among: amongPeople(people),
    apart: apartFromPeople(people),
    warnings: warningsOf(files),
    peopleTables: report.tables
      .filter((table) => table.about !== 'nobody')
      .sort((a, b) => b.people - a.people || b.rows - a.rows || compareNames(a.name, b.name)),
    tablesApart: sentencesOnTablesApart(report.tables),
    passwordKinds: passwordKindsOf(report),
    files,
    skipped:
      places.length === 0
        ? ''
        : `${countOf(places.length, 'place', 'places')}, ${bytesText(skippedBytes)} in all`,
  };
}

/** The classes of a table, each once, in the order of the report's classes (most people first). */
export function classesOfTable(table: ReportTable, report: ExposureReport): string[] {
  const here = new Set(table.columns.flatMap((column) => column.classes.map((found) => found.class)));
  const listed = report.classes.map((found) => found.class).filter((name) => here.has(name));
  return [...new Set([...listed, ...here])];
}

/** 'uid → users.uid, same person'; long names are cut, they stand in full in the JSON document. */
export function linkText(link: ReportLink): string {
  const [column, table, toColumn] = [link.column, link.table, link.toColumn].map((name) =>
    fitText(nameText(name), 40),
  );
  const basis = link.basis === 'implied' ? ', implied' : '';
  return `${column} → ${table}.${toColumn}, ${link.meaning}${basis}`;
}

/** A table or column may have no name, one that is drawn as nothing, or one of megabytes. */
export function nameText(name: string): string {
  return name.trim() === '' ? '(no name)' : fitText(name, longestName);
}

/** 'users.email'; names of several words are kept apart by more than a full stop. */
export function columnPath(table: string, column: string): string {
  const names = [nameText(table), nameText(column)];
  return names.join(names.some((name) => name.includes(' ')) ? ': ' : '.');
}

const asRead = 'in what could be read';

function boundsText(people: ExposureReport['people'], isWhole: boolean): string {
  const basis = isWhole ? 'by what the rows show' : asRead;
  if (areOne(people)) return isWhole && people.count === 0 ? '' : basis;
  return `between ${countText(people.min)} and ${countText(people.max)} ${basis}`;
}

function boundsSentence(people: ExposureReport['people'], isWhole: boolean): string {
  if (!areOne(people)) return `B${boundsText(people, isWhole).slice(1)}.`;
  if (people.count === 0) return `No data that singles a person out was found${isWhole ? '' : ` ${asRead}`}.`;
  return isWhole ? 'The lowest and the highest count agree.' : 'This is the number in what could be read.';
}

function areOne({ count, min, max }: ExposureReport['people']): boolean {
  return min === count && max === count;
}

function apartFromPeople(people: ExposureReport['people']): string[] {
  const phrases: [number, string, string][] = [
    [people.mentioned, 'address mentioned only in texts', 'addresses mentioned only in texts'],
    [numbersMentioned(people), 'number mentioned only in texts', 'numbers mentioned only in texts'],
    [people.testAccounts, 'test account', 'test accounts'],
    [people.sharedMailboxes, 'shared mailbox', 'shared mailboxes'],
    [people.organisations, 'organisation', 'organisations'],
  ];
  return phrases.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many));
}

function amongPeople(people: ExposureReport['people']): string[] {
  const phrases: [number, string][] = [
    [people.minors, 'under 18'],
    [people.deceased, 'said to be dead'],
  ];
  return phrases.filter(([count]) => count > 0).map(([count, what]) => `${countText(count)} ${what}`);
}

/** Telephones, numbers of people and of accounts. */
function numbersMentioned({ mentionedByClass }: ExposureReport['people']): number {
  return mentionedByClass.reduce(
    (sum, found) => sum + (found.class === 'Email addresses' ? 0 : found.values),
    0,
  );
}

const strengthOrder = { readable: 0, weak: 1, slowed: 2, slow: 3 } as const;

function passwordKindsOf(report: ExposureReport): PasswordKind[] {
  return report.classes
    .filter((found) => found.class === 'Passwords' || found.class === 'Historical passwords')
    .flatMap((found) => found.kinds)
    .map(({ kind, values }) => {
      const { strength, meaning } = passwordMeaning(kind);
      return { kind, values, strength, meaning };
    })
    .sort((a, b) => strengthOrder[a.strength] - strengthOrder[b.strength] || b.values - a.values);
}

/* By code unit, not by locale: the same report looks the same on every machine. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
