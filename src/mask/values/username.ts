/*
 * User names and handles. In: `jdupont75`, `@jean_dupont`. Out: the masked names within, as addresses have them, and a tag;
 * joined by a sign that the name itself uses. Two user names never become one, but with odds of 64 bits.
 */

import { ByteSink } from '../byte-sink.ts';
import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { createLocalNames } from './local-names.ts';
import type { NameReplacer } from './name-replacer.ts';
import { tagLength, type Tags } from './tag.ts';

const longestName = 128;
const shortestTag = 8;
const namesRoom = 40;

/** `email`: for user names that are addresses. */
export function createUsernameReplacer(
  masking: Masking,
  names: NameReplacer,
  tags: Tags,
  email: Replacer,
): Replacer {
  const prf = createPrf(masking.keys.of('username', 16));
  const writeNames = createLocalNames(names);
  const masked = new ByteSink(256);
  return {
    replace(bytes, start, end, out, room) {
      const from = bytes[start] === 64 ? start + 1 : start;
      if (bytes.subarray(from, end).includes(64)) return email.replace(bytes, start, end, out, room);
      const kind = kindOf(bytes, from, end);
      if (kind === undefined) return false;
      prf.hash(bytes, from, end);
      const [high, low] = [prf.hi, prf.lo];
      const left = room - (from - start);
      const tag = Math.min(tagLength, left);
      if (tag < shortestTag) return false;
      masked.clear();
      writeNames(bytes, from, end, masked, kind.separator, Math.min(namesRoom, left - tagLength));
      tags.write(high, low, masked, tag);
      if (kind.isUpper) toUpperCase(masked);
      out.copy(bytes, start, from);
      out.copy(masked.bytes, 0, masked.length);
      return true;
    },
  };
}

/** The sign between its words, 0 for none; undefined for what is no user name: a number, a sentence. */
function kindOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { separator: number; isUpper: boolean } | undefined {
  if (end - start > longestName) return undefined;
  let separator = 0;
  let lower = 0;
  let upper = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 45 || byte === 46 || byte === 95) separator = byte;
    else if ((byte >= 97 && byte <= 122) || byte >= 0x80) lower++;
    else if (byte >= 65 && byte <= 90) upper++;
    else if (byte < 48 || byte > 57) return undefined;
  }
  return lower + upper === 0 ? undefined : { separator, isUpper: lower === 0 };
}

function toUpperCase({ bytes, length }: ByteSink): void {
  for (let at = 0; at < length; at++) if (bytes[at]! >= 97 && bytes[at]! <= 122) bytes[at]! -= 32;
}
