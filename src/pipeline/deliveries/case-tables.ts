// The tables of all deliveries of a case, as if they had been read together: parts of one table are one. In: deliveries
// with their rows. Out: tables to be resolved, and where the rows of each delivered table lie in them. Rows are taken; of
// files that several deliveries hold, those of one.

import { type Mentions, type MergedTable, HashIndex, joinRecords, tableKeys } from '../../resolve/index.ts';
import { joinHeads, lacksValues, placesIn } from './join-heads.ts';
import type { Delivery, DeliveredTable, DeliveryRows } from './delivery.ts';
import { deliveredEvidence } from './evidence-of.ts';
import type { CasePart } from './resolved-case.ts';
import { groupParts } from './group-parts.ts';
import { standingReadings } from './stand-aside.ts';

export interface CaseTables {
  tables: MergedTable[];
  parts: CasePart[];
  /** Addresses outside of rows. */
  textEmails: HashIndex;
  /** The same by delivery, low and high words in turn. */
  textsOf: Uint32Array[];
  /** Parts of which a table asks more than was gathered of them: they were read before others told what they hold. */
  lacking: CasePart[];
}

export interface DeliveryWithRows {
  delivery: Delivery;
  rows: DeliveryRows;
}

/** `deliveries` in ascending order: the same ones give the same tables, and the same people by number. */
export function caseTables(deliveries: readonly DeliveryWithRows[]): CaseTables {
  const joined: CaseTables = {
    tables: [],
    parts: [],
    textEmails: new HashIndex(),
    textsOf: standingTexts(deliveries),
    lacking: [],
  };
  const numbers = new Map<string, number>();
  const numberOf = (database: string): number => {
    if (!numbers.has(database)) numbers.set(database, numbers.size);
    return numbers.get(database)!;
  };
  for (const { databases, parts } of groupParts(deliveries.map(({ delivery }) => delivery)))
    joinGroup(
      parts.map(({ at, table, head }) => ({
        head,
        part: deliveries.slice(0, at).reduce((sum, { delivery }) => sum + delivery.tables.length, table),
        delivery: deliveries[at]!.delivery.delivery,
        records: deliveries[at]!.rows.records[table]!,
        mentions: deliveries[at]!.rows.mentions[table]!,
      })),
      databases.map(numberOf),
      joined,
    );
  joined.parts.sort((a, b) => a.part - b.part).forEach((place, i) => (place.part = i));
  for (const words of joined.textsOf)
    for (let i = 0; i < words.length; i += 2) joined.textEmails.add(words[i]!, words[i + 1]!);
  return joined;
}

/** None of a delivery whose texts another one holds as well. */
function standingTexts(deliveries: readonly DeliveryWithRows[]): Uint32Array[] {
  const readings = deliveries.map(({ delivery, rows }, at) => {
    const { of, troubleOf } = deliveredEvidence(delivery);
    const evidence = new Map(delivery.texts.map((leaf) => [of(leaf), troubleOf(leaf)]));
    return { at, evidence, words: rows.textEmails };
  });
  const standing = new Set(standingReadings(readings));
  return readings.map((reading) => (standing.has(reading) ? reading.words : new Uint32Array(0)));
}

interface GroupPart {
  head: DeliveredTable;
  /** Its place among the tables of all deliveries. */
  part: number;
  delivery: number;
  records: DeliveryRows['records'][number];
  mentions: Mentions[];
}

function joinGroup(parts: readonly GroupPart[], [database, ...alsoIn]: number[], joined: CaseTables): void {
  const { columns, schema, findings, plan, columnOf } = joinHeads(parts.map(({ head }) => head));
  const table = joined.tables.length;
  const gatheredOf = parts.map(({ head }, i) => placesIn(plan, head, columnOf[i]!));
  const filled = new Float64Array(columns.length);
  const kinds = plan.gathered.map(() => new Float64Array(96));
  let first = 0;
  parts.forEach(({ head, part, delivery, records, mentions }, i) => {
    const place: CasePart = {
      part,
      delivery,
      delivered: head,
      table,
      first,
      count: records.count,
      columnOf: columnOf[i]!,
      gatheredOf: gatheredOf[i]!,
      mentions,
    };
    joined.parts.push(place);
    first += records.count;
    head.filled.forEach((count, column) => (filled[columnOf[i]![column]!]! += count));
    head.kinds.forEach((counts, gathered) => {
      const into = kinds[gatheredOf[i]![gathered]!];
      if (into) counts.forEach((count, kind) => (into[kind]! += count));
    });
    if (lacksValues(plan, head, columnOf[i]!, gatheredOf[i]!)) joined.lacking.push(place);
  });
  joined.tables.push({
    name: schema?.name || parts[0]!.head.name,
    database: database!,
    ...(alsoIn.length > 0 ? { alsoIn } : {}),
    columns: columns.map((name, i) => ({ name, type: schema?.columns[i]?.type ?? null })),
    schema,
    keys: tableKeys(columns, schema),
    rows: sum(parts, ({ head }) => head.rows),
    unreadRows: sum(parts, ({ head }) => head.unreadRows),
    filled,
    findings,
    plan,
    kinds,
    parts: [],
    records: joinRecords(
      plan,
      parts.map(({ records }, i) => ({ records, columnFor: inverse(gatheredOf[i]!, plan.gathered.length) })),
    ),
    weakDoubles: sum(parts, ({ head }) => head.weakDoubles),
    mentions: parts.flatMap(({ mentions }, i) =>
      mentions.map((entry) => ({ ...entry, column: columnOf[i]![entry.column]! })),
    ),
  });
}

function sum(parts: readonly GroupPart[], of: (part: GroupPart) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}

function inverse(places: Int32Array, length: number): Int32Array {
  const from = new Int32Array(length).fill(-1);
  places.forEach((place, i) => {
    if (place >= 0) from[place] = i;
  });
  return from;
}
