/*
 * A sink that believes nothing: every call of a reader is held to what the interface promises, and what was told
 * is kept as places. In: calls of a reader. Out: faults in words, and the bytes that somebody has been told of.
 */
import type { ByteWindow } from '../../src/read/byte-window.ts';
import { plainNotation } from '../../src/read/notation.ts';
import type { RowSink } from '../../src/read/row-sink.ts';
import type { TableSchema } from '../../src/read/table-schema.ts';
import { createValueDecoder } from '../../src/read/value-decoder.ts';

export interface Told {
  /** A line for each row, in the order they were told. */
  places: string[];
  /** As statements gave them, by name in lower case: those of an earlier stretch are known in a later one. */
  schemas: Map<string, TableSchema>;
  faults: Set<string>;
  /** By byte of the source: whether it was part of what was told. */
  covered: Uint8Array;
}

const AT = 0x40;
const BACKSLASH = 0x5c;

export function nothingTold(sizeBytes: number): Told {
  return { places: [], schemas: new Map(), faults: new Set(), covered: new Uint8Array(sizeBytes) };
}

/**
 * `placesAreBytes`: places of rows are offsets of the source, else numbers the format gives.
 * `mayBeRagged`: rows may be longer than the one that names the columns.
 */
export function checkedSink(
  window: ByteWindow,
  told: Told,
  {
    charset,
    placesAreBytes,
    mayBeRagged,
  }: { charset: string; placesAreBytes: boolean; mayBeRagged: boolean },
): RowSink {
  const { bytes, layout } = window;
  const { scratch, scratchBytes } = layout;
  const decoder = createValueDecoder(bytes, { notation: plainNotation, charset, scratch, scratchBytes });
  const decoded = { start: 0, end: 0 };
  let columns: string[] | null | undefined;
  let last = 0;

  const fault = (text: string) => void told.faults.add(text);

  function take(offset: number, from: number, to: number): void {
    if (!(from >= window.from && from <= to && to <= window.to)) return fault('a span outside the window');
    if (!placesAreBytes) return;
    if (offset !== window.offsetOf(from)) return fault('a place that is not where its bytes are');
    if (offset < last) fault('a place told out of order');
    last = offset + (to - from);
    told.covered.fill(1, offset, last);
  }

  /** Everything around it is told elsewhere or of no meaning. */
  function takeValue(start: number, end: number): void {
    if (end === start) return;
    if (!(start >= layout.scratch && start <= end && end <= window.to))
      return fault('a value outside the memory');
    if (placesAreBytes && start >= window.from)
      told.covered.fill(1, window.offsetOf(start), window.offsetOf(end));
    if (!decoder.decode(start, end, decoded)) return;
    if (!(decoded.start <= decoded.end && decoded.end <= window.to))
      fault('a value decoded out of the memory');
  }

  return {
    schema(schema) {
      if (schema.columns.some(({ name, type }) => typeof name !== 'string' || typeof type !== 'string'))
        fault('a schema without names');
      told.schemas.set(schema.name.toLowerCase(), schema);
    },
    schemaOf: (table) => told.schemas.get(table.toLowerCase()),
    database: () => {},
    insert(table, names, notation) {
      if (typeof table !== 'string') fault('a table without a name');
      if (names?.some((name) => typeof name !== 'string')) fault('a column without a name');
      decoder.notation = notation;
      columns = names;
    },
    row(offset, starts, ends, count, ats, atFrom, atTo) {
      if (columns === undefined) fault('a row before its table');
      if (columns && count > columns.length && !mayBeRagged) fault('a row of more values than columns');
      if (!Number.isFinite(offset)) fault('a row without a place');
      if (placesAreBytes && offset < last) fault('a row told out of order');
      const signs = new Set(ats.subarray(atFrom, atTo));
      const values: string[] = [];
      let first = Infinity;
      for (let i = 0; i < count; i++) {
        const [start, end] = [starts[i]!, ends[i]!];
        takeValue(start, end);
        if (end > start) first = Math.min(first, start);
        if (end > start && placesAreBytes) last = Math.max(last, window.offsetOf(end));
        if (end > start) values.push(`${columnName(columns?.[i] ?? i)} ${end - start}`);
        for (let p = start; p < end; p++)
          // no address has a backslash before its sign
          if (bytes[p] === AT && bytes[p - 1] !== BACKSLASH && !signs.has(p)) fault('an @ sign missed');
      }
      if (placesAreBytes && first < Infinity) {
        if (first < window.from + offset - window.offsetOf(window.from))
          fault('a row that begins after its values');
        told.covered.fill(1, offset, last);
      }
      // columns stand in the order in which they were met
      told.places.push(`row ${offset} ${values.sort().join(', ')}`);
    },
    text(offset, from, to) {
      take(offset, from, to);
    },
    skipped(offset, reason, from, to) {
      if (reason === '') fault('skipped without a reason');
      take(offset, from, to);
    },
  };
}

/** Names that are met twice are numbered as they are met. */
function columnName(name: string | number): string {
  return String(name)
    .toLowerCase()
    .replace(/ \(\d+\)$/u, '');
}
