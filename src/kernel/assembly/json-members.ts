// The members of an object, as columns of one row; those of objects inside it too. In: where the object
// begins. Out: the span of each column's value. Keys are compared in place with the key that came next in the
// row before; only a key that is not the expected one is looked up. It keeps its own stack and never recurses.

import { columnOf, dropTo, newCount, root } from './json-columns';
import { CHILDREN, FIRST, HAS_AT, KEY_LENGTH, NEXT, STAMP, WHOLE, entryAt } from './json-entry';
import { arenaUsed, entryCount, findKey, isKey, repeated, stamp } from './json-keys';
import { atCount, endAt, failure, keepAts, stop } from './json-outcome';
import {
  CUT, LONG_KEY, MALFORMED, MAX_CHILDREN, MAX_DEPTH, MAX_KEY_BYTES, REPEATED_KEY, ROW, STACK_AT, TOO_MANY_KEYS,
  ends, room, starts,
} from './json-room';
import { nestedEnd, skipSpace, stringEnd, valueEnd } from './json-value';

/** Reads the object at `from`; what it came to. */
export function readMembers(from: usize, to: usize): i32 {
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
          store<u32>(at, atCount(), 24);
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
        keepAts(load<u32>(at, 24));
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
        endAt(p);
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
