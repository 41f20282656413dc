// What the reader of JSON rows is given to work in: its limits, what reading a row may come to, and how the
// room in linear memory is laid out. In: where the room begins. Out: where its parts begin. Nothing is
// allocated: a part is as long as its limit says.

// What reading a row came to (`jsonEnds` in json-code.ts).
export const ROW: i32 = 0;
export const CUT: i32 = 1;
export const MALFORMED: i32 = 2;
export const TOO_MANY_KEYS: i32 = 3;
export const LONG_KEY: i32 = 4;
export const REPEATED_KEY: i32 = 5;
export const TOO_MANY_ATS: i32 = 6;
export const TOO_DEEP: i32 = 7;
export const READ_ON: i32 = -1;

// Limits (`jsonLimits` in json-code.ts).
export const MAX_COLUMNS: u32 = 4096;
export const MAX_ENTRIES: u32 = 8192;
export const MAX_KEY_BYTES: u32 = 1024;
export const MAX_ARENA_BYTES: u32 = 1 << 20;
export const MAX_DEPTH: i32 = 32;
export const MAX_NESTING: u32 = 1024;
export const MAX_CHILDREN: u32 = 256;
export const MAX_REPEATS: i32 = 8;
export const SLOTS: u32 = 16384;

// Parts of the room, in bytes from its beginning (`jsonRoom` in json-code.ts).
export const STARTS_AT: usize = 0;
export const ENDS_AT: usize = 16384;
export const NEW_AT: usize = 32768;
export const STACK_AT: usize = 49152;
export const NESTING_AT: usize = 51200;
export const SLOTS_AT: usize = 53248;
export const ENTRIES_AT: usize = 118784;
export const ARENA_AT: usize = 643072;

export let room: usize = 0;
export let starts: usize = 0; // of each column's value
export let ends: usize = 0;
export let entries: usize = 0;

// @ts-ignore: decorator
@inline
export function beginRoom(roomAt: usize): void {
  room = roomAt;
  starts = room + STARTS_AT;
  ends = room + ENDS_AT;
  entries = room + ENTRIES_AT;
}
