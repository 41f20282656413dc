// Where the payload of a cell is: wholly in its page, or begun there and gone on in a chain of overflow
// pages. In: a page and the position of a cell. Out: the bytes of the record, and whether they are whole.
// Every page of a chain is claimed, so that chains that cross or turn back end there.

import { type PageFile, leafTablePage } from './page-file.ts';
import { claim, type PageMap, settled } from './page-map.ts';
import { readVarint, type Varint } from './varint.ts';

/** One row's bytes that are kept: texts of a row fit many times over, films do not. */
export const maxPayloadBytes = 16 << 20;

export interface Payload {
  bytes: Buffer;
  from: number;
  end: number;
  /** What the cell says its record is long. */
  statedBytes: number;
  /** Where the row id is, in the page; 0, 0 in an index. */
  rowIdAt: number;
  rowIdEnd: number;
  /** `end` is before the stated end: the chain is damaged. */
  isCut: boolean;
  /** The record goes on past `maxPayloadBytes`. */
  isLong: boolean;
}

export function createPayload(): Payload {
  return {
    bytes: Buffer.alloc(0),
    from: 0,
    end: 0,
    statedBytes: 0,
    rowIdAt: 0,
    rowIdEnd: 0,
    isCut: false,
    isLong: false,
  };
}

const varint: Varint = { value: 0, next: 0 };

/**
 * Fills `into` with the cell at `at` of a page that ends at `pageEnd` of `page`; false where no cell
 * can be there. Without `wanted` chains are claimed and nothing is copied.
 */
export function locatePayload(
  file: PageFile,
  map: PageMap,
  page: Buffer,
  pageEnd: number,
  type: number,
  at: number,
  into: Payload,
  wanted = true,
): boolean {
  if (at + 2 > pageEnd) return false;
  const isTable = type === leafTablePage;
  readVarint(page, type === 2 ? at + 4 : at, varint);
  const size = varint.value;
  into.rowIdAt = into.rowIdEnd = varint.next;
  if (isTable) {
    readVarint(page, varint.next, varint);
    into.rowIdEnd = varint.next;
  }
  const from = into.rowIdEnd;
  const local = localBytes(size, file.header.usableBytes, isTable);
  if (from + local > pageEnd || size >= 2 ** 31) return false;
  into.statedBytes = size;
  into.isCut = into.isLong = false;
  into.bytes = page;
  into.from = from;
  into.end = from + local;
  if (local === size) return true;
  if (from + local + 4 > pageEnd) return false;
  collectOverflow(file, map, page.readUInt32BE(from + local), size, into, wanted);
  return true;
}

/** How much of a payload stays in the page; source: section 1.6 of the file format. */
function localBytes(size: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.trunc(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.trunc(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

function collectOverflow(
  file: PageFile,
  map: PageMap,
  first: number,
  size: number,
  into: Payload,
  wanted: boolean,
): void {
  const local = into.end - into.from;
  const each = file.header.usableBytes - 4;
  const pieces: Uint8Array[] = [into.bytes.subarray(into.from, into.end)];
  let held = local;
  let passed = local;
  let next = first;
  while (passed < size) {
    if (!claim(map, next, settled)) {
      into.isCut = true;
      break;
    }
    const length = Math.min(each, size - passed);
    const isKept = wanted && held < maxPayloadBytes;
    const page = file.start(next, isKept ? length + 4 : 4);
    if (!page) {
      into.isCut = true;
      break;
    }
    if (isKept) {
      pieces.push(page.subarray(4));
      held += length;
    }
    passed += length;
    next = page.readUInt32BE(0);
  }
  into.isLong = wanted && held < passed;
  if (!wanted) return;
  into.bytes = Buffer.concat(pieces);
  into.from = 0;
  into.end = into.bytes.length;
}
