// The values of a row in the order in which they stand, where that is not the order of the columns. In: spans by column; those
// without bytes are of columns that the row does not have. Out: columns, in the order of the file.

export class PlaceOrder {
  /** The columns, once sorted. */
  places = new Uint32Array(256);
  #keys = new Float64Array(256);

  /** Returns how many columns the row has. */
  sort(starts: Uint32Array, ends: Uint32Array, count: number): number {
    if (count > this.places.length) {
      this.places = new Uint32Array(count * 2);
      this.#keys = new Float64Array(count * 2);
    }
    const keys = this.#keys;
    let known = 0;
    let isSorted = true;
    for (let place = 0; place < count; place++) {
      if (starts[place]! >= ends[place]!) continue;
      keys[known] = starts[place]! * mostPlaces + place;
      if (known > 0 && keys[known]! < keys[known - 1]!) isSorted = false;
      known++;
    }
    if (!isSorted) keys.subarray(0, known).sort();
    for (let i = 0; i < known; i++) this.places[i] = keys[i]! % mostPlaces;
    return known;
  }
}

/** More than a row of JSON has columns; a start of 32 bits times this is a whole number still. */
const mostPlaces = 2 ** 20;
