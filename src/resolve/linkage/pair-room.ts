// Pairs set aside with their cell until the weights are known, in flat memory of a bounded size. 12 bytes a pair.

export interface PairRoom {
  size: number;
  a: Int32Array;
  b: Int32Array;
  cell: Uint32Array;
  /** More came than there was room for: what is here is not all. */
  isFull: boolean;
}

export function createPairRoom(): PairRoom {
  return { size: 0, a: new Int32Array(0), b: new Int32Array(0), cell: new Uint32Array(0), isFull: false };
}

export function setAside(room: PairRoom, most: number, a: number, b: number, cell: number): void {
  if (room.size === most) {
    room.isFull = true;
    return;
  }
  if (room.size === room.a.length) {
    const size = Math.min(most, Math.ceil(room.size * 1.5) + 1024);
    const { a: as, b: bs, cell: cells } = room;
    (room.a = new Int32Array(size)).set(as);
    (room.b = new Int32Array(size)).set(bs);
    (room.cell = new Uint32Array(size)).set(cells);
  }
  room.a[room.size] = a;
  room.b[room.size] = b;
  room.cell[room.size++] = cell;
}
