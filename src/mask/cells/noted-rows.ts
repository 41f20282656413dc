// Where the rows and the listed cells of a stretch are: arrays that grow, and are used again for the next.

import { PlaceOrder } from './place-order.ts';
import type { Cells, Rows } from './stretch.ts';

export class NotedRows {
  readonly cells: Cells = {
    count: 0,
    starts: new Uint32Array(4096),
    ends: new Uint32Array(4096),
    columns: new Int32Array(4096),
  };
  readonly rows: Rows = {
    count: 0,
    starts: new Uint32Array(1024),
    ends: new Uint32Array(1024),
    tables: new Uint32Array(1024),
  };

  readonly #order = new PlaceOrder();

  clear(): void {
    this.cells.count = 0;
    this.rows.count = 0;
  }

  /** The values at `places` of a row, from memory positions moved by `shift`, under their numbers. */
  values(places: Uint32Array, numbers: Int32Array, from: Uint32Array, to: Uint32Array, shift: number): void {
    const { cells } = this;
    if (cells.count + places.length > cells.starts.length) this.#growCells(places.length);
    const { starts, ends, columns } = cells;
    let next = cells.count;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      starts[next] = from[place]! + shift;
      ends[next] = to[place]! + shift;
      columns[next++] = numbers[i]!;
    }
    cells.count = next;
  }

  /** Values that stand in another order than the columns, some of them missing; `numbers` by column, -1 for none. */
  sparse(numbers: Int32Array, from: Uint32Array, to: Uint32Array, count: number, shift: number): void {
    const { cells } = this;
    const known = this.#order.sort(from, to, Math.min(count, numbers.length));
    if (cells.count + known > cells.starts.length) this.#growCells(known);
    const { starts, ends, columns } = cells;
    let next = cells.count;
    for (let i = 0; i < known; i++) {
      const place = this.#order.places[i]!;
      if (numbers[place]! < 0) continue;
      starts[next] = from[place]! + shift;
      ends[next] = to[place]! + shift;
      columns[next++] = numbers[place]!;
    }
    cells.count = next;
  }

  #growCells(more: number): void {
    const { cells } = this;
    const length = Math.max(cells.starts.length * 2, cells.count + more);
    cells.starts = larger(cells.starts, length);
    cells.ends = larger(cells.ends, length);
    const columns = new Int32Array(length);
    columns.set(cells.columns);
    cells.columns = columns;
  }

  row(start: number, end: number, table: number): void {
    const { rows } = this;
    if (rows.count === rows.starts.length) {
      const length = rows.count * 2;
      rows.starts = larger(rows.starts, length);
      rows.ends = larger(rows.ends, length);
      rows.tables = larger(rows.tables, length);
    }
    rows.starts[rows.count] = start;
    rows.ends[rows.count] = end;
    rows.tables[rows.count++] = table;
  }
}

function larger(array: Uint32Array, length: number): Uint32Array {
  const grown = new Uint32Array(length);
  grown.set(array);
  return grown;
}
