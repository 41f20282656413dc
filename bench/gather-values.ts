// Values of a few columns of a dump, decoded and laid end to end, for what is measured on values alone.
// In: a dump that states its tables, and columns as `table.column`. Out: for each so many bytes at most.

import { loadKernel } from '../src/kernel/index.ts';
import {
  ByteWindow,
  createValueDecoder,
  plainNotation,
  layoutWindow,
  openFileSource,
  SqlReader,
  type TableSchema,
} from '../src/read/index.ts';

export interface ColumnValues {
  bytes: Uint8Array;
  /** Where each value ends; it begins where the one before ends. */
  ends: Uint32Array;
}

/** Enough for a hundred thousand values, little enough to stay near the processor. */
const maxBytes = 4 << 20;
const maxValues = 100_000;

/** Throws where a column is not in the dump. */
export function gatherValues(path: string, columns: string[]): Map<string, ColumnValues> {
  const layout = layoutWindow();
  const { scratch, scratchBytes } = layout;
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes });
  const decoder = createValueDecoder(kernel.bytes, {
    notation: plainNotation,
    charset: 'utf8',
    scratch,
    scratchBytes,
  });
  const schemas = new Map<string, TableSchema>();
  const parts = new Map(
    columns.map((column) => [column, { bytes: new Uint8Array(maxBytes), used: 0, ends: [] as number[] }]),
  );
  let wanted: { position: number; column: string }[] = [];
  const decoded = { start: 0, end: 0 };
  const source = openFileSource(path);
  const reader = new SqlReader(new ByteWindow(kernel, layout, source), {
    schema: (schema) => void schemas.set(schema.name, schema),
    schemaOf: (table) => schemas.get(table),
    database() {},
    text() {},
    insert(table, names, notation) {
      decoder.notation = notation;
      wanted = (names ?? []).flatMap((name, position) => {
        const column = `${table}.${name}`;
        return parts.has(column) ? [{ position, column }] : [];
      });
    },
    row(_offset, starts, ends) {
      for (const { position, column } of wanted) {
        const part = parts.get(column)!;
        if (part.ends.length >= maxValues || !decoder.decode(starts[position]!, ends[position]!, decoded))
          continue;
        const length = decoded.end - decoded.start;
        if (length === 0 || part.used + length > maxBytes) continue;
        part.bytes.set(kernel.bytes.subarray(decoded.start, decoded.end), part.used);
        part.ends.push((part.used += length));
      }
    },
    skipped() {},
  });
  reader.read(0, Infinity);
  source.close();
  return new Map(
    [...parts].map(([column, { bytes, used, ends }]) => {
      if (ends.length === 0) throw new Error(`no value of ${column} in the sample`);
      return [column, { bytes: bytes.slice(0, used), ends: Uint32Array.from(ends) }];
    }),
  );
}
