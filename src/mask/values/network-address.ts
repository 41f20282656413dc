/*
 * Addresses of machines. In: IPv4, IPv6 or MAC addresses, alone, with a port, or several in one cell. Out: addresses set aside
 * for documentation (RFC 5737, RFC 3849), or administered locally. IPv6 and MAC addresses do not meet but with odds of 96 and
 * 44 bits; of IPv4 there are 762, and in unique columns the 2^28 of 240.0.0.0/4: fewer than there are addresses, so of a
 * million some hundreds of pairs meet all the same.
 */

import type { ByteSink } from '../byte-sink.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ReplacerOptions } from '../replacer.ts';
import type { RealValues } from '../survivors/real-values.ts';
import { createDraws, type Draws } from './draws.ts';
import { lowerCase } from '../ascii.ts';

const documentation = ['192.0.2.', '198.51.100.', '203.0.113.'];
const longestCell = 1024;
const longestAddress = 64;

export function createIpReplacer(masking: Masking, options: ReplacerOptions): Replacer {
  const draws = createDraws(masking.keys.of('ip', 16));
  const lower = new Uint8Array(longestAddress);
  const writeAddress = (bytes: Uint8Array, start: number, end: number, out: ByteSink): boolean => {
    const colons = countOf(bytes, start, end, 58);
    const dots = countOf(bytes, start, end, 46);
    if (end - start > longestAddress || (dots !== 3 && colons < 2)) return false;
    for (let at = start; at < end; at++) lower[at - start] = lowerCase(bytes[at]!);
    const addressEnd = colons === 1 ? bytes.indexOf(58, start) : end;
    draws.begin(lower, 0, addressEnd - start);
    if (colons > 1) writeV6(draws, masking.real, bytes, start, end, out);
    else writeV4(draws, options.isUnique === true, masking.real, out);
    out.copy(bytes, addressEnd, end);
    return true;
  };
  return {
    replace(bytes, start, end, out, room) {
      if (end - start > longestCell) return false;
      const from = out.length;
      for (let at = start; at < end;) {
        let to = at;
        while (to < end && isAddressByte(bytes[to]!)) to++;
        const isDone = to === at || writeAddress(bytes, at, to, out);
        if (to === at) out.put(bytes[to++]!);
        if (!isDone || out.length - from > room) {
          out.length = from;
          return false;
        }
        at = to;
      }
      return true;
    },
  };
}

export function createMacReplacer(masking: Masking): Replacer {
  const draws = createDraws(masking.keys.of('mac', 16));
  const digits = new Uint8Array(12);
  return {
    replace(bytes, start, end, out) {
      let count = 0;
      let isUpper = false;
      for (let at = start; at < end; at++) {
        isUpper ||= bytes[at]! >= 65 && bytes[at]! <= 70;
        if (isHexDigit(bytes[at]!)) digits[count++] = lowerCase(bytes[at]!);
        if (count > 12 || end - start > 24) return false;
      }
      if (count !== 12) return false;
      draws.begin(digits, 0, 12);
      let digit = 0;
      for (let at = start; at < end; at++) {
        if (!isHexDigit(bytes[at]!)) {
          out.put(bytes[at]!);
          continue;
        }
        // The second digit says that the address is administered locally, and one machine's.
        const value = digit++ === 1 ? 2 : draws.next(16);
        out.put((isUpper ? '0123456789ABCDEF' : '0123456789abcdef').charCodeAt(value));
      }
      return true;
    },
  };
}

/** Never somebody's: where those for documentation are real in the source, of the others. */
function writeV4(draws: Draws, isUnique: boolean, real: RealValues, out: ByteSink): void {
  const from = out.length;
  for (let attempt = 0; attempt < 2 * attempts; attempt++) {
    out.length = from;
    if (isUnique || attempt >= attempts)
      out.write(`${240 + draws.next(16)}.${draws.next(256)}.${draws.next(256)}.${draws.next(256)}`);
    else out.write(documentation[draws.next(documentation.length)]! + (1 + draws.next(254)));
    if (!real.has('word', out.bytes, from, out.length)) return;
  }
}

const attempts = 8;

/** Eight groups, of which two are those of documentation; `/64` behind it stays. */
function writeV6(
  draws: Draws,
  real: RealValues,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ByteSink,
): void {
  const from = out.length;
  for (let attempt = 0; attempt < attempts; attempt++) {
    out.length = from;
    out.write('2001:db8');
    let isReal = false;
    for (let group = 2; group < 8; group++) {
      out.write(`:${draws.next(0x1_0000).toString(16)}`);
      // a short one, `2001:db8:1::`, is the beginning of longer ones
      isReal ||= real.has('word', out.bytes, from, out.length);
    }
    if (!isReal) break;
  }
  for (let at = start; at < end; at++) if (bytes[at] === 47) return out.copy(bytes, at, end);
}

function countOf(bytes: Uint8Array, start: number, end: number, byte: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === byte) count++;
  return count;
}

function isAddressByte(byte: number): boolean {
  return isHexDigit(byte) || byte === 46 || byte === 58 || byte === 47 || byte === 37;
}

function isHexDigit(byte: number): boolean {
  const lower = byte | 32;
  return (byte >= 48 && byte <= 57) || (lower >= 97 && lower <= 102);
}
