/*
 * Damage as it happens and as it is done on purpose: bits flipped, pieces cut off, taken out, doubled or moved,
 * numbers made extreme, NULs, nesting without end, pieces of other files put in.
 * In: a file, and others to take pieces from. Out: another file, of a bounded size.
 */
import type { RandomSource } from './random-source.ts';

/** Larger ones take longer and show nothing more. */
const maxDamagedBytes = 400_000;

export function damage(whole: Uint8Array, others: readonly Uint8Array[], random: RandomSource): Buffer {
  let bytes: Buffer = Buffer.from(whole);
  for (let left = 1 + random.below(4); left > 0; left--) {
    bytes = random.pick(kinds)(bytes, random, others);
    if (bytes.length > maxDamagedBytes) bytes = bytes.subarray(0, maxDamagedBytes);
  }
  return bytes;
}

type Kind = (bytes: Buffer, random: RandomSource, others: readonly Uint8Array[]) => Buffer;

/** Those that leave most of the file whole are there twice: they get deeper into a reader. */
const kinds: Kind[] = [
  flipped,
  flipped,
  overwritten,
  overwritten,
  extreme,
  extreme,
  otherNumber,
  otherNumber,
  cutOff,
  takenOut,
  repeated,
  putIn,
  swapped,
  spliced,
];

function flipped(bytes: Buffer, random: RandomSource): Buffer {
  for (let left = 1 + random.below(8); left > 0 && bytes.length > 0; left--)
    bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  return bytes;
}

/** Bytes that mean something to some reader. */
const telling = Buffer.from('\0\u0001\u007f\u0080\u00fe\u00ff\n\r\t "\'`\\,;|:@()[]{}<>&/*-#=%$.0', 'latin1');

function overwritten(bytes: Buffer, random: RandomSource): Buffer {
  for (let left = 1 + random.below(4); left > 0 && bytes.length > 0; left--)
    bytes[random.below(bytes.length)] = telling[random.below(telling.length)]!;
  return bytes;
}

/** A length or a place, wherever it is: of any width, the least, the most, or just past the end. */
function extreme(bytes: Buffer, random: RandomSource): Buffer {
  const width = random.pick([1, 2, 4, 4, 8]);
  if (bytes.length < width) return bytes;
  const size = BigInt(bytes.length);
  const most = 1n << BigInt(8 * width);
  const value =
    random.pick([0n, 1n, most / 2n - 1n, most / 2n, most - 1n, size, size - 1n, size + 1n]) % most;
  const number = Buffer.from(value.toString(16).padStart(2 * width, '0'), 'hex');
  if (random.once(2)) number.reverse();
  // headers hold most of the numbers
  const reach = random.once(3) ? Math.min(bytes.length, 200) : bytes.length;
  number.copy(bytes, random.below(Math.max(1, reach - width + 1)));
  return bytes;
}

/** A number written in digits. */
function otherNumber(bytes: Buffer, random: RandomSource): Buffer {
  const isDigit = (at: number) => bytes[at]! >= 0x30 && bytes[at]! <= 0x39;
  let from = random.below(Math.max(1, bytes.length));
  while (from < bytes.length && !isDigit(from)) from++;
  let to = from;
  while (to < bytes.length && isDigit(to)) to++;
  if (from === to) return bytes;
  const number = random.pick(['0', '-1', '2147483648', '4294967295', '99999999999999999999', '1e999', '07']);
  return replaced(bytes, from, to, Buffer.from(number));
}

function cutOff(bytes: Buffer, random: RandomSource): Buffer {
  return bytes.subarray(0, random.below(bytes.length + 1));
}

function takenOut(bytes: Buffer, random: RandomSource): Buffer {
  const [from, to] = piece(bytes, random);
  return replaced(bytes, from, to, Buffer.alloc(0));
}

function repeated(bytes: Buffer, random: RandomSource): Buffer {
  const [from, to] = piece(bytes, random);
  const times = random.once(4) ? 1 + random.below(2000) : 1 + random.below(4);
  const most = Math.floor(maxDamagedBytes / Math.max(1, to - from));
  const copies = Array.from({ length: Math.min(times, most) }, () => bytes.subarray(from, to));
  return replaced(bytes, to, to, Buffer.concat(copies));
}

/** NULs, noise, or a thing that opens again and again. */
function putIn(bytes: Buffer, random: RandomSource): Buffer {
  const opening = random.pick([
    '\0',
    '(',
    '[',
    '{',
    '<a>',
    '{"a":',
    '"',
    "'",
    '/*',
    '\\',
    '{\\b ',
    '\ufeff',
    '\n',
  ]);
  const times = random.once(4) ? random.below(3000) : random.below(8);
  const noise = Buffer.from(Array.from({ length: random.below(64) }, () => random.below(256)));
  const at = random.below(bytes.length + 1);
  return replaced(bytes, at, at, random.once(3) ? noise : Buffer.from(opening.repeat(times)));
}

function swapped(bytes: Buffer, random: RandomSource): Buffer {
  const [a, b] = piece(bytes, random);
  const [c, d] = piece(bytes, random);
  if (b > c) return bytes;
  return Buffer.concat([
    bytes.subarray(0, a),
    bytes.subarray(c, d),
    bytes.subarray(b, c),
    bytes.subarray(a, b),
    bytes.subarray(d),
  ]);
}

function spliced(bytes: Buffer, random: RandomSource, others: readonly Uint8Array[]): Buffer {
  const other = Buffer.from(random.pick(others));
  const at = random.below(bytes.length + 1);
  if (random.once(2))
    return Buffer.concat([bytes.subarray(0, at), other.subarray(random.below(other.length))]);
  const [from, to] = piece(other, random);
  return replaced(bytes, at, at, other.subarray(from, to));
}

function piece(bytes: Buffer, random: RandomSource): [from: number, to: number] {
  const from = random.below(bytes.length + 1);
  const longest = random.pick([4, 16, 64, 600, bytes.length]);
  return [from, Math.min(bytes.length, from + random.below(longest + 1))];
}

function replaced(bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);
}
