// What an examination found person by person, for whoever keeps it in a case or checks it against a truth.
// In: findings and the report made of them. Out: the index of people, the tables it speaks of, and the way from a
// written identifier to its hash. No value of the leak.

import { validatorIds, validators } from '../recognise/index.ts';
import type { ExposureReport } from '../report/index.ts';
import { HashIndex, type IdentifierSort, type MergedTable, type PeopleIndex } from '../resolve/index.ts';
import { documentSchema } from './document-tables.ts';
import type { Findings } from './findings.ts';
import { createIdentifierHasher, type HashIdentifier } from './identifier-hasher.ts';
import { tableSources, textSources } from './table-sources.ts';

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
  const sources = tableSources(found);
  const { tables } = found.settled;
  let hash: HashIdentifier | null = null;
  return {
    index: found.people.index,
    tables: [
      ...report.tables.map((table, i) => ({
        name: table.name,
        columns: table.columns.map(examinedColumn),
        sources: sources[i]!,
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
      const words = addressesInText(
        tables.map(({ merged }) => merged),
        found.textEmails.toWords(),
      );
      for (let i = 0; i < words.length; i += 2) visit(tables.length, 0, 'email', words[i]!, words[i + 1]!);
    },
    hash: (sort, text) => (hash ??= createIdentifierHasher(seed))(sort, text),
    seed,
    report,
  };
}

/** What is not read as rows is searched for addresses: they stand in a table of their own. */
function textTable(report: ExposureReport): ExaminedTable {
  return {
    name: textTableName,
    columns: [{ name: textColumnName, class: null, kind: null, kinds: [] }],
    sources: textSources(report),
  };
}

export const textTableName = 'text outside of rows';
export const textColumnName = 'e-mail address';

/** Of addresses outside of rows those that the rows made of documents do not hold; low and high words in turn. */
export function addressesInText(tables: readonly MergedTable[], words: Uint32Array): Uint32Array {
  const rest = new HashIndex();
  const inRows = new HashIndex();
  for (const merged of tables) {
    if (words.length === 0 || merged.name !== documentSchema.name) continue;
    merged.plan.gathered.forEach(({ validator }, i) => {
      const { low, high } = merged.records.columns[i]!;
      if (validator !== validatorIds.email || high === null) return;
      for (let record = 0; record < merged.records.count; record++) inRows.add(low[record]!, high[record]!);
    });
  }
  for (let i = 0; i < words.length; i += 2)
    if (inRows.find(words[i]!, words[i + 1]!) < 0) rest.add(words[i]!, words[i + 1]!);
  return rest.toWords();
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
