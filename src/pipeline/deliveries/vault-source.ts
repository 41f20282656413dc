// A resolved case in the shape that the store takes. In: all deliveries resolved together. Out: walks over people, their
// identifiers and what their rows held, by the delivery in which each row stands. No value.

import { validators } from '../../recognise/index.ts';
import type { CaseSource, SourcePart } from '../../store/index.ts';
import { kindsHeld } from '../column-kinds.ts';
import { addressesInText, textColumnName, textTableName } from '../examined-people.ts';
import type { CasePart, ResolvedCase } from './resolved-case.ts';

export function vaultSource(resolved: ResolvedCase): CaseSource {
  const { deliveries, parts, people, index } = resolved;
  const { patterns, firstOf } = patternsByPart(resolved);
  const texts = deliveries.map(({ delivery, texts: sources }): SourcePart => ({
    delivery,
    name: textTableName,
    columns: [{ name: textColumnName, class: null, kinds: [] }],
    sources,
    special: [],
  }));
  return {
    deliveries: deliveries.map(({ delivery, at, skipped, partial, inputs }) => ({
      delivery,
      at,
      skipped,
      partial,
      inputs: inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    })),
    counted: {
      count: people.count,
      min: people.min,
      max: people.max,
      testAccounts: people.testAccounts,
      sharedMailboxes: people.sharedMailboxes,
      organisations: people.organisations,
      minors: people.minors,
      deceased: people.deceased,
    },
    classes: people.classes.filter((entry) => entry.people > 0),
    mentioned: people.mentioned,
    parts: [...parts.map((part) => sourcePart(part, resolved)), ...texts],
    patterns,
    people: index.count,
    flags: (person) => index.flags(person),
    forEachIdentifier: (visit) => index.forEachIdentifier(visit),
    forEachExposure(visit) {
      for (const { part, table, first, count } of parts) {
        let person = -1;
        const emit = (pattern: number) => visit(person, firstOf[part]! + pattern);
        for (let record = first; record < first + count; record++) {
          person = index.personOf(table, record);
          if (person >= 0) index.forEachPatternOf(table, record, emit);
        }
      }
    },
    forEachMention: (visit) => forEachMention(resolved, visit),
  };
}

function sourcePart(
  { delivery, delivered, table, columnOf, gatheredOf }: CasePart,
  resolved: ResolvedCase,
): SourcePart {
  const { findings, plan } = resolved.tables[table]!;
  const isOfPeople = resolved.people.tables[table]!.about !== 'nobody';
  return {
    delivery,
    name: delivered.shown,
    columns: delivered.columns.map((name, i) => {
      const [finding] = findings[columnOf[i]!] ?? [];
      const own = delivered.plan.gathered.findIndex(
        ({ column, validator }, at) =>
          column === i && validator !== -1 && validator === plan.gathered[gatheredOf[at]!]?.validator,
      );
      const kinds = finding === undefined || own < 0 ? [] : kindsHeld(finding, delivered.kinds[own]!);
      return {
        name: name ?? `column ${i + 1}`,
        class: kinds.length === 0 ? null : finding!.class,
        kinds,
      };
    }),
    sources: delivered.sources,
    special: isOfPeople ? delivered.special : [],
  };
}

/**
 * The patterns of each table anew for each of its parts, by the part's own columns. `firstOf`: by part, what makes a
 * pattern of the index the part's own.
 */
export function patternsByPart({ parts, index }: ResolvedCase): {
  patterns: CaseSource['patterns'];
  firstOf: number[];
} {
  const byTable = Map.groupBy(
    index.patterns.map((pattern, number) => ({ ...pattern, number })),
    ({ table }) => table,
  );
  const patterns: CaseSource['patterns'][number][] = [];
  const firstOf = parts.map(({ part, table, columnOf }) => {
    const ofTable = byTable.get(table) ?? [];
    const first = patterns.length - (ofTable[0]?.number ?? 0);
    for (const { columns, kinds } of ofTable) {
      const held = columns
        .map((column, i) => ({ column: columnOf.indexOf(column), kind: kinds[i] ?? null }))
        .filter(({ column }) => column >= 0);
      patterns.push({
        part,
        columns: held.map(({ column }) => column),
        kinds: held.map(({ kind }) => kind),
      });
    }
    return first;
  });
  return { patterns, firstOf };
}

/** Identifiers in texts, in rows that are nobody's, further addresses of rows, and addresses outside of rows. */
function forEachMention(
  { parts, tables, textEmails, index }: ResolvedCase,
  visit: Parameters<CaseSource['forEachMention']>[0],
): void {
  for (const { part, mentions } of parts)
    for (const { column, validator, hashes } of mentions)
      visitWords(hashes.toWords(), (low, high) =>
        visit(part, column, validators[validator]!.name, low, high),
      );
  const partsOf = Map.groupBy(parts, ({ table }) => table);
  index.forEachFurtherIdentifier((table, column, sort, low, high, record) => {
    const place = partsOf
      .get(table)!
      .findLast(({ first, count }) => first <= record && record < first + count)!;
    visit(place.part, place.columnOf.indexOf(column), sort, low, high);
  });
  textEmails.forEach((words, i) =>
    visitWords(addressesInText(tables, words), (low, high) => visit(parts.length + i, 0, 'email', low, high)),
  );
}

function visitWords(words: Uint32Array, visit: (low: number, high: number) => void): void {
  for (let i = 0; i < words.length; i += 2) visit(words[i]!, words[i + 1]!);
}
