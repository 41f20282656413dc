// One number while it is replaced. In: its form, of a kind. Out: which of its places are encrypted, their values, the tweak
// that all the rest makes, and whether a form with other values in these places is a number of the same kind and class.

import { mostPlaces, type Payloads, tweakBytes } from '../cipher/payload-cipher.ts';
import type { Prf } from '../cipher/prf.ts';
import type { Identifier } from '../../recognise/index.ts';
import { formBytes, type Layout, rememberedAt } from './layout.ts';

export interface NumberEntry {
  /** As it is encrypted: `layout.open` has seen it. */
  form: Uint8Array;
  /** As it is written. */
  image: Uint8Array;
  length: number;
  kind: number;
  class: number;
  places: readonly number[];
  isOdd: boolean;
  isFailed: boolean;
}

export interface NumberMasker {
  identifier: Identifier;
  layout: Layout;
  /** Makes `image` of the first `count` entries (at most `batchSize`): what stands for the number, or it stands for. */
  run(entries: readonly NumberEntry[], count: number, level: number, isForward: boolean): void;
}

export const batchSize = 1024;

const letterA = 65;
const zero = 48;
const tenDigits = 10;
const letters = 26;
const message = new Uint8Array(formBytes + 4);

export function createEntry(): NumberEntry {
  return {
    form: new Uint8Array(formBytes),
    image: new Uint8Array(formBytes),
    length: 0,
    kind: 0,
    class: 0,
    places: [],
    isOdd: false,
    isFailed: false,
  };
}

/** Makes the entry that of the number in `form`, which passes. */
export function begin(
  entry: NumberEntry,
  layout: Layout,
  form: Uint8Array,
  length: number,
  kind: number,
): void {
  entry.form.fill(0);
  entry.form.set(form.subarray(0, length));
  entry.length = length;
  entry.kind = kind;
  entry.class = layout.classOf?.(entry.form, length, kind) ?? kind;
  layout.open?.(entry.form, length);
  entry.places = layout.places(entry.form, length, kind);
  entry.isOdd = layout.parity !== undefined && (entry.form[layout.parity]! & 1) === 1;
  entry.isFailed = false;
}

export function readPayload(entry: NumberEntry, layout: Layout, payloads: Payloads, index: number): void {
  const base = index * mostPlaces;
  payloads.counts[index] = entry.places.length;
  for (const [order, place] of entry.places.entries()) {
    const byte = entry.form[place]!;
    const isParity = place === layout.parity;
    payloads.sizes[base + order] = byte >= letterA ? letters : isParity ? tenDigits / 2 : tenDigits;
    payloads.values[base + order] =
      byte >= letterA ? byte - letterA : isParity ? (byte - zero) >> 1 : byte - zero;
  }
}

export function writePayload(entry: NumberEntry, layout: Layout, payloads: Payloads, index: number): void {
  const base = index * mostPlaces;
  for (const [order, place] of entry.places.entries()) {
    const value = payloads.values[base + order]!;
    if (payloads.sizes[base + order] === letters) entry.form[place] = letterA + value;
    else if (place === layout.parity) entry.form[place] = zero + value * 2 + (entry.isOdd ? 1 : 0);
    else entry.form[place] = zero + value;
  }
}

/** All that is kept, with the date that stands for the real one, and the level: another permutation for each. */
export function writeTweak(
  { form, length, kind, places }: NumberEntry,
  layout: Layout,
  level: number,
  prf: Prf,
  payloads: Payloads,
  index: number,
): void {
  message[0] = level;
  message[1] = kind;
  message[2] = length;
  message[3] = form[rememberedAt]!;
  for (let at = 0; at < length; at++) message[4 + at] = form[at]!;
  for (const at of places) message[4 + at] = 0;
  for (const at of layout.checks?.(length, form) ?? []) message[4 + at] = 0;
  prf.hash(message, 0, 4 + length);
  const to = index * tweakBytes;
  for (let byte = 0; byte < 4; byte++) {
    payloads.tweaks[to + byte] = prf.hi >>> (24 - byte * 8);
    payloads.tweaks[to + 4 + byte] = prf.lo >>> (24 - byte * 8);
  }
}

/** Makes the image of the form; false where there is no number of the kind and class that has it. */
export function complete(entry: NumberEntry, layout: Layout, identifier: Identifier): boolean {
  const { form, image, length } = entry;
  for (let at = 0; at < formBytes; at++) image[at] = form[at]!;
  if (layout.close?.(image, length) === false) return false;
  const kind = solve(entry, layout, identifier);
  return kind > 0 && (layout.classOf?.(image, length, kind) ?? kind) === entry.class;
}

function solve(
  { image, length, places }: NumberEntry,
  { solve: last }: Layout,
  identifier: Identifier,
): number {
  const place = last === undefined ? length : last.place < 0 ? length - 1 : last.place;
  if (last === undefined || place >= length || places.includes(place))
    return identifier.kind(image, 0, length);
  for (let index = 0; index < last.characters.length; index++) {
    image[place] = last.characters.charCodeAt(index);
    const kind = identifier.kind(image, 0, length);
    if (kind > 0) return kind;
  }
  return 0;
}
