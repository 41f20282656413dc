// What rows held: the different sets of columns with a recognised value, each once. Millions of rows have few of them.
// In: merged tables. Out: a numbered list of patterns, and for a record its pattern. Where the rows of a table differ
// so much that nearly each would have a pattern of its own, each of its columns is one.

import { decidedKind, validatorIds, validators } from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import { kindWithin } from './kinded-hash.ts';
import type { MergedTable } from './merged-table.ts';
import { hasMark, marksOf } from './table-records.ts';

export interface RowPattern {
  /** Index of the merged table. */
  table: number;
  columns: readonly number[];
  /** For each of the columns the kind of the row's own value, where that is known: of the first column of passwords. */
  kinds: readonly (string | null)[];
}

/** Calls `emit` with what the record held. */
export type PatternsOf = (record: number, emit: (pattern: number) => void) => void;

/** Patterns of one table from which on they save nothing. */
const maxPatterns = 65_536;

/** Bits of the two words that a set of columns fits into; the others are the kind of the password. */
const maskBits = 56;
const lowBits = 32;
const kindShift = maskBits - lowBits;

export class RowPatterns {
  readonly list: RowPattern[] = [];
  #ofTable = new Map<number, PatternsOf>();

  constructor(tables: MergedTable[], isWanted: (table: number) => boolean) {
    tables.forEach((table, i) => {
      if (isWanted(i)) this.#ofTable.set(i, this.#add(table, i));
    });
  }

  ofTable(table: number): PatternsOf {
    return this.#ofTable.get(table)!;
  }

  #add(table: MergedTable, index: number): PatternsOf {
    const { records } = table;
    const { columns, marks, password, kindName, kindOf } = recognised(table);
    const base = this.list.length;
    const masks = new HashIndex();
    let low = 0;
    let high = 0;
    const look = (record: number): void => {
      low = 0;
      high = kindOf(record) << kindShift;
      for (let place = 0; place < marks.length; place++) {
        if (!hasMark(records, record, marks[place]!)) continue;
        if (place < lowBits) low |= 1 << place;
        else high |= 1 << (place - lowBits);
      }
      low >>>= 0;
      high >>>= 0;
    };
    let isCompact = columns.length <= maskBits;
    for (let record = 0; isCompact && record < records.count; record++) {
      look(record);
      if (low !== 0 || high !== 0) masks.add(low, high);
      isCompact = masks.size <= maxPatterns;
    }
    const add = (held: number[], kind: number) =>
      this.list.push({
        table: index,
        columns: held,
        kinds: held.map((column) => (column === columns[password] ? kindName(kind) : null)),
      });
    if (!isCompact) {
      for (const column of columns) add([column], 0);
      const kinded = this.list.length;
      const passwords = password < 0 ? [] : [columns[password]!];
      for (let kind = 0; kind <= maxKind; kind++) add(passwords, kind);
      return (record, emit) =>
        marks.forEach((mark, place) => {
          if (hasMark(records, record, mark))
            emit(place === password ? kinded + kindOf(record) : base + place);
        });
    }
    const held = masks.toWords();
    for (let i = 0; i < held.length; i += 2)
      add(
        columns.filter((_, place) =>
          place < lowBits ? held[i]! & (1 << place) : held[i + 1]! & (1 << (place - lowBits)),
        ),
        held[i + 1]! >>> kindShift,
      );
    return (record, emit) => {
      look(record);
      if (low !== 0 || high !== 0) emit(base + masks.find(low, high));
    };
  }
}

/** As many as the hash of a password has room for. */
const maxKind = 127;

/** The recognised columns of a table, and how to tell which of them a record holds and the kind of its password. */
function recognised({ records, plan, findings }: MergedTable) {
  const isOf = (gathered: number) => plan.gathered[gathered]!.validator !== -1;
  const columns = [...new Set(plan.gathered.flatMap((entry, i) => (isOf(i) ? [entry.column] : [])))];
  const marks = columns.map((column) =>
    marksOf(records, (i) => plan.gathered[i]!.column === column && isOf(i)),
  );
  const first = plan.gathered.findIndex((entry) => entry.validator === validatorIds.password);
  const column = first < 0 ? -1 : plan.gathered[first]!.column;
  const words = first < 0 ? null : records.columns[first]!.high;
  return {
    columns,
    marks,
    /** Place of the first column of passwords among the columns, or -1. */
    password: columns.indexOf(column),
    kindOf: (record: number): number => (words === null ? 0 : kindWithin(words[record]!)),
    kindName: (kind: number): string | null => {
      const name = validators[validatorIds.password]!.kinds[kind - 1];
      return name === undefined ? null : decidedKind(findings[column]?.[0]?.kind ?? null, name);
    },
  };
}
