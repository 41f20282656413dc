// What an examination found person by person, for whoever keeps it in a case or checks it against a truth.
// In: findings and the report made of them. Out: the index of people, the tables it speaks of, and the way from a
// written identifier to its hash. No value of the leak.

import { validators } from '../recognise/index.ts';
import type { ExposureReport } from '../report/index.ts';
import type { IdentifierSort, PeopleIndex } from '../resolve/index.ts';
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
  /** By the numbers that the patterns of the index have. */
  tables: ExaminedTable[];
  /** Identifiers in texts, and further addresses in rows about somebody: by the column they stand in. */
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
    tables: report.tables.map((table, i) => ({
      name: table.name,
      columns: table.columns.map(examinedColumn),
      sources: tables[i]!.keys.flatMap((key) => sources.get(key) ?? []).toSorted(),
    })),
    forEachMention(visit) {
      tables.forEach(({ merged }, table) => {
        for (const { column, validator, hashes } of merged.mentions) {
          const { name } = validators[validator]!;
          const words = hashes.toWords();
          for (let i = 0; i < words.length; i += 2) visit(table, column, name, words[i]!, words[i + 1]!);
        }
      });
      found.people.index.forEachFurtherAddress(visit);
    },
    hash: (sort, text) => (hash ??= createIdentifierHasher(seed))(sort, text),
    seed,
    report,
  };
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
