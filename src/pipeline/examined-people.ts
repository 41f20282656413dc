// What an examination found person by person, for whoever keeps it in a case or checks it against a truth.
// In: findings and the report made of them. Out: the index of people, the tables it speaks of, and the way from a
// written identifier to its hash. No value of the leak.

import { validatorIds, validators } from '../recognise/index.ts';
import type { ExposureReport } from '../report/index.ts';
import { HashIndex, type IdentifierSort, type PeopleIndex } from '../resolve/index.ts';
import { documentSchema } from './document-tables.ts';
import type { Findings } from './findings.ts';
import { createIdentifierHasher, type HashIdentifier } from './identifier-hasher.ts';
import { tableKey } from './read-job.ts';

export interface ExaminedColumn {
  name: string;
  /** Null where nothing was recognised. */
  class: string | null;
  /** The most frequent one. */
  kind: string | null;
  kinds: { kind: string | null; values: number }[];
}

export interface ExaminedTable {
  name: string;
  columns: ExaminedColumn[];
  /** Files that hold rows of it, as paths that the report shows. */
  sources: string[];
}

export interface ExaminedPeople {
  index: PeopleIndex;
  /** By the numbers that the patterns of the index have; the last one is not a table but the text outside of all rows. */
  tables: ExaminedTable[];
  /** Identifiers in texts, in rows that are nobody's, and further addresses of rows: by the column they stand in. */
  forEachMention(
    visit: (table: number, column: number, sort: IdentifierSort, low: number, high: number) => void,
  ): void;
  hash: HashIdentifier;
  /** What the hashes are keyed by. */
  seed: readonly [number, number];
  report: ExposureReport;
}

export function examinedPeople(
  found: Findings,
  report: ExposureReport,
  seed: readonly [number, number],
): ExaminedPeople {
  const sources = sourcesByTable(found);
  const { tables } = found.settled;
  let hash: HashIdentifier | null = null;
  return {
    index: found.people.index,
    tables: [
      ...report.tables.map((table, i) => ({
        name: table.name,
        columns: table.columns.map(examinedColumn),
        sources: tables[i]!.keys.flatMap((key) => sources.get(key) ?? []).toSorted(),
      })),
      textTable(report),
    ],
    forEachMention(visit) {
      tables.forEach(({ merged }, table) => {
        for (const { column, validator, hashes } of merged.mentions) {
          const { name } = validators[validator]!;
          const words = hashes.toWords();
          for (let i = 0; i < words.length; i += 2) visit(table, column, name, words[i]!, words[i + 1]!);
        }
      });
      found.people.index.forEachFurtherIdentifier(visit);
      const words = addressesInText(found).toWords();
      for (let i = 0; i < words.length; i += 2) visit(tables.length, 0, 'email', words[i]!, words[i + 1]!);
    },
    hash: (sort, text) => (hash ??= createIdentifierHasher(seed))(sort, text),
    seed,
    report,
  };
}

/** What is not read as rows is searched for addresses: they stand in a table of their own. */
function textTable({ inputs, inside, skipped }: ExposureReport): ExaminedTable {
  const texts = [...inputs, ...inside].filter(({ documents }) => documents > 0);
  const paths = new Set([...texts, ...skipped].map(({ path }) => path));
  return {
    name: 'text outside of rows',
    columns: [{ name: 'e-mail address', class: null, kind: null, kinds: [] }],
    sources: [...(paths.size > 0 ? paths : inputs.map(({ path }) => path))].toSorted(),
  };
}

/** Those that the rows made of documents do not hold already. */
function addressesInText({ settled, textEmails }: Findings): HashIndex {
  const rest = new HashIndex();
  const inRows = new HashIndex();
  for (const { merged } of settled.tables) {
    if (merged.name !== documentSchema.name) continue;
    merged.plan.gathered.forEach(({ validator }, i) => {
      const { low, high } = merged.records.columns[i]!;
      if (validator !== validatorIds.email || high === null) return;
      for (let record = 0; record < merged.records.count; record++) inRows.add(low[record]!, high[record]!);
    });
  }
  const words = textEmails.toWords();
  for (let i = 0; i < words.length; i += 2)
    if (inRows.find(words[i]!, words[i + 1]!) < 0) rest.add(words[i]!, words[i + 1]!);
  return rest;
}

function examinedColumn({
  name,
  classes,
}: ExposureReport['tables'][number]['columns'][number]): ExaminedColumn {
  const own = classes.filter(({ kind }) => kind !== 'in text');
  return {
    name,
    class: own[0]?.class ?? null,
    kind: own[0]?.kind ?? null,
    kinds: own.map(({ kind, values }) => ({ kind, values })),
  };
}

/** The leaves that have rows of each table, by its key. */
function sourcesByTable({ read }: Findings): Map<string, string[]> {
  const sources = new Map<string, Set<string>>();
  for (const { leaf, tables } of read.results.flatMap((result) => result.confirmed)) {
    for (const table of tables) {
      const key = tableKey(table);
      const known = sources.get(key);
      if (known) known.add(leaf);
      else sources.set(key, new Set([leaf]));
    }
  }
  return new Map([...sources].map(([key, leaves]) => [key, [...leaves]]));
}
