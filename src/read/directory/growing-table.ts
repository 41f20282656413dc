// A table whose columns become known as values for them are met. In: named values, a record at a time.
// Out: records, the table named again whenever there are more columns. A second and third value of a name have
// columns of their own, so that each is judged as what it is; more are joined in a last one.

import type { RecordValue, UnpackSink } from '../unpack/unpack-sink.ts';

/** Values of a name that have a column each; the last takes all the others. */
const maxColumnsOfName = 4;

/** Directories use some hundred attributes; past this names are damage, share a column, and cost no record its room. */
const maxColumns = 500;
const sharedColumn = 'other attributes';

/** Records after which the sink is asked for room. */
const recordsAtOnce = 256;

/** A record that is longer is handed over in parts. */
const maxRecordChars = 16 << 20;
/** Bytes after which the sink is asked for room. */
const charsAtOnce = 1 << 20;

export interface GrowingTable {
  /** False where the record should be ended: it is as long as one may be. */
  add(name: string, value: RecordValue): boolean;
  /** Hands over the record that began at `offset`, if it has values. */
  end(offset: number): Promise<void>;
}

/** `joined`: names of which all values are kept in one column. */
export function createGrowingTable(sink: UnpackSink, joined: ReadonlySet<string> = new Set()): GrowingTable {
  const columns: string[] = [];
  const indices = new Map<string, number>();
  let told = 0;
  let values: RecordValue[] = [];
  let chars = 0;
  let records = 0;
  let charsSinceAsked = 0;

  const indexOf = (name: string): number => {
    const key = name.toLowerCase();
    const known = indices.get(key);
    if (known !== undefined) return known;
    if (columns.length >= maxColumns && key !== sharedColumn) return -1;
    indices.set(key, columns.length);
    return columns.push(name) - 1;
  };
  const join = (index: number, value: RecordValue): void => {
    const before = values[index] ?? null;
    values[index] = before === null ? value : `${textOf(before)}; ${textOf(value)}`;
  };

  return {
    add(name, value) {
      chars += (value?.length ?? 0) + 1;
      const most = joined.has(name.toLowerCase()) ? 1 : maxColumnsOfName;
      for (let i = 1; i <= most; i++) {
        const index = indexOf(i === 1 ? name : `${name} ${i}`);
        if (index < 0) break;
        if (i < most && (values[index] ?? null) !== null) continue;
        join(index, value);
        return chars < maxRecordChars;
      }
      join(indexOf(sharedColumn), `${name}: ${textOf(value)}`);
      return chars < maxRecordChars;
    },
    async end(offset) {
      if (values.length === 0) return;
      if (told < columns.length) sink.table({ name: '', columns: [...columns] });
      told = columns.length;
      sink.record(
        offset,
        Array.from(columns, (_, i) => values[i] ?? null),
      );
      charsSinceAsked += chars;
      [values, chars] = [[], 0];
      if (++records % recordsAtOnce !== 0 && charsSinceAsked < charsAtOnce) return;
      charsSinceAsked = 0;
      await sink.drained();
    },
  };
}

function textOf(value: RecordValue): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : (value ?? '');
}
