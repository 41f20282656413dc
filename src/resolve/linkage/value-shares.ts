// How common the values are that two rows may agree on. In: features of the rows that take part. Out: by row, minus
// the logarithm to base 2 of the share of rows with its value, so that agreement on a rare name says more.
// Names and birth dates are counted one by one, so that every run finds the same whatever the key of its fingerprints.

import type { LinkageFeatures } from './features.ts';

/** Each takes a row whose field is known and gives whole bits, 0 to 24. */
export interface ValueShares {
  last(row: number): number;
  first(row: number): number;
  /** Whether the first names of both rows are names that others bear, neither a slip of the hand in the other. */
  areBothNames(a: number, b: number): boolean;
  birth(row: number): number;
  phone(row: number): number;
  address(row: number): number;
  mailName(row: number): number;
}

const bucketBits = 16;
const buckets = 1 << bucketBits;
/** The rarest that a value is taken for: the error of one in the millions would be believed otherwise. */
const mostBits = 24;
/** Names that are counted, each on its own, at most: twice as many as a country of 60 million has. 10 MB a column. */
const countedNames = 1 << 21;

export function countShares(features: LinkageFeatures, takesPart: Uint8Array): ValueShares {
  const first = byName(takesPart, features.given ?? features.first);
  return {
    last: byName(takesPart, features.last).bits,
    first: first.bits,
    areBothNames: (a, b) => areEstablished(first.count(a), first.count(b)),
    birth: byCount(takesPart, dayOf(features.birth)),
    phone: byCrowd(takesPart, features.phone),
    address: byCrowd(takesPart, features.address),
    mailName: byCrowd(takesPart, features.mailName),
  };
}

interface NameShares {
  bits: (row: number) => number;
  /** Rows that have the name of this one. */
  count: (row: number) => number;
}

/** A name is borne by so many rows, and no error in another name is made as often as this share of it. */
const leastBearers = 4;
const mostMistyped = 0.05;

function areEstablished(a: number, b: number): boolean {
  return Math.min(a, b) >= Math.max(leastBearers, mostMistyped * Math.max(a, b));
}

/** Where there are more names than a country has, those that come too late are taken for rare ones. */
function byName(takesPart: Uint8Array, prints: Uint32Array | null): NameShares {
  if (prints === null) return { bits: () => 0, count: () => 0 };
  const slots = 2 ** Math.min(Math.log2(countedNames), Math.ceil(Math.log2(2 * prints.length + 2)));
  const names = new Uint32Array(slots);
  const counts = new Uint32Array(slots);
  let room = slots * 0.75;
  const slotOf = (print: number) => {
    let slot = Math.imul(print ^ (print >>> 15), 0x9e3779b1) & (slots - 1);
    while (names[slot] !== 0 && names[slot] !== print) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  let known = 0;
  for (let row = 0; row < prints.length; row++) {
    if (takesPart[row] === 0 || prints[row] === 0) continue;
    known++;
    const slot = slotOf(prints[row]!);
    if (names[slot] === 0) {
      if (room <= 0) continue;
      room--;
      names[slot] = prints[row]!;
    }
    counts[slot]!++;
  }
  const bits = bitsOfAll(counts, (size) => bitsOf(size - 1, known - 1));
  return { bits: (row) => bits[slotOf(prints[row]!)]!, count: (row) => counts[slotOf(prints[row]!)]! };
}

/** Days fall into buckets of their own: 176 years of 372. */
function dayOf(births: Uint32Array | null): ((row: number) => number) | null {
  if (births === null) return null;
  return (row) => {
    const date = births[row]!;
    if (date === 0) return 0;
    const day = Math.floor(date / 10_000) * 372 + (Math.floor(date / 100) % 100) * 31 + (date % 100);
    return (day % (buckets - 1)) + 1;
  };
}

function bucketOf(prints: Uint32Array | null): ((row: number) => number) | null {
  if (prints === null) return null;
  return (row) => (prints[row] === 0 ? 0 : (prints[row]! % (buckets - 1)) + 1);
}

function byCount(takesPart: Uint8Array, bucket: ((row: number) => number) | null): (row: number) => number {
  if (bucket === null) return () => 0;
  const { counts, known } = count(takesPart, bucket);
  const bits = bitsOfAll(counts, (size) => bitsOf(size - 1, known - 1));
  return (row) => bits[bucket(row)]!;
}

/**
 * Values that nearly everybody has of his own. Counting them all would take a set as large as the rows: only those
 * that stand out of their bucket (a switchboard, `n/a`) are taken for common.
 */
function byCrowd(takesPart: Uint8Array, prints: Uint32Array | null): (row: number) => number {
  const bucket = bucketOf(prints);
  if (bucket === null) return () => 0;
  const { counts, known } = count(takesPart, bucket);
  const usual = 8 + (8 * known) / buckets;
  const ownBits = bitsOf(2, known);
  const bits = bitsOfAll(counts, (size) => (size > usual ? bitsOf(size, known) : ownBits));
  return (row) => bits[bucket(row)]!;
}

function count(
  takesPart: Uint8Array,
  bucket: (row: number) => number,
): { counts: Uint32Array; known: number } {
  const counts = new Uint32Array(buckets);
  let known = 0;
  for (let row = 0; row < takesPart.length; row++) {
    if (takesPart[row] === 0) continue;
    const at = bucket(row);
    if (at === 0) continue;
    counts[at]!++;
    known++;
  }
  return { counts, known };
}

/** Most counts are small: each is worked out once. */
function bitsOfAll(counts: Uint32Array, bitsOfCount: (size: number) => number): Uint8Array {
  const small = Uint8Array.from({ length: 256 }, (_, size) => bitsOfCount(size));
  const bits = new Uint8Array(counts.length);
  for (let i = 0; i < counts.length; i++) bits[i] = small[counts[i]!] ?? bitsOfCount(counts[i]!);
  return bits;
}

/** Of `known` rows `size` have the value; one more than none is said of values that nobody else has. */
function bitsOf(size: number, known: number): number {
  if (known <= 1) return 0;
  return Math.min(mostBits, Math.max(0, Math.round(-Math.log2(Math.max(size, 0.5) / known))));
}
