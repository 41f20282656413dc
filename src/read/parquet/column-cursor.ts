// One column of a row group, a value a row. In: its chunk of the file. Out: values in turn; a list as the JSON
// text of its entries. Holds one page and one dictionary.

import type { ColumnChunk } from 'hyparquet';
import type { RandomAccess } from '../random-access.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { damage } from './damage.ts';
import type { LeafColumn } from './leaf-columns.ts';
import { type DataPage, type PageSource, readPage } from './read-page.ts';

/** Entries of one list that are kept. */
const maxListEntries = 100_000;

/** Pages and dictionaries of all columns together: what the unpacking process can bear. */
const maxHeldBytes = 384 << 20;

/** What the columns of one row group hold together. */
export interface Held {
  bytes: number;
}

export interface ColumnCursor {
  column: LeafColumn;
  /** The value of the next row; undefined where the chunk is over. Throws where it is damaged. */
  next(): RecordValue | undefined;
  /** Gives up what it holds. */
  release(): void;
  /** Where it has read to. */
  offset(): number;
}

/** Throws `ColumnDamage` where the chunk cannot be in this file. */
export function createColumnCursor(
  access: RandomAccess,
  column: LeafColumn,
  chunk: ColumnChunk | undefined,
  held: Held,
): ColumnCursor {
  const meta = chunk?.meta_data;
  if (!chunk || chunk.crypto_metadata || !meta) return damage('is encrypted, or not described');
  if (chunk.file_path !== undefined && chunk.file_path !== '') damage('is in another file');
  const first = meta.dictionary_page_offset || meta.data_page_offset;
  const begin = Number(first);
  const end = begin + Number(meta.total_compressed_size);
  if (!(begin >= 4 && end >= begin && end <= access.sizeBytes)) damage('lies outside the file');
  const source: PageSource = { access, column, codec: meta.codec, dictionary: null, dictionaryBytes: 0 };
  let at = begin;
  let page: DataPage | null = null;
  let i = 0;
  let mine = 0;

  const hold = (bytes: number): void => {
    held.bytes += bytes - mine;
    mine = bytes;
  };

  /** The page that has the next value; null at the end. */
  const current = (): DataPage | null => {
    while (!page || i === page.values) {
      page = null;
      if (at >= end) return null;
      const read = readPage(source, at, end);
      ({ page, next: at } = read);
      i = 0;
      hold((page?.heldBytes ?? 0) + source.dictionaryBytes);
      if (held.bytes > maxHeldBytes)
        damage('does not fit in the memory that is given; smaller row groups would help');
    }
    return page;
  };

  const nextFlat = (): RecordValue | undefined => {
    const from = current();
    if (!from) return undefined;
    const isThere = !from.definition || from.definition[i] === column.maxDefinition;
    i++;
    return isThere ? from.next() : null;
  };

  const nextList = (): RecordValue | undefined => {
    let from = current();
    if (!from) return undefined;
    const entries: unknown[] = [];
    const isNull = (from.definition?.[i] ?? 0) < column.listDefinition;
    do {
      const level = from.definition ? from.definition[i]! : column.maxDefinition;
      i++;
      const value = level === column.maxDefinition ? from.next() : null;
      if (level >= column.entryDefinition && entries.length < maxListEntries) entries.push(jsonValue(value));
      from = current();
    } while (from && (from.repetition?.[i] ?? 0) > 0);
    return isNull ? null : JSON.stringify(entries);
  };

  return {
    column,
    next: column.maxRepetition === 0 ? nextFlat : nextList,
    release() {
      hold(0);
      page = null;
      source.dictionary = null;
    },
    offset: () => at,
  };
}

function jsonValue(value: RecordValue): string | null {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
