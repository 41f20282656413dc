// Addresses of pages. In: `https://www.example.test/jean-dupont/cv.pdf?id=7`. Out: the scheme, a host under example.com, .net or
// .org, a tag for the path, its ending: `https://dk7qzb.example.com/4k2….pdf`. Two never become one, but with odds of 64 bits.

import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { createHostNames } from './host-name.ts';
import { tagLength, type Tags } from './tag.ts';

const longestUrl = 8192;
const shortestTag = 8;
const longestEnding = 5;
const mailScheme = 'mailto:';

export function createUrlReplacer(masking: Masking, tags: Tags, email: Replacer): Replacer {
  const prf = createPrf(masking.keys.of('url', 16));
  const hosts = createHostNames(masking.keys);
  return {
    replace(bytes, start, end, out, room) {
      if (end - start > longestUrl) return false;
      if (isMail(bytes, start, end)) {
        const from = out.length;
        out.copy(bytes, start, start + mailScheme.length);
        if (email.replace(bytes, start + mailScheme.length, end, out, room - mailScheme.length)) return true;
        out.length = from;
        return false;
      }
      const scheme = schemeEnd(bytes, start, end);
      let hostEnd = scheme;
      while (hostEnd < end && !isHostEnd(bytes[hostEnd]!)) hostEnd++;
      if (!bytes.subarray(scheme, hostEnd).includes(46)) return false;
      const hostLength = hosts.length(bytes, scheme, hostEnd);
      const ending = endingOf(bytes, hostEnd, end);
      const left = room - (scheme - start) - hostLength - 1 - (end - ending);
      const hasPath = hostEnd < end - 1;
      const tag = Math.min(tagLength, left);
      if (hasPath ? tag < shortestTag : left < 0) return false;
      out.copy(bytes, start, scheme);
      hosts.write(bytes, scheme, hostEnd, out, hostLength);
      if (hasPath) {
        prf.hash(bytes, start, end);
        out.put(47);
        tags.write(prf.hi, prf.lo, out, tag);
        out.copy(bytes, ending, end);
      } else out.copy(bytes, hostEnd, end);
      return true;
    },
  };
}

function isMail(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= mailScheme.length) return false;
  for (let at = 0; at < mailScheme.length; at++)
    if (bytes[start + at] !== mailScheme.charCodeAt(at)) return false;
  return true;
}

/** After `https://` or `//`. */
function schemeEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 1 < Math.min(end, start + 16); at++)
    if (bytes[at] === 47 && bytes[at + 1] === 47) return at + 2;
  return start;
}

function isHostEnd(byte: number): boolean {
  return byte === 47 || byte === 63 || byte === 35;
}

/** Where `.pdf` begins, or the end. */
function endingOf(bytes: Uint8Array, from: number, end: number): number {
  for (let at = end - 1; at > from && end - at <= longestEnding; at--) {
    if (bytes[at] === 46) return end - at > 2 ? at : end;
    const lower = bytes[at]! | 32;
    if (lower < 97 || lower > 122) return end;
  }
  return end;
}
