// The numbers of people, as values to look for. In: bytes of one value. Out: its normal form and the other ways in which
// the same number is written elsewhere: with its key, without its bank's country, without a zero in front.

import { type IdentifierName, identifierOf, validatorIds } from '../../recognise/index.ts';
import { phoneShape } from './hints.ts';
import type { ValueSink } from './value-sink.ts';

const normal = new Uint8Array(128);
const zero = 48;
/** A number that lost its zeros still has to be as long as this to be somebody's. */
const shortestLoss = 8;
const shortestAccount = 14;

export function gatherIdentifier(
  sink: ValueSink,
  name: IdentifierName,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  // invalid numbers, and those whose normal form leaves out a key or a prefix
  const digits = digitsOf(bytes, start, end);
  if (digits >= 6) sink.add('number', bytes, start, end);
  if (end - start > normal.length) return;
  const length = identifierOf(validatorIds[name])?.normalise(bytes, start, end, normal) ?? 0;
  if (length === 0 || length > normal.length) return;
  sink.add('number', normal, 0, length);
  if (name === 'nir' && length === 13) addKey(sink, length);
  // the firm: what stands for it is decided by which firms are real
  if (name === 'siret') sink.add('number', normal, 0, 9);
  if (name === 'iban' && length - 4 >= shortestAccount) sink.add('number', normal, 4, length);
  let zeros = 0;
  while (zeros < length && normal[zeros] === zero) zeros++;
  if (zeros > 0 && length - zeros >= shortestLoss) sink.add('number', normal, zeros, length);
}

/** The same number with its key. */
function addKey(sink: ValueSink, length: number): void {
  let rest = 0;
  for (let at = 0; at < length; at++) {
    const byte = normal[at]!;
    // Corsica: 2A counts as 19, 2B as 18
    const isCorsican = byte === 65 || byte === 66;
    const carried = isCorsican ? (rest + 96) % 97 : rest;
    const value = isCorsican ? 74 - byte : byte - zero;
    rest = (carried * 10 + value) % 97;
  }
  const key = 97 - rest;
  normal[length] = zero + Math.floor(key / 10);
  normal[length + 1] = zero + (key % 10);
  sink.add('number', normal, 0, length + 2);
}

export function gatherPhone(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  if (!sink.add('phone', bytes, start, end)) return;
  const digits = digitsOf(bytes, start, end);
  if (digits < 9) sink.addPhoneShape(phoneShape.short);
  if (digits !== end - start || bytes[start] === zero) return;
  if (digits === 9) sink.addPhoneShape(phoneShape.bareNine);
  else if (digits === 10) sink.addPhoneShape(phoneShape.bareTen);
}

function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at]! >= zero && bytes[at]! < zero + 10) count++;
  return count;
}
