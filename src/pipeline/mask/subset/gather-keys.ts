// The keys of the rows of one stretch, as keyed hashes of 64 bits. In: a stretch read for the columns that keys have. Out: for
// each row its table, and the hash of each key of that table. No value.

import {
  type CellDecoder,
  createPrf,
  type MaskKeys,
  type Stretch,
  type WantedColumns,
} from '../../../mask/index.ts';
import type { SubsetPlan, SubsetTable } from './plan-subset.ts';
import { type ListEnds, listEnds } from './row-lists.ts';

export interface StretchKeys extends ListEnds {
  /** Of each row, in the order of the stretch: the number of its table in the plan; `notCut` for the others. */
  tables: Uint16Array<ArrayBuffer>;
  /** For each key of each row that is cut, in order: high and low bits; 0, 0 where the row refers to nothing by it. */
  hashes: Uint32Array<ArrayBuffer>;
}

export const notCut = 0xffff;

export interface KeyGatherer {
  /** For the reader of the stretch. */
  wanted: WantedColumns;
  /** `decoder`: of the file. */
  gather: (stretch: Stretch, decoder: CellDecoder) => StretchKeys;
}

const [lowerA, upperA, upperZ, blank] = [0x61, 0x41, 0x5a, 0x20];
/** Stands in no text in UTF-8: between the parts of a key. */
const between = 0xff;

export function createKeyGatherer(plan: SubsetPlan, keys: MaskKeys): KeyGatherer {
  const prf = createPrf(keys.of('subset', 16));
  const numbers = new Map(plan.tables.map(({ name }, number) => [name.toLowerCase(), number]));
  const most = Math.max(0, ...plan.tables.map(({ columns }) => columns.length));
  /** The cell of each column of the row. */
  const cellOf = new Int32Array(most);
  let key = new Uint8Array(256);

  /** The length of the key so far with the cell added; -1 where it holds nothing. */
  function add(stretch: Stretch, decoder: CellDecoder, cell: number, length: number): number {
    if (cell < 0 || !decoder.decode(stretch, cell)) return -1;
    const { bytes, start } = decoder;
    const end = trimmedEnd(decoder);
    if (end === start) return -1;
    if (length + end - start + 1 > key.length) {
      const larger = new Uint8Array((length + end - start + 1) * 2);
      larger.set(key);
      key = larger;
    }
    let at = length;
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!;
      // databases that compare without letter case take these for equal: rather a row too many than one too few
      key[at++] = byte >= upperA && byte <= upperZ ? byte + lowerA - upperA : byte;
    }
    key[at++] = between;
    return at;
  }

  function hash(stretch: Stretch, decoder: CellDecoder, places: readonly number[], hashes: number[]): void {
    let length = 0;
    for (const place of places) {
      length = add(stretch, decoder, cellOf[place]!, length);
      if (length < 0) return void hashes.push(0, 0);
    }
    prf.hash(key, 0, length);
    hashes.push(prf.hi, prf.lo === 0 && prf.hi === 0 ? 1 : prf.lo);
  }

  return {
    wanted(table, columns, width) {
      const places = new Int32Array(width).fill(-1);
      const number = numbers.get(table.toLowerCase());
      if (number === undefined) return places;
      const wanted = plan.tables[number]!.columns;
      for (let place = 0; place < width; place++)
        places[place] = columnAt(wanted, columns?.[place] ?? String(place + 1));
      return places;
    },

    gather(stretch, decoder) {
      const { rows, cells, tables } = stretch;
      const tableOf = tables.map(({ table }) => numbers.get(table.toLowerCase()) ?? notCut);
      const found = new Uint16Array(rows.count);
      const hashes: number[] = [];
      let cell = 0;
      for (let row = 0; row < rows.count; row++) {
        const number = tableOf[rows.tables[row]!]!;
        found[row] = number;
        const table: SubsetTable | undefined = plan.tables[number];
        cellOf.fill(-1);
        for (; cell < cells.count && cells.starts[cell]! < rows.ends[row]!; cell++)
          if (cells.starts[cell]! >= rows.starts[row]!) cellOf[cells.columns[cell]!] = cell;
        for (const places of table?.keys ?? []) hash(stretch, decoder, places, hashes);
      }
      return { tables: found, hashes: Uint32Array.from(hashes), ...listEnds(stretch) };
    },
  };
}

function columnAt(columns: readonly string[], name: string): number {
  return columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}

function trimmedEnd({ bytes, start, end }: CellDecoder): number {
  let to = end;
  while (to > start && bytes[to - 1] === blank) to--;
  return to;
}
