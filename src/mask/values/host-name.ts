// Hosts that stand for real ones, under the domains that are reserved for examples (RFC 2606). In: `mail.example.test`. Out:
// `d7qkz.example.com`; `.net` and `.org` stay what they are. The same host becomes the same.

import type { ByteSink } from '../byte-sink.ts';
import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createPrf } from '../cipher/prf.ts';
import { createWordCache } from './word-cache.ts';
import { lowerCase } from '../ascii.ts';

/** `d` and four more letters and digits, so that it begins as a host name may and looks like no number. */
const letters = 'bcdfghjkmnpqrstvwxyz23456789abef';
const labelLetters = 6;
const suffixes = ['example.com', 'example.net', 'example.org'].map((text) => Buffer.from(text));
const suffixLength = 11;
/** Of a host without its own label. */
export const shortHostLength = suffixLength;
const longestHost = 255;

export interface HostNames {
  /** How long what stands for the host is. */
  length(bytes: Uint8Array, start: number, end: number): number;
  /** Writes it; without its own label where there is less room. */
  write(bytes: Uint8Array, start: number, end: number, out: ByteSink, room: number): void;
}

export function createHostNames(keys: MaskKeys): HostNames {
  const prf = createPrf(keys.of('host', 16));
  const cache = createWordCache();
  const lower = new Uint8Array(longestHost);
  const labelOf = (bytes: Uint8Array, start: number, end: number): number => {
    let label = cache.find(0, bytes, start, end);
    if (label < 0) {
      const length = Math.min(end - start, longestHost);
      for (let at = 0; at < length; at++) lower[at] = lowerCase(bytes[start + at]!);
      prf.hash(lower, 0, length);
      label = prf.lo >>> 2;
      cache.keep(0, bytes, start, end, label);
    }
    return label;
  };
  return {
    length: () => labelLetters + 1 + suffixLength,
    write(bytes, start, end, out, room) {
      if (room >= labelLetters + 1 + suffixLength) {
        let label = labelOf(bytes, start, end);
        out.put(letters.charCodeAt(label % 20));
        for (let at = 1; at < labelLetters; at++) {
          label = at === 1 ? Math.floor(label / 20) : label >>> 5;
          out.put(letters.charCodeAt(label & 31));
        }
        out.put(46);
      }
      out.copy(suffixOf(bytes, start, end), 0, suffixLength);
    },
  };
}

function suffixOf(bytes: Uint8Array, start: number, end: number): Buffer {
  const isDot = end - start > 4 && bytes[end - 4] === 46;
  const last = isDot ? lowerCase(bytes[end - 1]!) : 0;
  if (last === 0x74 && lowerCase(bytes[end - 3]!) === 0x6e) return suffixes[1]!;
  return last === 0x67 && lowerCase(bytes[end - 3]!) === 0x6f ? suffixes[2]! : suffixes[0]!;
}
