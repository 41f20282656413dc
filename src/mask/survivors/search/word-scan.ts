// Goes through bytes once, in a scan that knows what no table rules out, and asks of each place what stands there. In:
// spans. Out: real values, to a visitor; escapes and packed runs, to be undone and scanned again. Linear.

import { type WordScanCode, wordScanLayout } from '../../../kernel/index.ts';
import { foldTables } from '../fold.ts';
import { fewestDigits, scanTableBytes, wordFlag } from '../hints.ts';
import type { OpenRealValues } from '../open-real-values.ts';
import { createAddressSearch } from './address-search.ts';
import { characters } from './characters.ts';
import { escapeAt, escapeSign } from './escape-at.ts';
import { createNameSearch } from './name-search.ts';
import { createNumberSearch } from './number-search.ts';
import { packedEnd, spacedEnd } from './packed-search.ts';
import { createStreetSearch } from './street-search.ts';
import type { VisitReal } from './visit-survivor.ts';
import { createWordSearch } from './word-search.ts';

export interface WordScan {
  scan(bytes: Uint8Array, from: number, to: number): void;
}

export interface WordScanEvents {
  report: VisitReal;
  /** Escapes stand from `first` to `last`. */
  unescape(bytes: Uint8Array, from: number, to: number, first: number, last: number, isQuoted: boolean): void;
  /** A run of characters of base64 or hex. */
  unpack(bytes: Uint8Array, start: number, end: number): void;
  /** A word with a flag that is told. */
  word?(start: number, end: number): void;
}

const { eventsAt, inputAt, inputBytes, scanEvent } = wordScanLayout;
/** Bytes that are scanned twice, so that nothing stands across two inputs. */
const overlap = 512;
/** Escapes that stand nearer are undone together, up to so many bytes. */
const regionGap = 160;
const longestRegion = 4096;
/** Words that a street may have before its number, and bytes. */
const mostBackwards = 8;
const longestBackwards = 160;

/** Puts the tables of a source into the memory of a scan. */
export function prepareScan(code: WordScanCode, { hints }: OpenRealValues): void {
  const { additionalAt, flagsAt, foldsAt, oneByteAt } = wordScanLayout;
  const { twoBytes, additional, oneByte } = foldTables();
  code.bytes.set(hints.bytes.subarray(0, scanTableBytes), flagsAt);
  code.words.set(twoBytes, foldsAt / 4);
  code.words.set(additional, additionalAt / 4);
  code.words.set(oneByte, oneByteAt / 4);
  code.setWordScan(hints.seed, fewestDigits(hints), wordFlag.name | wordFlag.lastName);
}

/** One for each depth: a scan may begin while another one is told of what it found. */
export function createWordScan(real: OpenRealValues, code: WordScanCode, events: WordScanEvents): WordScan {
  const { report } = events;
  const searchNumber = createNumberSearch(real);
  const searchWord = createWordSearch(real);
  const names = createNameSearch(real);
  const searchStreet = createStreetSearch(real);
  const searchAddress = createAddressSearch(real);
  let found = new Uint32Array(3 << 10);
  /** By sort of event: what lies before has been asked. */
  const doneTo = new Float64Array(16);
  let packedTo = 0;
  let regionFirst = -1;
  let regionLast = -1;
  let isQuoted = false;

  return { scan };

  function scan(bytes: Uint8Array, from: number, to: number): void {
    doneTo.fill(from);
    packedTo = from;
    regionFirst = -1;
    names.begin();
    for (let at = from; at < to;) {
      const end = Math.min(to, at + inputBytes);
      code.bytes.set(bytes.subarray(at, end), inputAt);
      const count = code.scanWords(end - at, end === to);
      if (found.length < 3 * count) found = new Uint32Array(6 * count);
      found.set(code.words.subarray(eventsAt / 4, eventsAt / 4 + 3 * count));
      for (let index = 0; index < 3 * count; index += 3)
        ask(bytes, from, to, found[index]!, at + found[index + 1]!, at + found[index + 2]!);
      if (end === to) break;
      at = end - overlap;
      for (let steps = 0; steps < overlap / 2 && isWord(bytes[at]!); steps++) at--;
    }
    if (regionFirst >= 0) events.unescape(bytes, from, to, regionFirst, regionLast, isQuoted);
  }

  function ask(bytes: Uint8Array, from: number, to: number, sort: number, start: number, end: number): void {
    if (sort === scanEvent.run) {
      if (end > packedTo) openRun(bytes, start, end, to);
      return;
    }
    if (start < doneTo[sort]!) return;
    doneTo[sort] = start + 1;
    switch (sort) {
      case scanEvent.names:
        doneTo[sort] = names.search(bytes, start, to, report);
        break;
      case scanEvent.surname:
        names.searchSurname(bytes, start, end, report);
        break;
      case scanEvent.humps:
        names.searchHumps(bytes, start, end, report);
        break;
      case scanEvent.spaced:
        doneTo[sort] = spacedEnd(bytes, start, to);
        events.unpack(bytes, start, doneTo[sort]);
        break;
      case scanEvent.street:
        searchStreet(bytes, start, to, report);
        break;
      case scanEvent.streetEnd:
        searchBackwards(bytes, from, start, end);
        break;
      case scanEvent.number:
        doneTo[sort] = searchNumber(bytes, start, from, to, report);
        break;
      case scanEvent.chain:
        doneTo[sort] = searchWord(bytes, start, to, report);
        break;
      case scanEvent.sign:
      case scanEvent.bracketed:
        searchAddress(bytes, start, end, from, to, report);
        break;
      case scanEvent.word:
        names.meet(bytes, start, end, from, report);
        events.word?.(start, end);
        break;
      default:
        meetEscape(bytes, from, to, start);
    }
  }

  /** Nested scans begin in the last two: what stands in this one is not touched by them. */
  function openRun(bytes: Uint8Array, start: number, end: number, to: number): void {
    let first = start;
    while (first > packedTo && isPacked(bytes[first - 1]!)) first--;
    packedTo = packedEnd(bytes, end, to);
    events.unpack(bytes, first, packedTo);
  }

  function meetEscape(bytes: Uint8Array, from: number, to: number, at: number): void {
    const sign = escapeAt(bytes, at, to, characters[bytes[at]!]!);
    if (sign === escapeSign.none) return;
    if (regionFirst >= 0 && (at - regionLast > regionGap || at - regionFirst > longestRegion)) {
      events.unescape(bytes, from, to, regionFirst, regionLast, isQuoted);
      regionFirst = -1;
    }
    if (regionFirst < 0) {
      regionFirst = at;
      isQuoted = false;
    }
    regionLast = at;
    if (sign === escapeSign.quoted) isQuoted = true;
  }

  /** The street whose number ends at `end`; it may have begun some words before. */
  function searchBackwards(bytes: Uint8Array, from: number, start: number, end: number): void {
    let at = start;
    const floor = Math.max(from, start - longestBackwards);
    for (let words = 0; words < mostBackwards && at > floor; words++) {
      while (at > floor && !isWord(bytes[at - 1]!)) at--;
      while (at > floor && isWord(bytes[at - 1]!)) at--;
      if (searchStreet(bytes, at, end, report, end)) return;
    }
  }
}

function isWord(byte: number): boolean {
  return characters[byte]! >= 48;
}

function isPacked(byte: number): boolean {
  return (isWord(byte) && byte < 128) || byte === 43 || byte === 47 || byte === 45 || byte === 95;
}
