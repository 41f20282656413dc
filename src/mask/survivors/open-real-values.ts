// The real values of a source as one thread asks them. In: the memory that was merged, the keys. Out: whether a value is
// real. That a value which is not in the source passes for real has odds of 2^-64 times the count.

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createFingerprints, type Fingerprints } from './fingerprints.ts';
import { isIn } from './fingerprint-set.ts';
import { addWordFlag, hintBytes, type Hints, openHints, wordFlag } from './hints.ts';
import { headWords, mergeRealValues } from './merge-real-values.ts';
import { normalRoom, normalValue } from './normal-value.ts';
import type { RealSort } from './real-sort.ts';
import type { RealValues } from './real-values.ts';

/** `shared`: of `mergeRealValues`; null where nothing is gathered yet. */
export function openRealValues(shared: SharedArrayBuffer | null, keys: MaskKeys): OpenRealValues {
  return new OpenRealValues(shared ?? mergeRealValues([]), keys);
}

export class OpenRealValues implements RealValues {
  readonly count: number;
  readonly hints: Hints;
  private readonly prints: Fingerprints;
  private readonly slots: Uint32Array;
  private readonly places: number;
  private readonly normal = new Uint8Array(normalRoom);

  constructor(shared: SharedArrayBuffer, keys: MaskKeys) {
    const head = new Uint32Array(shared, 0, headWords);
    this.count = head[0]!;
    this.places = head[1]!;
    this.hints = openHints(new Uint8Array(shared, headWords * 4, hintBytes), keys);
    this.slots = new Uint32Array(shared, headWords * 4 + hintBytes);
    this.prints = createFingerprints(keys);
    for (const word of salutations) {
      const bytes = Buffer.from(word);
      addWordFlag(this.hints, bytes, 0, bytes.length, wordFlag.salutation);
    }
  }

  has(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.count === 0) return false;
    const length = normalValue(sort, bytes, start, end, this.normal);
    if (length === 0) return false;
    if (sort === 'word' && this.hasNormal('plainWord', this.normal, 0, length)) return true;
    return this.hasNormal(sort, this.normal, 0, length);
  }

  hasNormal(sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.count === 0) return false;
    this.prints.take(sort, bytes, start, end);
    return isIn(this.slots, this.places, this.prints.lo, this.prints.hi);
  }
}

/** A surname that follows one of these is somebody's. */
const salutations = [
  'm',
  'mr',
  'mme',
  'mlle',
  'monsieur',
  'madame',
  'mademoiselle',
  'docteur',
  'maitre',
  'mrs',
  'ms',
  'miss',
  'mister',
  'herr',
  'herrn',
  'frau',
  'senor',
  'senora',
  'signor',
  'signora',
  'sig',
  'meneer',
  'mevrouw',
  'pan',
  'pani',
];
