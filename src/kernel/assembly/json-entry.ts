// An entry of the table of keys: a key under its parent, or a root. In: the number of an entry, or a key.
// Out: where the entry lies, what each of its parts means, whether two keys are the same. It writes nothing.

import { entries } from './json-room';

export const ENTRY_BYTES: u32 = 64;
export const KEY_AT: usize = 0;
export const KEY_LENGTH: usize = 4;
export const PARENT: usize = 8;
export const COLUMN: usize = 12; // one more than the column; 0 for none
export const NEXT: usize = 16; // the key that came after this one
export const FIRST: usize = 20; // the key that came first inside
export const AGAIN: usize = 24; // the entry of the same key, a second time in one row
export const STAMP: usize = 28; // the row this key was last seen in
export const CHILDREN: usize = 32;
export const WHOLE: usize = 36; // objects under this key stay one value
export const HAS_AT: usize = 40;
export const SLOT: usize = 44; // one more than its slot; 0 where none finds it
export const COLUMNS: usize = 48; // of a root: columns so far
export const FIRST_TIME: usize = 52; // of an entry that is another's AGAIN: that other

// @ts-ignore: decorator
@inline
export function entryAt(entry: u32): usize {
  return entries + <usize>(entry * ENTRY_BYTES);
}

/** Keys lie in the arena eight bytes apart at least, with zeros behind them. */
// @ts-ignore: decorator
@inline
export function isSame(key: usize, from: usize, length: u32): bool {
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
