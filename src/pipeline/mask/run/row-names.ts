// The first name and the last name of one row, which stand in cells of their own. In: the values as they are met. Out: both
// side by side, once both are there; and what may be asked for of both as one.

const room = 256;

export class RowNames {
  readonly bytes = new Uint8Array(2 * room);
  readonly firstStart = 0;
  firstEnd = 0;
  readonly lastStart = room;
  lastEnd = room;

  /** Both as one, up to `keyEnd`. */
  readonly key = new Uint8Array(2 * room + 1);
  keyEnd = 0;

  /** Another row begins. */
  clear(): void {
    this.firstEnd = this.firstStart;
    this.lastEnd = this.lastStart;
  }

  /** True where both are there; what is longer than a name is left out. */
  add(method: 'first-name' | 'last-name', bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > room) return false;
    const to = method === 'first-name' ? this.firstStart : this.lastStart;
    for (let at = start; at < end; at++) this.bytes[to + at - start] = bytes[at]!;
    if (method === 'first-name') this.firstEnd = to + end - start;
    else this.lastEnd = to + end - start;
    return this.firstEnd > this.firstStart && this.lastEnd > this.lastStart;
  }

  join(): void {
    const { bytes, key } = this;
    let to = 0;
    for (let at = this.firstStart; at < this.firstEnd; at++) key[to++] = bytes[at]!;
    key[to++] = 0;
    for (let at = this.lastStart; at < this.lastEnd; at++) key[to++] = bytes[at]!;
    this.keyEnd = to;
  }
}
