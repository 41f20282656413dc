// Cells of addresses that hold more than one: `Jean Dupont <jean@example.com>`, several with commas between. In: a cell. Out:
// each address replaced, what else has letters replaced as names; signs stay. False, where what has an `@` is no address.

import type { Replacer } from '../replacer.ts';

/** Marks, in ASCII, that stand between addresses and names: blanks, brackets, quotes, commas, semicolons. */
const between = new Set(Array.from(' \t\r\n<>()[]"\',;|', (mark) => mark.charCodeAt(0)));
const at = 64;

export function createEmailCell(email: Replacer, fullName: Replacer): Replacer {
  return {
    replace(bytes, start, end, out, room) {
      if (email.replace(bytes, start, end, out, room)) return true;
      const from = out.length;
      let hasAddress = false;
      for (let next = start; next < end;) {
        let to = next;
        let isAddress = false;
        for (; to < end && !between.has(bytes[to]!); to++) isAddress ||= bytes[to] === at;
        if (to === next) {
          out.put(bytes[to]!);
          next = to + 1;
          continue;
        }
        // Names are read as far as the next address or bracket, so that their order tells which is which.
        if (!isAddress) to = nameEnd(bytes, to, end);
        const left = room - (out.length - from);
        if (!(isAddress ? email : fullName).replace(bytes, next, to, out, left)) {
          out.length = from;
          return false;
        }
        hasAddress ||= isAddress;
        next = to;
      }
      if (!hasAddress) out.length = from;
      return hasAddress;
    },
  };
}

function nameEnd(bytes: Uint8Array, from: number, end: number): number {
  let to = from;
  for (let next = from; next < end; next++) {
    if (bytes[next] === at) return to;
    if (between.has(bytes[next]!)) {
      to = next;
      if (bytes[next] !== 32) return to;
    }
    if (next === end - 1) return end;
  }
  return to;
}
