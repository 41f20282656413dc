/*
 * Telephone numbers. In: a number as people write it, or several in a cell. Out: one of the numbers that its country sets
 * aside for fiction, a mobile one for a mobile one, written alike; where all that are tried are real ones of the source, or
 * the country has none, one that cannot be dialled (`+999…`, a national one that begins with 000). The number decides, not
 * how it is written.
 */

import { isDivider, isSecondNumber, normalisePhone } from '../../recognise/index.ts';
import type { ByteSink } from '../byte-sink.ts';
import { createPrf } from '../cipher/prf.ts';
import type { FictionCountry, FictionRange } from '../lists/fiction-numbers.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ReplacerOptions } from '../replacer.ts';
import { createPhoneParts, type PhoneParts, readPhone } from './phone-parts.ts';
import { createUniquePhones } from './unique-phone.ts';
import { writeDigits } from './write-digits.ts';

/** How many numbers of each sort are tried before the next: of its kind, of its country, of no country. */
const ofKind = 6;
const ofCountry = ofKind + 10;
const tries = ofCountry + 48;
const keyDigits = 9;
const noCountry = '999';
const word = 2 ** 32;

export function createPhoneReplacer(masking: Masking, options: ReplacerOptions): Replacer {
  const prf = createPrf(masking.keys.of('phone', 16));
  const writeUnique = options.isUnique === true ? createUniquePhones(masking) : undefined;
  const parts = createPhoneParts();
  const key = new Uint8Array(keyDigits + 1);
  const masked = new Uint8Array(keyDigits);
  const made = new Uint8Array(32);

  /** Digits that the hash decides, at `from`..`to`. */
  const draw = (from: number, to: number): number => {
    let fraction = prf.hi;
    for (let at = from; at < to; at++) {
      if (at - from === keyDigits - 1) fraction = prf.lo;
      const whole = fraction * 10;
      const digit = Math.floor(whole / word);
      fraction = whole - digit * word;
      made[at] = digit;
    }
    return to;
  };
  const drawAfter = (prefix: string, count: number): number => {
    for (let at = 0; at < prefix.length; at++) made[at] = prefix.charCodeAt(at) - 48;
    return draw(prefix.length, Math.max(count, prefix.length + 3));
  };
  const drawInRange = (country: FictionCountry, turn: number, count: number): number => {
    const all = turn < ofKind ? rangesFor(country, parts) : country.ranges;
    const { prefix, free } = all[prf.lo % all.length]!;
    for (let at = 0; at < prefix.length; at++) made[at] = prefix.charCodeAt(at) - 48;
    return draw(prefix.length, Math.max(prefix.length + free, count));
  };
  const isTaken = (out: ByteSink, from: number, keyLength: number): boolean => {
    if (masking.real.count > 0 && masking.real.has('phone', out.bytes, from, out.length)) return true;
    if (normalisePhone(out.bytes, from, out.length, masked) !== keyLength) return false;
    for (let at = 0; at < keyLength; at++) if (masked[at] !== key[at]) return false;
    return true;
  };
  const replaceOne = (
    bytes: Uint8Array,
    start: number,
    end: number,
    out: ByteSink,
    room: number,
  ): boolean => {
    if (!readPhone(bytes, start, end, masking.language, parts)) return false;
    const keyLength = normalisePhone(bytes, start, end, key);
    if (keyLength === 0) return false;
    if (writeUnique !== undefined) return writeUnique(bytes, start, end, key, keyLength, out, room);
    const { country } = parts;
    const from = out.length;
    const count = parts.count - parts.nationalFrom;
    for (let turn = country === undefined ? ofCountry : 0; turn < tries; turn++) {
      key[keyLength] = turn;
      prf.hash(key, 0, keyLength + 1);
      out.length = from;
      const isOfCountry = country !== undefined && turn < ofCountry;
      let digits: number;
      if (isOfCountry) digits = drawInRange(country, turn, count);
      else if (parts.isInternational) digits = draw(0, count);
      else digits = drawAfter(parts.hasTrunk ? '00' : noCountry, count);
      const code = parts.isInternational && !isOfCountry ? noCountry : undefined;
      writeDigits(bytes, start, end, parts, code, made, digits, out);
      if (out.length - from > room) break;
      if (!isTaken(out, from, keyLength)) return true;
    }
    out.length = from;
    return false;
  };

  return {
    replace(bytes, start, end, out, room) {
      const from = out.length;
      for (let at = start; at < end;) {
        const to = numberEnd(bytes, at, end);
        if (!replaceOne(bytes, at, to, out, room - (out.length - from))) {
          out.length = from;
          return false;
        }
        if (to < end) out.put(bytes[to]!);
        at = to + 1;
      }
      return out.length > from;
    },
  };
}

/** Where the first number of a cell ends: at the sign before a second one. */
function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  let inner = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) digits++;
    else if (isSecondNumber(bytes, at, end, digits, inner)) return at;
    else if (digits > 0 && isDivider(byte)) inner = byte;
  }
  return end;
}

const byKind = new WeakMap<FictionCountry, Map<number, readonly FictionRange[]>>();

/** The ranges for numbers that begin as this one does. */
function rangesFor(country: FictionCountry, { digits, nationalFrom }: PhoneParts): readonly FictionRange[] {
  let kinds = byKind.get(country);
  if (kinds === undefined) {
    kinds = new Map();
    byKind.set(country, kinds);
  }
  const first = digits[nationalFrom]! * 10 + digits[nationalFrom + 1]!;
  let ranges = kinds.get(first);
  if (ranges === undefined) {
    const text = String(first).padStart(2, '0');
    const alike = country.ranges.filter((range) => range.kinds.some((kind) => text.startsWith(kind)));
    ranges = alike.length === 0 ? country.ranges : alike;
    kinds.set(first, ranges);
  }
  return ranges;
}
