// Reads the next page of a column: its header, which of its values are there, and the values.
// In: where it begins. Out: levels in a byte each and a function for the values; sizes are checked first.

import type { CompressionCodec, PageHeader } from 'hyparquet/src/types.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import type { RandomAccess } from '../random-access.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { checkRuns, thriftEnd } from './check-encoding.ts';
import { damage } from './damage.ts';
import type { LeafColumn } from './leaf-columns.ts';
import { rawValues } from './raw-values.ts';
import { unpackPage } from './unpack-page.ts';
import { valueText } from './value-text.ts';

/** Writers aim at 1 MB; DuckDB allows itself 100 MB. */
export const maxPageBytes = 128 << 20;

/** Values in a page: of columns with few different ones Arrow puts a whole row group, 1,048,576 rows, in one. */
export const maxPageValues = 4 << 20;

/** Headers are some 50 bytes; with the statistics of long values they can be long. */
const headerProbes = [512, 64 << 10, 2 << 20];

export interface DataPage {
  values: number;
  /** Null where every value is there. */
  definition: Uint8Array | null;
  /** Null where there are no lists. */
  repetition: Uint8Array | null;
  next: () => RecordValue;
  /** What it takes in memory. */
  heldBytes: number;
}

export interface PageSource {
  access: RandomAccess;
  column: LeafColumn;
  codec: CompressionCodec;
  /** Values that data pages refer to by number. */
  dictionary: RecordValue[] | null;
  dictionaryBytes: number;
}

/** The page at `offset` of a chunk that ends at `end`, and where the next begins; a null page holds no rows. */
export function readPage(
  source: PageSource,
  offset: number,
  end: number,
): { page: DataPage | null; next: number } {
  const { header, from } = readHeader(source, offset, end);
  const { type, compressed_page_size: packedBytes, uncompressed_page_size: sizeBytes } = header;
  if (!(packedBytes >= 0 && packedBytes <= maxPageBytes && sizeBytes >= 0 && sizeBytes <= maxPageBytes))
    damage(`has a page larger than ${maxPageBytes >> 20} MB`);
  const next = from + packedBytes;
  if (next > end) damage('goes on past its end');
  if (type !== 'DATA_PAGE' && type !== 'DATA_PAGE_V2' && type !== 'DICTIONARY_PAGE')
    return { page: null, next };
  const values =
    header.data_page_header?.num_values ??
    header.data_page_header_v2?.num_values ??
    header.dictionary_page_header?.num_values ??
    -1;
  if (values < 0 || values > maxPageValues) damage(`has a page of more than ${maxPageValues} values`);
  const packed = source.access.readSync(from, packedBytes);
  if (packed.length < packedBytes) damage('ends early');
  if (type === 'DATA_PAGE') return { page: pageV1(source, header, packed, values), next };
  if (type === 'DATA_PAGE_V2') return { page: pageV2(source, header, packed, values), next };
  readDictionary(source, unpackPage(packed, source.codec, sizeBytes), values);
  return { page: null, next };
}

function readHeader(
  { access }: PageSource,
  offset: number,
  end: number,
): { header: PageHeader; from: number } {
  for (const probe of headerProbes) {
    const bytes = access.readSync(offset, Math.min(probe, end - offset));
    const length = thriftEnd(bytes, 0);
    if (length < 0) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { header: parquetHeader({ view, offset: 0 }), from: offset + length };
  }
  return damage('has a page without a header');
}

function readDictionary(source: PageSource, bytes: Uint8Array, values: number): void {
  const { element } = source.column;
  const toText = valueText(element);
  const next = rawValues(bytes, 0, 'PLAIN', element.type!, element.type_length ?? 0, values);
  source.dictionary = Array.from({ length: values }, () => toText(next()));
  source.dictionaryBytes = bytes.length * 2 + values * 32;
}

function pageV1(source: PageSource, header: PageHeader, packed: Uint8Array, values: number): DataPage {
  const { maxDefinition, maxRepetition } = source.column;
  const page = header.data_page_header ?? damage('has a page without a header');
  const bytes = unpackPage(packed, source.codec, header.uncompressed_page_size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const levels = (max: number, encoding: string): Uint8Array | null => {
    if (max === 0) return null;
    if (encoding !== 'RLE') damage(`has levels that are not read (${encoding})`);
    const from = at + 4;
    at = from + (at + 4 <= bytes.length ? view.getUint32(at, true) : damage('ends early'));
    return readLevels(bytes, from, at, max, values);
  };
  const repetition = levels(maxRepetition, page.repetition_level_encoding);
  const definition = levels(maxDefinition, page.definition_level_encoding);
  return dataPage(source, bytes, at, page.encoding, values, definition, repetition);
}

function pageV2(source: PageSource, header: PageHeader, packed: Uint8Array, values: number): DataPage {
  const { maxDefinition, maxRepetition } = source.column;
  const page = header.data_page_header_v2 ?? damage('has a page without a header');
  const repetitionEnd = page.repetition_levels_byte_length;
  const at = repetitionEnd + page.definition_levels_byte_length;
  const sizeBytes = header.uncompressed_page_size - at;
  if (repetitionEnd < 0 || at < repetitionEnd || at > packed.length || sizeBytes < 0) damage('ends early');
  const repetition = maxRepetition === 0 ? null : readLevels(packed, 0, repetitionEnd, maxRepetition, values);
  const definition =
    maxDefinition === 0 ? null : readLevels(packed, repetitionEnd, at, maxDefinition, values);
  const rest = packed.subarray(at);
  const bytes = page.is_compressed === false ? rest : unpackPage(rest, source.codec, sizeBytes);
  return dataPage(source, bytes, 0, page.encoding, values, definition, repetition);
}

/** Levels of `values` values, a byte each; fewer than there are values is damage. */
function readLevels(bytes: Uint8Array, from: number, to: number, max: number, values: number): Uint8Array {
  const width = 32 - Math.clz32(max);
  checkRuns(bytes, from, to, width, values);
  const levels = new Uint8Array(values);
  const view = new DataView(bytes.buffer, bytes.byteOffset, to);
  readRleBitPackedHybrid({ view, offset: from }, width, levels, to - from);
  return levels;
}

function dataPage(
  source: PageSource,
  bytes: Uint8Array,
  at: number,
  encoding: string,
  values: number,
  definition: Uint8Array | null,
  repetition: Uint8Array | null,
): DataPage {
  const { element, maxDefinition } = source.column;
  let there = values;
  if (definition) for (const level of definition) if (level < maxDefinition) there--;
  const toText = valueText(element);
  let next: () => RecordValue;
  if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    next = dictionaryValues(source, bytes, at, there);
  } else {
    const raw = rawValues(bytes, at, encoding as never, element.type!, element.type_length ?? 0, there);
    next = () => toText(raw());
  }
  return { values, definition, repetition, next, heldBytes: bytes.length + values * 8 };
}

function dictionaryValues(
  source: PageSource,
  bytes: Uint8Array,
  at: number,
  count: number,
): () => RecordValue {
  const { dictionary } = source;
  if (!dictionary) return damage('has no dictionary');
  const numbers = new Uint32Array(count);
  const width = count === 0 ? 0 : (bytes[at] ?? damage('ends early'));
  if (width > 0) {
    checkRuns(bytes, at + 1, bytes.length, width, count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    readRleBitPackedHybrid({ view, offset: at + 1 }, width, numbers, bytes.length - at - 1);
  }
  let i = 0;
  return () => {
    const value = i < count ? dictionary[numbers[i++]!] : undefined;
    return value === undefined ? damage('names values that its dictionary does not have') : value;
  };
}
