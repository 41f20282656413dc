// Which of millions of rows have the same hash, with memory for a part of them at a time.
// In: a scan that names each row and its hash, the same each time it is run. Out: the groups of two and more, each
// in the order of the scan. Hashes are keyed, so that nobody can make the parts uneven but by one value said often.

/** Calls `take` for each row that has a value. */
export type HashScan = (take: (low: number, high: number, item: number) => void) => void;

/** Rows grouped at a time: some 200 MB with what goes with them. */
const rowsAtOnce = 8 << 20;

/** Parts by the upper bits of a hash: of 40 million rows each holds some ten thousand, which fit into a core's cache. */
const partBits = 12;
const partCount = 1 << partBits;

const smallestRoom = 1 << 10;

/**
 * Calls `visit` with the rows of each group, at `from`..`to` of `items`. Returns how many different hashes there are.
 */
export function groupByHash(
  scan: HashScan,
  visit: (items: Int32Array, from: number, to: number) => void = () => {},
): number {
  const sizes = new Uint32Array(partCount);
  scan((low) => {
    sizes[low >>> (32 - partBits)]!++;
  });
  const groups = new PartGroups();
  let distinct = 0;
  for (let first = 0; first < partCount;) {
    let after = first;
    let rows = 0;
    while (after < partCount && (rows === 0 || rows + sizes[after]! <= rowsAtOnce)) rows += sizes[after++]!;
    if (rows > 0) distinct += groupRange(scan, sizes, first, after, rows, groups, visit);
    first = after;
  }
  return distinct;
}

function groupRange(
  scan: HashScan,
  sizes: Uint32Array,
  first: number,
  after: number,
  rows: number,
  groups: PartGroups,
  visit: (items: Int32Array, from: number, to: number) => void,
): number {
  const lows = new Uint32Array(rows);
  const highs = new Uint32Array(rows);
  const items = new Int32Array(rows);
  const ends = new Uint32Array(after - first);
  for (let part = first + 1; part < after; part++)
    ends[part - first] = ends[part - first - 1]! + sizes[part - 1]!;
  scan((low, high, item) => {
    const part = low >>> (32 - partBits);
    if (part < first || part >= after) return;
    const at = ends[part - first]!++;
    lows[at] = low;
    highs[at] = high;
    items[at] = item;
  });
  let distinct = 0;
  for (let part = first, from = 0; part < after; from = ends[part++ - first]!)
    distinct += groups.visit(lows, highs, items, from, ends[part - first]!, visit);
  // given back now: the collector sees small objects, not the megabytes behind them
  for (const { buffer } of [lows, highs, items]) buffer.transfer(0);
  return distinct;
}

/** The groups within one part; its memory serves one part after the other. */
class PartGroups {
  #slots = new Int32Array(smallestRoom);
  #groupOf = new Int32Array(0);
  #sizes = new Int32Array(0);
  #members = new Int32Array(0);

  visit(
    lows: Uint32Array,
    highs: Uint32Array,
    items: Int32Array,
    from: number,
    to: number,
    visit: (items: Int32Array, from: number, to: number) => void,
  ): number {
    const count = to - from;
    const groups = this.#number(lows, highs, from, to);
    if (groups === count) return groups;
    const sizes = this.#sizes;
    const members = this.#members;
    // sizes become ends, from which each group is filled backwards
    for (let group = 1; group < groups; group++) sizes[group]! += sizes[group - 1]!;
    for (let i = count - 1; i >= 0; i--) members[--sizes[this.#groupOf[i]!]!] = items[from + i]!;
    for (let group = 0; group < groups; group++) {
      const begin = sizes[group]!;
      const end = group + 1 < groups ? sizes[group + 1]! : count;
      if (end - begin > 1) visit(members, begin, end);
    }
    return groups;
  }

  /** Numbers the groups in the order of their first rows, and counts their rows. */
  #number(lows: Uint32Array, highs: Uint32Array, from: number, to: number): number {
    const count = to - from;
    let room = smallestRoom;
    while (room < count * 2) room *= 2;
    if (room > this.#slots.length) this.#slots = new Int32Array(room);
    else this.#slots.fill(0, 0, room);
    if (this.#groupOf.length < count) {
      this.#groupOf = new Int32Array(count * 2);
      this.#sizes = new Int32Array(count * 2);
      this.#members = new Int32Array(count * 2);
    }
    const slots = this.#slots;
    const mask = room - 1;
    let groups = 0;
    for (let i = 0; i < count; i++) {
      const low = lows[from + i]!;
      const high = highs[from + i]!;
      let slot = Math.imul(low ^ high, 0x9e3779b1);
      slot = (slot ^ (slot >>> 15)) & mask;
      for (;;) {
        const known = slots[slot]! - 1;
        if (known < 0) {
          slots[slot] = i + 1;
          this.#groupOf[i] = groups;
          this.#sizes[groups++] = 1;
          break;
        }
        if (lows[from + known] === low && highs[from + known] === high) {
          const group = this.#groupOf[known]!;
          this.#groupOf[i] = group;
          this.#sizes[group]!++;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    return groups;
  }
}
