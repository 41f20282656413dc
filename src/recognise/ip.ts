/*
 * IP addresses in cells, from bytes. In: a span. Out: kind, 0 when no address of a host is there (0.0.0.0 and
 * 255.255.255.255 are none). A list, as proxies forward it, counts by its first address. Never allocates.
 * Private ranges: RFC 1918, 6598, 3927, 4193, 4291.
 */

import { byteClass, digit, hex, trimEnd, trimStart } from './byte-class.ts';

export const ipKinds = ['IPv4, public', 'IPv4, private', 'IPv6, public', 'IPv6, private'] as const;

/** Index + 1 into `ipKinds`, or 0. */
export function ipKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  let to = from;
  while (to < end && bytes[to] !== 44 && to - from <= 64) to++;
  to = trimEnd(bytes, from, to);
  if (to - from < 2 || to - from > 64) return 0;
  const address = ipv4At(bytes, from, to);
  if (address >= 0) return address === 0 || address === 0xffffffff ? 0 : isPrivate4(address) ? 2 : 1;
  return ipv6Kind(bytes, from, to);
}

/** The address as a number of 32 bits, or -1. Four decimal parts up to 255 without superfluous zeros. */
function ipv4At(bytes: Uint8Array, from: number, to: number): number {
  let address = 0;
  let parts = 0;
  let value = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byteClass[byte]! & digit) !== 0) {
      if (value === 0) return -1;
      value = (value < 0 ? 0 : value * 10) + byte - 48;
      if (value > 255) return -1;
    } else if (byte === 46 && value >= 0 && parts < 3) {
      address = address * 256 + value;
      value = -1;
      parts++;
    } else return -1;
  }
  return parts === 3 && value >= 0 ? address * 256 + value : -1;
}

function isPrivate4(address: number): boolean {
  const a = Math.floor(address / 0x1000000);
  const b = Math.floor(address / 0x10000) % 256;
  if (a === 10 || a === 127 || a === 0) return true;
  return (
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}

function ipv6Kind(bytes: Uint8Array, from: number, to: number): number {
  let groups = 0;
  let gap = -1;
  let first = -1;
  let at = from;
  let last = 0;
  if (bytes[at] === 58 && bytes[at + 1] === 58 && at + 1 < to) {
    gap = 0;
    at += 2;
  }
  while (at < to && bytes[at] !== 37) {
    const group = at;
    let value = 0;
    while (at < to && (byteClass[bytes[at]!]! & hex) !== 0 && at - group < 4) {
      const byte = bytes[at++]!;
      value = value * 16 + (byte <= 57 ? byte - 48 : (byte | 32) - 87);
    }
    if (at < to && bytes[at] === 46 && groups > 0) return mapped4(bytes, group, to, groups, gap);
    if (at === group || groups === 8) return 0;
    if (groups === 0) first = value;
    last = value;
    groups++;
    if (at === to || bytes[at] === 37) break;
    if (bytes[at] !== 58) return 0;
    at++;
    if (at < to && bytes[at] === 58) {
      if (gap >= 0) return 0;
      gap = groups;
      at++;
    } else if (at === to) return 0;
  }
  if (gap < 0 ? groups !== 8 : groups > 7 || groups === 0) return 0;
  const isLoopback = gap === 0 && groups === 1 && last === 1;
  return isLoopback || (gap !== 0 && ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80)) ? 4 : 3;
}

/** `::ffff:192.0.2.1` counts as the IPv4 address it carries. */
function mapped4(bytes: Uint8Array, at: number, to: number, groups: number, gap: number): number {
  if (gap !== 0 || groups > 6) return 0;
  const address = ipv4At(bytes, at, to);
  return address < 0 ? 0 : isPrivate4(address) ? 2 : 1;
}
