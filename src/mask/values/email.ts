/*
 * E-mail addresses. In: an address. Out: the masked names of its local part, a tag, and a host under example.com, .net or
 * .org, the same for all addresses of one host: `hugo.montcivard.4k2…@d7qkz.example.com`. The normal form decides; ways of
 * writing it with capitals stay apart. The tag keeps two addresses apart, and tells `mask trace` whose copy it is.
 */

import { normaliseEmail } from '../../recognise/index.ts';
import { ByteSink } from '../byte-sink.ts';
import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { createHostNames, shortHostLength } from './host-name.ts';
import { letterStyle } from './letter-style.ts';
import { createLocalNames } from './local-names.ts';
import type { NameReplacer } from './name-replacer.ts';
import { tagLength, type Tags } from './tag.ts';

const longestAddress = 320;
const shortestTag = 8;

export function createEmailReplacer(masking: Masking, names: NameReplacer, tags: Tags): Replacer {
  const prf = createPrf(masking.keys.of('email', 16));
  const casePrf = createPrf(masking.keys.of('email case', 16));
  const hosts = createHostNames(masking.keys);
  const writeNames = createLocalNames(names);
  const normal = new Uint8Array(longestAddress * 2);
  const masked = new ByteSink(256);
  return {
    replace(bytes, start, end, out, room) {
      let from = start;
      let to = end;
      while (from < to && bytes[from]! <= 32) from++;
      while (to > from && bytes[to - 1]! <= 32) to--;
      if (to - from > longestAddress) return false;
      const sign = lowerCase(bytes, from, to, normal);
      if (sign <= from || sign >= to - 1) return false;
      const left = room - (end - start - (to - from));
      const length = isSimple(normal, to - from) ? to - from : normaliseEmail(bytes, from, to, normal);
      prf.hash(normal, 0, length);
      const [high, low] = [prf.hi, prf.lo];

      masked.clear();
      const usual = left - tagLength - hosts.length(bytes, sign + 1, to) - 1;
      writeNames(bytes, from, sign, masked, 46, usual);
      const tag = Math.min(tagLength, left - masked.length - 1 - shortHostLength);
      if (tag < shortestTag) return false;
      tags.write(high, low, masked, tag);
      masked.put(64);
      hosts.write(bytes, sign + 1, to, masked, left - masked.length);

      if (!isNormal(bytes, from, to, normal, length)) {
        casePrf.hash(bytes, from, to);
        writeCase(masked, letterStyle(bytes, from, to) === 'upper', casePrf.lo);
      }
      out.copy(bytes, start, from);
      out.copy(masked.bytes, 0, masked.length);
      out.copy(bytes, to, end);
      return true;
    },
  };
}

/** Writes the address in small letters to `normal`; the last `@`, or -1 where there are blanks, brackets or quotes. */
function lowerCase(bytes: Uint8Array, start: number, end: number, normal: Uint8Array): number {
  let sign = -1;
  for (let at = start, to = 0; at < end; at++, to++) {
    const byte = bytes[at]!;
    normal[to] = byte >= 65 && byte <= 90 ? byte | 32 : byte;
    if (byte > 64) continue;
    if (byte === 64) sign = at;
    else if (byte <= 32 || byte === 60 || byte === 62 || byte === 44 || byte === 59 || byte === 34) return -1;
  }
  return sign;
}

/** Letters of ASCII, and no sign that could be an encoded `@`: its small letters are its normal form. */
function isSimple(normal: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) {
    const byte = normal[at]!;
    if (byte >= 0x80 || byte === 37 || byte === 38) return false;
  }
  return true;
}

function isNormal(bytes: Uint8Array, from: number, to: number, normal: Uint8Array, length: number): boolean {
  if (to - from !== length) return false;
  for (let at = 0; at < length; at++) if (bytes[from + at] !== normal[at]) return false;
  return true;
}

/** All in capitals; or the letters of name and tag that the bits say: another writing of one address stays another. */
function writeCase(masked: ByteSink, isUpper: boolean, bits: number): void {
  const { bytes } = masked;
  for (let at = 0; at < masked.length; at++) {
    const byte = bytes[at]!;
    if (byte === 64 && !isUpper) return;
    const isLetter = byte >= 97 && byte <= 122;
    if (isLetter && (isUpper || ((bits >>> (at % 32)) & 1) === 1)) bytes[at] = byte - 32;
  }
}
