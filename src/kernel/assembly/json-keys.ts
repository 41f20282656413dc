// The table of keys of all rows: found by hash, added while there is room, taken back when a row comes to
// nothing. In: keys in linear memory, under their parent. Out: numbers of entries. Keys are copied to an arena
// in the room, so that they outlast the bytes they came in. A key gets no column here.

import {
  AGAIN, CHILDREN, COLUMNS, ENTRY_BYTES, FIRST_TIME, HAS_AT, KEY_AT, KEY_LENGTH, PARENT, SLOT, STAMP,
  entryAt, isSame,
} from './json-entry';
import { ARENA_AT, MAX_ARENA_BYTES, MAX_ENTRIES, MAX_REPEATS, SLOTS, SLOTS_AT, room } from './json-room';

export let entryCount: u32 = 0;
export let arenaUsed: u32 = 0;
export let stamp: u32 = 0; // of the row that is read

// @ts-ignore: decorator
@inline
export function beginKeys(): void {
  entryCount = 1;
  arenaUsed = 0;
  stamp = 0;
  memory.fill(room + SLOTS_AT, 0, SLOTS * 4);
}

// @ts-ignore: decorator
@inline
export function stampRow(): void {
  if (++stamp == 0) stamp = 1;
}

/** The root of another table, whose first columns are no keys; 0 where there is no room for one. */
export function jsonTable(reserved: u32): u32 {
  if (entryCount >= MAX_ENTRIES) return 0;
  const entry = entryCount++;
  memory.fill(entryAt(entry), 0, ENTRY_BYTES);
  store<u32>(entryAt(entry), reserved, COLUMNS);
  return entry;
}

// @ts-ignore: decorator
@inline
export function isKey(entry: u32, parent: u32, from: usize): bool {
  if (entry == 0 || entry >= entryCount) return false;
  const at = entryAt(entry);
  if (load<u32>(at, PARENT) != parent || load<u32>(at, FIRST_TIME) != 0) return false;
  const length = load<u32>(at, KEY_LENGTH);
  return load<u8>(from + <usize>length) == 0x22 && isSame(<usize>load<u32>(at, KEY_AT), from, length);
}

/** The entry of the key at `from`, found or added; 0 where there is no room. */
export function findKey(parent: u32, from: usize, length: u32): u32 {
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

function hashOf(parent: u32, from: usize, length: u32): u32 {
  let hash: u32 = 0x811c9dc5 ^ (parent * 0x9e3779b1);
  for (let i: u32 = 0; i < length; i++) hash = (hash ^ <u32>load<u8>(from + <usize>i)) * 0x01000193;
  return (hash ^ (hash >> 15)) & (SLOTS - 1);
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

/** The entry for a key that was seen in this row before; 0 after too many. */
export function repeated(entry: u32): u32 {
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

/** Takes back entries, the last first, down to what there was. */
// @ts-ignore: decorator
@inline
export function dropKeys(entryMark: u32, arenaMark: u32): void {
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
