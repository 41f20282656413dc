// One row of JSON at a time: an object whose members become columns, an array, or a lone value.
// In: bytes in linear memory, and room for the table of keys. Out: the span of each column's value and the
// positions of `@`. Keys are compared in place with the key that came next in the row before; only a key
// that is not the expected one is looked up. It never allocates and never looks past what it is given,
// but for a step of 16 bytes.

// What reading a row came to (`jsonEnds` in json-code.ts).
const ROW: i32 = 0;
const CUT: i32 = 1;
const MALFORMED: i32 = 2;
const TOO_MANY_KEYS: i32 = 3;
const LONG_KEY: i32 = 4;
const REPEATED_KEY: i32 = 5;
const TOO_MANY_ATS: i32 = 6;
const TOO_DEEP: i32 = 7;
const READ_ON: i32 = -1;

// Limits (`jsonLimits` in json-code.ts).
const MAX_COLUMNS: u32 = 4096;
const MAX_ENTRIES: u32 = 8192;
const MAX_KEY_BYTES: u32 = 1024;
const MAX_ARENA_BYTES: u32 = 1 << 20;
const MAX_DEPTH: i32 = 32;
const MAX_NESTING: u32 = 1024;
const MAX_CHILDREN: u32 = 256;
const MAX_REPEATS: i32 = 8;
const SLOTS: u32 = 16384;

// An entry of the table of keys: a key under its parent.
const ENTRY_BYTES: u32 = 64;
const KEY_AT: usize = 0;
const KEY_LENGTH: usize = 4;
const PARENT: usize = 8;
const COLUMN: usize = 12; // one more than the column; 0 for none
const NEXT: usize = 16; // the key that came after this one
const FIRST: usize = 20; // the key that came first inside
const AGAIN: usize = 24; // the entry of the same key, a second time in one row
const STAMP: usize = 28; // the row this key was last seen in
const CHILDREN: usize = 32;
const WHOLE: usize = 36; // objects under this key stay one value
const HAS_AT: usize = 40;
const SLOT: usize = 44; // one more than its slot; 0 where none finds it
const COLUMNS: usize = 48; // of a root: columns so far
const FIRST_TIME: usize = 52; // of an entry that is another's AGAIN: that other

// Parts of the room, in bytes from its beginning (`jsonRoom` in json-code.ts).
const STARTS_AT: usize = 0;
const ENDS_AT: usize = 16384;
const NEW_AT: usize = 32768;
const STACK_AT: usize = 49152;
const NESTING_AT: usize = 51200;
const SLOTS_AT: usize = 53248;
const ENTRIES_AT: usize = 118784;
const ARENA_AT: usize = 643072;

let room: usize = 0;
let starts: usize = 0;
let ends: usize = 0;
let entries: usize = 0;
let entryCount: u32 = 0;
let arenaUsed: u32 = 0;
let newCount: u32 = 0;
let oneLine: bool = false;
let stamp: u32 = 0;
let root: u32 = 0;
let end: usize = 0;
let count: u32 = 0;
let atsOut: usize = 0;
let atsNext: usize = 0;
let atsEnd: usize = 0;
let failure: i32 = 0;

/** Empties the table of keys. `withinLines`: a line end inside a row breaks it. */
export function jsonBegin(roomAt: usize, atOut: usize, atCapacity: u32, withinLines: bool): void {
  room = roomAt;
  starts = room + STARTS_AT;
  ends = room + ENDS_AT;
  entries = room + ENTRIES_AT;
  oneLine = withinLines;
  atsOut = atOut;
  atsNext = atOut;
  atsEnd = atOut + ((<usize>atCapacity) << 2);
  entryCount = 1;
  arenaUsed = 0;
  newCount = 0;
  stamp = 0;
  memory.fill(room + SLOTS_AT, 0, SLOTS * 4);
}

/** The root of another table, whose first columns are no keys; 0 where there is no room for one. */
export function jsonTable(reserved: u32): u32 {
  if (entryCount >= MAX_ENTRIES) return 0;
  const entry = entryCount++;
  memory.fill(entryAt(entry), 0, ENTRY_BYTES);
  store<u32>(entryAt(entry), reserved, COLUMNS);
  return entry;
}

/** One past the row, or how far it was looked at. */
export function jsonEnd(): usize {
  return end;
}

/** Columns of the row. */
export function jsonCount(): u32 {
  return count;
}

/** Columns first seen in this row, the last ones of `jsonCount`. */
export function jsonNewColumns(): u32 {
  return newCount;
}

export function jsonAts(): u32 {
  return <u32>((atsNext - atsOut) >> 2);
}

// @ts-ignore: decorator
@inline
function entryAt(entry: u32): usize {
  return entries + <usize>(entry * ENTRY_BYTES);
}

// @ts-ignore: decorator
@inline
function isBare(byte: u32): bool {
  return (
    byte - 0x30 <= 9 ||
    (byte | 0x20) - 0x61 <= 25 ||
    byte == 0x2d ||
    byte == 0x2e ||
    byte == 0x2b ||
    byte == 0x5f
  );
}

// @ts-ignore: decorator
@inline
function skipSpace(from: usize): usize {
  let p = from;
  let byte = <u32>load<u8>(p);
  while (byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09) {
    if (byte == 0x0a && oneLine) break;
    byte = <u32>load<u8>(++p);
  }
  return p;
}

/** The reason why nothing could be read at `p`: 0 and `failure` say so together. */
function fail(code: i32, p: usize, to: usize): usize {
  failure = p >= to ? CUT : code;
  end = p >= to ? to : p;
  return 0;
}

/** From the byte after the opening quote to the closing one; 0 where there is none. */
// @ts-ignore: decorator
@inline
function stringEnd(from: usize, to: usize): usize {
  let p = from;
  while (p < to) {
    const bytes = v128.load(p);
    let marks = <u32>(
      i8x16.bitmask(
        v128.or(
          v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
          v128.or(i8x16.eq(bytes, i8x16.splat(0x0a)), i8x16.eq(bytes, i8x16.splat(0x40))),
        ),
      )
    );
    let next = p + 16;
    while (marks) {
      const mark = p + <usize>ctz(marks);
      if (mark >= to) return fail(CUT, to, to);
      const byte = load<u8>(mark);
      if (byte == 0x22) return mark;
      if (byte == 0x0a) return fail(MALFORMED, mark, to);
      if (byte == 0x5c) {
        if (mark + 1 < to && load<u8>(mark + 1) < 0x20) return fail(MALFORMED, mark + 1, to);
        next = mark + 2;
        break;
      }
      if (!addAt(mark)) return fail(TOO_MANY_ATS, mark, to);
      marks &= marks - 1;
    }
    p = next;
  }
  return fail(CUT, to, to);
}

// @ts-ignore: decorator
@inline
function addAt(position: usize): bool {
  if (atsNext == atsEnd) return false;
  store<u32>(atsNext, <u32>position);
  atsNext += 4;
  return true;
}

/** A number, `true`, `null`, `NaN`, or what the shell of MongoDB writes: `ISODate("…")`; one past it, or 0. */
function bareEnd(from: usize, to: usize): usize {
  let p = from;
  while (isBare(load<u8>(p))) p++;
  if (p >= to || p == from) return fail(MALFORMED, p, to);
  if (load<u8>(p) != 0x28) return p;
  p++;
  while (p < to) {
    const byte = <u32>load<u8>(p);
    if (byte == 0x22) {
      p = stringEnd(p + 1, to);
      if (p == 0) return 0;
      p++;
    } else if (byte == 0x29) return p + 1;
    else if (isBare(byte) || byte == 0x20 || byte == 0x2c || byte == 0x3a) p++;
    else return fail(MALFORMED, p, to);
  }
  return fail(CUT, to, to);
}

/** An object or array taken whole; one past its closing bracket, or 0. */
function nestedEnd(from: usize, to: usize): usize {
  const stack = room + NESTING_AT;
  let depth: u32 = 0;
  let p = from;
  while (p < to) {
    const byte = <u32>load<u8>(p);
    if (byte == 0x22) {
      p = stringEnd(p + 1, to);
      if (p == 0) return 0;
    } else if (byte == 0x7b || byte == 0x5b) {
      if (depth == MAX_NESTING) return fail(TOO_DEEP, p, to);
      store<u8>(stack + <usize>depth, byte + 2);
      depth++;
    } else if (byte == 0x7d || byte == 0x5d) {
      depth--;
      if (<u32>load<u8>(stack + <usize>depth) != byte) return fail(MALFORMED, p, to);
      if (depth == 0) return p + 1;
    } else if (
      !isBare(byte) && byte != 0x2c && byte != 0x3a && byte != 0x20 && byte != 0x0d && byte != 0x09 &&
      byte != 0x28 && byte != 0x29 && (byte != 0x0a || oneLine)
    ) {
      return fail(MALFORMED, p, to);
    }
    p++;
  }
  return fail(CUT, to, to);
}

// @ts-ignore: decorator
@inline
function valueEnd(from: usize, to: usize): usize {
  const byte = load<u8>(from);
  if (byte == 0x22) {
    const close = stringEnd(from + 1, to);
    return close == 0 ? 0 : close + 1;
  }
  if (byte == 0x5b || byte == 0x7b) return nestedEnd(from, to);
  return bareEnd(from, to);
}

// @ts-ignore: decorator
@inline
function isKey(entry: u32, parent: u32, from: usize): bool {
  if (entry == 0 || entry >= entryCount) return false;
  const at = entryAt(entry);
  if (load<u32>(at, PARENT) != parent || load<u32>(at, FIRST_TIME) != 0) return false;
  const length = load<u32>(at, KEY_LENGTH);
  return load<u8>(from + <usize>length) == 0x22 && isSame(<usize>load<u32>(at, KEY_AT), from, length);
}

/** Keys lie in the arena eight bytes apart at least, with zeros behind them. */
// @ts-ignore: decorator
@inline
function isSame(key: usize, from: usize, length: u32): bool {
  let left = length;
  let p = from;
  let q = key;
  while (left >= 8) {
    if (load<u64>(p) != load<u64>(q)) return false;
    p += 8;
    q += 8;
    left -= 8;
  }
  if (left == 0) return true;
  return ((load<u64>(p) ^ load<u64>(q)) << (64 - ((<u64>left) << 3))) == 0;
}

function hashOf(parent: u32, from: usize, length: u32): u32 {
  let hash: u32 = 0x811c9dc5 ^ (parent * 0x9e3779b1);
  for (let i: u32 = 0; i < length; i++) hash = (hash ^ <u32>load<u8>(from + <usize>i)) * 0x01000193;
  return (hash ^ (hash >> 15)) & (SLOTS - 1);
}

/** The entry of the key at `from`, found or added; 0 where there is no room. */
function findKey(parent: u32, from: usize, length: u32): u32 {
  const slots = room + SLOTS_AT;
  let slot = hashOf(parent, from, length);
  for (;;) {
    const entry = load<u32>(slots + <usize>(slot << 2));
    if (entry == 0) break;
    const at = entryAt(entry);
    if (
      load<u32>(at, PARENT) == parent &&
      load<u32>(at, KEY_LENGTH) == length &&
      isSame(<usize>load<u32>(at, KEY_AT), from, length)
    ) {
      return entry;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  const entry = addKey(parent, from, length);
  if (entry != 0) {
    store<u32>(slots + <usize>(slot << 2), entry);
    store<u32>(entryAt(entry), slot + 1, SLOT);
    const parentAt = entryAt(parent);
    store<u32>(parentAt, load<u32>(parentAt, CHILDREN) + 1, CHILDREN);
  }
  return entry;
}

function addKey(parent: u32, from: usize, length: u32): u32 {
  const taken = (length + 15) & ~7;
  if (entryCount >= MAX_ENTRIES || arenaUsed + taken > MAX_ARENA_BYTES) return 0;
  const entry = entryCount++;
  const at = entryAt(entry);
  const key = room + ARENA_AT + <usize>arenaUsed;
  arenaUsed += taken;
  memory.fill(key, 0, taken);
  memory.copy(key, from, length);
  memory.fill(at, 0, ENTRY_BYTES);
  store<u32>(at, <u32>key, KEY_AT);
  store<u32>(at, length, KEY_LENGTH);
  store<u32>(at, parent, PARENT);
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(key + <usize>i) == 0x40) store<u32>(at, 1, HAS_AT);
  }
  return entry;
}

/** Takes back entries and columns, the last first, down to what there was. */
function dropTo(entryMark: u32, arenaMark: u32, columnMark: u32): void {
  while (newCount > columnMark) {
    newCount--;
    const entry = load<u32>(room + NEW_AT + <usize>(newCount << 2));
    store<u32>(entryAt(entry), 0, COLUMN);
    store<u32>(entryAt(root), load<u32>(entryAt(root), COLUMNS) - 1, COLUMNS);
  }
  while (entryCount > entryMark) {
    entryCount--;
    const at = entryAt(entryCount);
    const slot = load<u32>(at, SLOT);
    if (slot != 0) {
      store<u32>(room + SLOTS_AT + <usize>((slot - 1) << 2), 0);
      const parentAt = entryAt(load<u32>(at, PARENT));
      store<u32>(parentAt, load<u32>(parentAt, CHILDREN) - 1, CHILDREN);
    }
    const firstTime = load<u32>(at, FIRST_TIME);
    if (firstTime != 0) store<u32>(entryAt(firstTime), 0, AGAIN);
  }
  arenaUsed = arenaMark;
}

/** The entry for a key that was seen in this row before; 0 after too many. */
function repeated(entry: u32): u32 {
  let seen = entry;
  for (let i = 0; i < MAX_REPEATS; i++) {
    const at = entryAt(seen);
    let again = load<u32>(at, AGAIN);
    if (again == 0) {
      again = addKey(load<u32>(at, PARENT), <usize>load<u32>(at, KEY_AT), load<u32>(at, KEY_LENGTH));
      if (again == 0) return 0;
      store<u32>(at, again, AGAIN);
      store<u32>(entryAt(again), seen, FIRST_TIME);
    }
    if (load<u32>(entryAt(again), STAMP) != stamp) return again;
    seen = again;
  }
  return 0;
}

/** The column of an entry, given one if it has none; -1 where there are no more. */
// @ts-ignore: decorator
@inline
function columnOf(entry: u32): i32 {
  const at = entryAt(entry);
  const column = load<u32>(at, COLUMN);
  return column != 0 ? <i32>(column - 1) : newColumn(entry);
}

function newColumn(entry: u32): i32 {
  const rootAt = entryAt(root);
  const column = load<u32>(rootAt, COLUMNS);
  if (column >= MAX_COLUMNS) return -1;
  store<u32>(rootAt, column + 1, COLUMNS);
  store<u32>(entryAt(entry), column + 1, COLUMN);
  store<u32>(room + NEW_AT + <usize>(newCount << 2), entry);
  newCount++;
  return <i32>column;
}

function beginRow(): void {
  atsNext = atsOut;
  newCount = 0;
  if (++stamp == 0) stamp = 1;
  failure = 0;
}

/** Reads the object at `from` as a row of the table with that root. Nothing stays of a row that cannot be read. */
export function jsonObject(from: usize, to: usize, tableRoot: u32): i32 {
  root = tableRoot;
  beginRow();
  const entryMark = entryCount;
  const arenaMark = arenaUsed;
  const known = load<u32>(entryAt(root), COLUMNS);
  memory.fill(starts, 0, <usize>(known << 2));
  memory.fill(ends, 0, <usize>(known << 2));
  const code = readMembers(from, to);
  if (code != ROW) dropTo(entryMark, arenaMark, 0);
  count = load<u32>(entryAt(root), COLUMNS);
  return code;
}

// @ts-ignore: decorator
@inline
function stop(code: i32, p: usize, to: usize): i32 {
  fail(code, p, to);
  return failure;
}

function readMembers(from: usize, to: usize): i32 {
  const stack = room + STACK_AT;
  let depth = 0;
  let parent = root;
  let before: u32 = 0; // the key before in this object
  let p = from + 1;
  while (p < to) {
    p = skipSpace(p);
    let byte = load<u8>(p);
    if (p >= to) return stop(CUT, to, to);
    if (byte == 0x22) {
      const key = p + 1;
      const expected = before == 0 ? load<u32>(entryAt(parent), FIRST) : load<u32>(entryAt(before), NEXT);
      let entry = expected;
      if (isKey(expected, parent, key)) {
        p = key + <usize>load<u32>(entryAt(entry), KEY_LENGTH);
        if (load<u32>(entryAt(entry), HAS_AT) && stringEnd(key, to) == 0) return failure;
      } else {
        p = stringEnd(key, to);
        if (p == 0) return failure;
        const length = <u32>(p - key);
        if (length > MAX_KEY_BYTES) return stop(LONG_KEY, p, to);
        entry = findKey(parent, key, length);
        if (entry == 0) return stop(TOO_MANY_KEYS, p, to);
        if (before == 0) store<u32>(entryAt(parent), entry, FIRST);
        else store<u32>(entryAt(before), entry, NEXT);
      }
      if (p >= to) return stop(CUT, to, to);
      before = entry;
      if (load<u32>(entryAt(entry), STAMP) == stamp) {
        entry = repeated(entry);
        if (entry == 0) return stop(REPEATED_KEY, p, to);
      }
      store<u32>(entryAt(entry), stamp, STAMP);
      p++;
      if (load<u8>(p) != 0x3a) p = skipSpace(p);
      if (load<u8>(p) != 0x3a) return stop(MALFORMED, p, to);
      p++;
      if (load<u8>(p) <= 0x20) p = skipSpace(p);
      byte = load<u8>(p);
      if (byte == 0x7b) {
        const inside = skipSpace(p + 1);
        const isValue = load<u8>(inside) == 0x22 && load<u8>(inside + 1) == 0x24;
        if (!isValue && depth < MAX_DEPTH && load<u32>(entryAt(entry), WHOLE) == 0) {
          const at = stack + <usize>(depth << 5);
          store<u32>(at, parent);
          store<u32>(at, before, 4);
          store<u32>(at, <u32>p, 8);
          store<u32>(at, entryCount, 12);
          store<u32>(at, arenaUsed, 16);
          store<u32>(at, newCount, 20);
          store<u32>(at, <u32>((atsNext - atsOut) >> 2), 24);
          depth++;
          parent = entry;
          before = 0;
          p++;
          continue;
        }
      }
      const column = columnOf(entry);
      if (column < 0) return stop(TOO_MANY_KEYS, p, to);
      const valueStop = valueEnd(p, to);
      if (valueStop == 0) return failure;
      store<u32>(starts + <usize>(column << 2), <u32>p);
      store<u32>(ends + <usize>(column << 2), <u32>valueStop);
      p = valueStop;
    } else if (byte != 0x7d) return stop(MALFORMED, p, to);
    for (;;) {
      while (depth > 0 && load<u32>(entryAt(parent), CHILDREN) > MAX_CHILDREN) {
        // keys that differ from row to row are no columns: the object stays one value, from now on
        depth--;
        const at = stack + <usize>(depth << 5);
        dropTo(load<u32>(at, 12), load<u32>(at, 16), load<u32>(at, 20));
        store<u32>(entryAt(parent), 1, WHOLE);
        atsNext = atsOut + <usize>(load<u32>(at, 24) << 2);
        const column = columnOf(parent);
        if (column < 0) return stop(TOO_MANY_KEYS, p, to);
        const whole = <usize>load<u32>(at, 8);
        const valueStop = nestedEnd(whole, to);
        if (valueStop == 0) return failure;
        store<u32>(starts + <usize>(column << 2), <u32>whole);
        store<u32>(ends + <usize>(column << 2), <u32>valueStop);
        p = valueStop;
        parent = load<u32>(at);
        before = load<u32>(at, 4);
      }
      byte = load<u8>(p);
      if (byte != 0x2c && byte != 0x7d) {
        p = skipSpace(p);
        byte = load<u8>(p);
      }
      if (p >= to) return stop(CUT, to, to);
      if (byte == 0x2c) {
        p++;
        break;
      }
      if (byte != 0x7d) return stop(MALFORMED, p, to);
      p++;
      if (depth == 0) {
        end = p;
        return ROW;
      }
      depth--;
      const at = stack + <usize>(depth << 5);
      parent = load<u32>(at);
      before = load<u32>(at, 4);
    }
  }
  return stop(CUT, to, to);
}

/** Reads the array at `from` as a row of its elements. */
export function jsonArray(from: usize, to: usize): i32 {
  beginRow();
  count = 0;
  let p = from + 1;
  for (;;) {
    p = skipSpace(p);
    if (load<u8>(p) == 0x5d && p < to) break;
    if (count >= MAX_COLUMNS) return stop(TOO_MANY_KEYS, p, to);
    const valueStop = p < to ? valueEnd(p, to) : fail(CUT, to, to);
    if (valueStop == 0) return failure;
    store<u32>(starts + <usize>(count << 2), <u32>p);
    store<u32>(ends + <usize>(count << 2), <u32>valueStop);
    count++;
    p = skipSpace(valueStop);
    if (p >= to) return stop(CUT, to, to);
    if (load<u8>(p) == 0x2c) p++;
    else if (load<u8>(p) != 0x5d) return stop(MALFORMED, p, to);
  }
  end = p + 1;
  return ROW;
}

/** Reads the value at `from`, whatever it is, as a row of one. */
export function jsonValue(from: usize, to: usize): i32 {
  beginRow();
  count = 1;
  const valueStop = from < to ? valueEnd(from, to) : fail(CUT, to, to);
  if (valueStop == 0) return failure;
  store<u32>(starts, <u32>from);
  store<u32>(ends, <u32>valueStop);
  end = valueStop;
  return ROW;
}
