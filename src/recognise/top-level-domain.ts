/*
 * Is this the name of a top-level domain? By the IANA list (package tlds), in Unicode and punycode spelling, plus
 * `.test` and `.example` (RFC 2606), which made-up data uses. In: a span of bytes. Out: yes or no.
 */

import { domainToASCII } from 'node:url';
import tlds from 'tlds' with { type: 'json' };
import { lowerByte } from './byte-class.ts';

const slots = 8192;

interface DomainTable {
  /** Offset into `names` + 1 per slot, 0 where empty. */
  offsets: Uint16Array;
  /** Each name as its length followed by its bytes. */
  names: Uint8Array;
}

let table: DomainTable | undefined;

/** `start` to `end` without the dot; letter case does not matter. */
export function isTopLevelDomain(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || length > 63) return false;
  if (
    length === 3 &&
    lowerByte(bytes[start]!) === 99 &&
    lowerByte(bytes[start + 1]!) === 111 &&
    lowerByte(bytes[start + 2]!) === 109
  )
    return true;
  table ??= createDomainTable();
  for (let slot = slotOf(bytes, start, end); ; slot = (slot + 1) % slots) {
    const offset = table.offsets[slot]!;
    if (offset === 0) return false;
    if (isNameAt(table.names, offset, bytes, start, length)) return true;
  }
}

function isNameAt(
  names: Uint8Array,
  offset: number,
  bytes: Uint8Array,
  start: number,
  length: number,
): boolean {
  if (names[offset - 1] !== length) return false;
  for (let index = 0; index < length; index++) {
    if (names[offset + index] !== lowerByte(bytes[start + index]!)) return false;
  }
  return true;
}

function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + lowerByte(bytes[at]!)) | 0;
  return (hash ^ (hash >>> 13)) & (slots - 1);
}

function createDomainTable(): DomainTable {
  const spellings = new Set<string>(['test', 'example']);
  for (const name of tlds) {
    spellings.add(name);
    if (!/^[a-z0-9-]+$/.test(name)) spellings.add(domainToASCII(name) || name);
  }
  const encoder = new TextEncoder();
  const names = new Uint8Array(65_535);
  const offsets = new Uint16Array(slots);
  let used = 0;
  for (const spelling of spellings) {
    const name = encoder.encode(spelling);
    names[used] = name.length;
    names.set(name, used + 1);
    let slot = slotOf(name, 0, name.length);
    while (offsets[slot] !== 0) slot = (slot + 1) % slots;
    offsets[slot] = used + 1;
    used += 1 + name.length;
  }
  return { offsets, names: names.subarray(0, used) };
}
