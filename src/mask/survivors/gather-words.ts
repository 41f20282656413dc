// Values in one piece as values to look for: addresses, user names, tokens, paths. In: bytes of one value. Out: values, to a
// sink: only what tells who, as a word of the language that somebody has for a user name stands in texts of others.

import { emailsInValue, isGivenName } from '../../recognise/index.ts';
import { chainFacts, isTellingWord, longestWord, tellingChain } from './word-chain.ts';
import type { ValueSink } from './value-sink.ts';

const chain = new Uint8Array(1400);
const decoder = new TextDecoder();
const at = 64;
const slash = 47;
const shortestPlain = 5;
const shortestPath = 8;
const shortestDigits = 10;

/** An e-mail address, and its local part where that tells by itself. */
export function gatherAddress(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  let isWhole = false;
  emailsInValue(bytes, start, end, (from, to) => {
    if (from === start && to === end) isWhole = true;
    addAddress(sink, bytes, from, to);
  });
  // what is no address, or more than one, is remembered as it stands
  if (!isWhole) addAddress(sink, bytes, start, end);
}

function addAddress(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  sink.add('email', bytes, start, end);
  let sign = start;
  while (sign < end && bytes[sign] !== at) sign++;
  const length = tellingChain(bytes, start, sign, chain);
  if (isTellingWord(length, chainFacts) && !isAllGivenNames(length)) sink.addNormal('word', chain, 0, length);
}

export function gatherUserName(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  for (let sign = start; sign < end; sign++)
    if (bytes[sign] === at && sign > start) {
      gatherAddress(sink, bytes, start, end);
      return;
    }
  const length = tellingChain(bytes, start, end, chain);
  if (isTellingWord(length, chainFacts)) {
    if (!isAllGivenNames(length)) sink.addNormal('word', chain, 0, length);
  } else if (
    chainFacts.digits === 0 &&
    chainFacts.pieces === 1 &&
    length >= shortestPlain &&
    length <= longestWord
  )
    sink.addNormal('plainWord', chain, 0, length);
}

export function gatherWord(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  const length = tellingChain(bytes, start, end, chain);
  const isLong = length >= shortestDigits && length <= longestWord;
  if (isTellingWord(length, chainFacts)) sink.addNormal('word', chain, 0, length);
  else if (isLong && chainFacts.digits === length) sink.add('number', bytes, start, end);
}

/**
 * An address of a machine. Of one that `::` cuts short, what stands before it: two groups are a provider's, or those of all
 * addresses for documentation, and nobody's.
 */
export function gatherMachine(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  const length = tellingChain(bytes, start, end, chain);
  const { letters, pieces } = chainFacts;
  // of digits alone, three groups are a version of a program
  if ((pieces > 3 || (pieces === 3 && letters > 0)) && length <= longestWord)
    sink.addNormal('word', chain, 0, length);
}

/** The parts of a path after the host that can be somebody's page. */
export function gatherPathWords(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  let from = start;
  for (let stop = start, slashes = 0; stop <= end; stop++) {
    if (stop < end && bytes[stop] !== slash) continue;
    if (
      slashes > 0 &&
      stop - from >= shortestPath &&
      bytes[from - 1] === slash &&
      !isHost(bytes, from, start)
    ) {
      const length = tellingChain(bytes, from, stop, chain);
      if (isTellingWord(length, chainFacts) && !hasDot(length)) sink.addNormal('word', chain, 0, length);
    }
    slashes++;
    from = stop + 1;
  }
}

function isHost(bytes: Uint8Array, from: number, start: number): boolean {
  return from - 2 >= start && bytes[from - 2] === slash;
}

function hasDot(length: number): boolean {
  for (let index = 0; index < length; index++) if (chain[index] === 46) return true;
  return false;
}

/** `jean-pierre` is a name of many. */
function isAllGivenNames(length: number): boolean {
  if (chainFacts.digits > 0) return false;
  return decoder
    .decode(chain.subarray(0, length))
    .split(/[._:-]/)
    .every((word) => isGivenName(word));
}
