// Gathers what is real in a source, one in each thread. In: values. Out: their keyed fingerprints, and hints of what words
// they are made of. What is gathered in several threads and merged is what one thread would have gathered.

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createFingerprints, type Fingerprints } from './fingerprints.ts';
import { FingerprintSet } from './fingerprint-set.ts';
import {
  addNumberHash,
  addLocalPart,
  addPhoneNumber,
  addToMask,
  addWhole,
  addWordFlag,
  hashSpan,
  hintBytes,
  type Hints,
  mask,
  openHints,
  wordFlag,
} from './hints.ts';
import type { MethodName } from '../method.ts';
import { gatherNames } from './gather-names.ts';
import { gatherValue } from './gather-value.ts';
import { normalRoom, normalValue } from './normal-value.ts';
import type { RealSort } from './real-sort.ts';
import type { ValueSink } from './value-sink.ts';

/** What one thread gathered; both arrays can be handed to another thread. */
export interface RealValuesPart {
  fingerprints: Uint32Array<ArrayBuffer>;
  hints: Uint8Array<ArrayBuffer>;
}

export class RealValuesGatherer implements ValueSink {
  private readonly keys: MaskKeys;
  private readonly prints: Fingerprints;
  private readonly set = new FingerprintSet();
  private readonly normal = new Uint8Array(normalRoom);
  private hints: Hints;

  constructor(keys: MaskKeys) {
    this.keys = keys;
    this.prints = createFingerprints(keys);
    this.hints = openHints(new Uint8Array(hintBytes), keys);
  }

  /** How many different ones are gathered. */
  get count(): number {
    return this.set.count;
  }

  /** What a value that is masked by a method leaves, of all sorts. */
  gather(method: MethodName, bytes: Uint8Array, start: number, end: number): void {
    gatherValue(this, method, bytes, start, end);
  }

  /** First and last name of one row: the full name, which neither column has. */
  gatherNames(
    bytes: Uint8Array,
    firstStart: number,
    firstEnd: number,
    lastStart: number,
    lastEnd: number,
  ): void {
    gatherNames(this, bytes, firstStart, firstEnd, lastStart, lastEnd);
  }

  /** A value of a sort, as it is written; false where it is none. */
  add(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean {
    const length = normalValue(sort, bytes, start, end, this.normal);
    if (length === 0) return false;
    this.addNormal(sort, this.normal, 0, length);
    return true;
  }

  /** The same of a value in its normal form. */
  addNormal(sort: RealSort, bytes: Uint8Array, start: number, end: number): void {
    this.prints.take(sort, bytes, start, end);
    this.set.add(this.prints.lo, this.prints.hi);
    this.hint(sort, bytes, start, end);
  }

  /** A way in which numbers of the source are written (`phoneShape`). */
  addPhoneShape(shape: number): void {
    this.hints.masks[mask.phoneShapes]! |= shape;
  }

  /** What was gathered so far; the gatherer is empty after it. */
  take(): RealValuesPart {
    const hints = this.hints.bytes as Uint8Array<ArrayBuffer>;
    this.hints = openHints(new Uint8Array(hintBytes), this.keys);
    return { fingerprints: this.set.take(), hints };
  }

  private hint(sort: RealSort, bytes: Uint8Array, start: number, end: number): void {
    const { hints } = this;
    const hash = () => hashSpan(hints.seed, bytes, start, end);
    switch (sort) {
      case 'phone':
        addPhoneNumber(hints, numberOf(bytes, start, end), end - start);
        break;
      case 'number':
        addNumberHash(hints, hash(), end - start, digitsOf(bytes, start, end));
        break;
      case 'fullName':
        addToMask(hints, mask.nameWords, this.eachWord(bytes, start, end, wordFlag.name));
        break;
      case 'lastName':
        addWordFlag(hints, bytes, start, end, wordFlag.lastName);
        break;
      case 'word':
        addWhole(hints, hash());
        break;
      case 'plainWord':
        addWordFlag(hints, bytes, start, end, wordFlag.plainWord);
        break;
      case 'street':
        addWhole(hints, hash());
        addToMask(hints, mask.streetWords, this.streetWords(bytes, start, end));
        break;
      case 'firstName':
        addWordFlag(hints, bytes, start, end, wordFlag.firstName);
        break;
      case 'email':
        addLocalPart(hints, bytes, start, end);
    }
  }

  /** Flags each word; how many there are. */
  private eachWord(bytes: Uint8Array, start: number, end: number, flag: number): number {
    let count = 0;
    for (let at = start; at < end; count++) {
      const stop = wordStop(bytes, at, end);
      addWordFlag(this.hints, bytes, at, stop, flag);
      at = stop + 1;
    }
    return count;
  }

  /** Flags the words beside the house number, which is first or last; how many words there are. */
  private streetWords(bytes: Uint8Array, start: number, end: number): number {
    const { hints } = this;
    let count = 0;
    let before = start;
    let last = start;
    for (let at = start; at < end; count++) {
      const stop = wordStop(bytes, at, end);
      before = last;
      last = at;
      if (count === 1) addWordFlag(hints, bytes, at, stop, wordFlag.afterNumber);
      at = stop + 1;
    }
    if (count > 1) addWordFlag(hints, bytes, before, last - 1, wordFlag.beforeNumber);
    return count;
  }
}

function wordStop(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== 32) at++;
  return at;
}

function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - 48;
  return value;
}

function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at]! < 58) count++;
  return count;
}
