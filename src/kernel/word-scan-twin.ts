// The plain TypeScript twin of the compiled scan of words: the oracle of its test, and what runs where none is built. Byte
// by byte, same events; where they stand near each other, in another order.

import {
  beforeLocal,
  isBetween,
  isDigit,
  isHex,
  isJoint,
  isLocal,
  isPackedJoint,
  isSign,
  isWordByte,
  longestHumps,
  mayPack,
  numberGaps,
  shortestSpaced,
} from './word-scan-bytes.ts';
import { bitPlace, hashStep, hashWord, wordPlace } from './word-hash.ts';
import {
  additionalAt,
  eventsAt,
  flagsAt,
  foldedAt,
  foldsAt,
  inputAt,
  localBitsAt,
  memoryBytes,
  oneByteAt,
  scanEvent,
  scanFlag,
  wholeBitsAt,
} from './word-scan-layout.ts';

export function createWordScanTwin() {
  const buffer = new ArrayBuffer(memoryBytes);
  const memory = new Uint8Array(buffer);
  const words = new Uint32Array(buffer);
  const input = memory.subarray(inputAt);
  let seed = 0;
  let fewestDigits = 0;
  let toldFlags = 0;
  let size = 0;
  let count = 0;
  let skipTo = 0;
  let numbersTo = 0;
  let runStart = 0;
  let lastStart = 0;
  let lastEnd = 0;
  let [lastFlags, lastDigits] = [0, 0];
  let [pairsStart, pairsEnd, pairsWidth] = [0, 0, 0];

  return {
    bytes: memory,
    words,
    setWordScan(seedOfHashes: number, fewest: number, told = 0): void {
      toldFlags = told;
      seed = seedOfHashes;
      fewestDigits = fewest;
    },
    scanWords(length: number, isLast: boolean): number {
      size = length;
      pairsStart = pairsEnd = pairsWidth = 0;
      count = skipTo = numbersTo = runStart = lastStart = lastEnd = lastFlags = lastDigits = 0;
      let start = -1;
      for (let at = 0; at < length; at++) {
        if (isWordByte(input[at]!)) {
          if (start < 0) start = at;
          continue;
        }
        if (start >= 0) word(start, at);
        start = -1;
        if (isSign(input[at]!)) sign(at);
      }
      if (start >= 0 && isLast) word(start, length);
      return count;
    },
  };

  function emit(sort: number, start: number, end: number): void {
    const at = eventsAt / 4 + 3 * count++;
    words[at] = sort;
    words[at + 1] = start;
    words[at + 2] = end;
  }

  function hasBit(bits: number, hash: number): boolean {
    const bit = bitPlace(hash);
    return ((memory[bits + (bit >>> 3)]! >>> (bit & 7)) & 1) === 1;
  }

  function byteOr(at: number, other: number): number {
    return at < size ? input[at]! : other;
  }

  function sign(at: number): void {
    if (at < skipTo) return;
    const byte = input[at]!;
    if (byte === 64) {
      if (mayBeAddress(at)) emit(scanEvent.sign, at, at + 1);
      return;
    }
    const next = byteOr(at + 1, 32);
    if (byte === 92) {
      let end = at + 1;
      while (end < size && input[end] === 92) end++;
      const escaped = byteOr(end, 32);
      if ((escaped | 32) === 117 || escaped === 120 || escaped === 48) emit(scanEvent.escape, at, end);
      skipTo = escaped < 128 ? end + 1 : end;
    } else if (mayEscape(byte, next, at)) emit(scanEvent.escape, at, at + 1);
  }

  function mayEscape(byte: number, next: number, at: number): boolean {
    if (byte === 37) return isDigit(next) || isBetween(next | 32, 97, 6);
    if (byte === 38) return next === 35 || isBetween(next | 32, 97, 26);
    if (byte === 61)
      return isDigit(next) || isBetween(next, 65, 6) || next === 13 || next === 10 || next === 92;
    return isWordByte(next) || (at > 0 && isWordByte(input[at - 1]!));
  }

  function mayBeAddress(at: number): boolean {
    let hash = seed;
    let start = at;
    for (; start > 0 && isLocal(input[start - 1]!); start--) {
      if (at - start > 64) return true;
      hash = hashStep(hash, input[start - 1]! | 32);
      if (hasBit(localBitsAt, hash)) return true;
    }
    if (start === at || start === 0) return true;
    return input[start - 1]! >= 128 || beforeLocal.has(input[start - 1]!);
  }

  function word(from: number, end: number): void {
    const first = Math.max(from, skipTo);
    let start = first;
    let length = 0;
    let digits = 0;
    let isOpen = false;
    let isHumped = false;
    let isSmall = false;
    const close = (at: number) => {
      const hash = hashWord(seed, memory, foldedAt, foldedAt + length);
      if (isOpen) finish(start, at, hash, digits, isHumped && at - start <= longestHumps);
    };
    for (let at = first; at < end;) {
      const byte = input[at]!;
      const packed = byte < 128 ? 1 | (1 << 3) | ((byte | 32) << 8) : foldWide(at, end);
      const bytes = (packed >>> 3) & 7;
      if (bytes === 0 && (packed & 64) === 0) {
        close(at);
        isOpen = isHumped = isSmall = false;
        length = digits = 0;
      } else if (bytes > 0) {
        if (!isOpen) start = at;
        isOpen = true;
        if (byte < 58) digits++;
        if (isSmall && isBetween(byte, 65, 26)) isHumped = true;
        isSmall = byte >= 97;
        for (let index = 0; index < bytes; index++)
          memory[foldedAt + length++] = (packed >>> (8 + 8 * index)) & 255;
      }
      at += Math.max(1, packed & 7);
    }
    close(end);
  }

  function foldWide(at: number, end: number): number {
    const [lead, second, third] = [0, 1, 2].map((index) => (at + index < end ? input[at + index]! : 0)) as [
      number,
      number,
      number,
    ];
    if ((second & 0xc0) === 0x80) {
      if (lead >= 0xc2 && lead < 0xe0) {
        const codePoint = ((lead & 31) << 6) | (second & 63);
        if (codePoint === 0xc3 && at + 3 < end && third === 0xc2)
          return (words[foldsAt / 4 + (0xc0 | (input[at + 3]! & 63))]! & ~7) | 4;
        return codePoint < 0x600
          ? words[foldsAt / 4 + codePoint]!
          : 2 | (2 << 3) | (lead << 8) | (second << 16);
      }
      if (lead >= 0xe0 && lead < 0xf0 && (third & 0xc0) === 0x80) {
        if (lead === 0xe1 && second >= 0xb8 && second < 0xbc)
          return words[additionalAt / 4 + (((second & 3) << 6) | (third & 63))]!;
        if (lead === 0xe2) return second === 0x80 && third >= 0x8b && third <= 0x8f ? 3 | 64 : 3;
        if (lead === 0xe3 && second === 0x80) return 3;
        if (lead === 0xef && second === 0xbb && third === 0xbf) return 3 | 64;
        return 3 | (3 << 3) | (lead << 8) | (second << 16) | (third << 24);
      }
      if (lead >= 0xf0 && lead < 0xf5 && at + 3 < end && (third & 0xc0) === 0x80) return 4;
    }
    return words[oneByteAt / 4 + (lead & 127)]!;
  }

  function finish(start: number, end: number, hash: number, digits: number, isHumped: boolean): void {
    const gap = start - lastEnd;
    const flags = memory[flagsAt + wordPlace(hash)]!;
    if ((flags & toldFlags) !== 0) emit(scanEvent.word, start, end);
    if ((flags & lastFlags & scanFlag.name) !== 0 && gap <= 4) emit(scanEvent.names, lastStart, start);
    if ((lastFlags & scanFlag.salutation) !== 0 && (flags & scanFlag.lastName) !== 0 && gap <= 4)
      emit(scanEvent.surname, start, end);
    if ((flags & scanFlag.afterNumber) !== 0 && lastDigits > 0 && lastEnd - lastStart <= 5 && gap <= 3)
      emit(scanEvent.street, lastStart, start);
    const next = byteOr(end, 0);
    if (isHumped) emit(scanEvent.humps, start, end);
    if (digits > 0) {
      if (end - start === 2 || end - start === 4) pairs(start, end, end - start);
      if ((lastFlags & scanFlag.beforeNumber) !== 0 && end - start < 6 && gap <= 3)
        emit(scanEvent.streetEnd, start, end);
      if (start >= numbersTo) numberFrom(start);
    }
    const goesOn = end + 1 < size && isWordByte(input[end + 1]!);
    if ((isJoint(next) && goesOn) || (digits > 0 && digits < end - start && end - start >= 6))
      chainFrom(start, end);
    if (end - start === 2 && start > 0 && (input[start]! | 32) === 97 && (input[start + 1]! | 32) === 116) {
      const before = input[start - 1]!;
      if ((before === 40 && next === 41) || (before === 91 && next === 93))
        emit(scanEvent.bracketed, start - 1, end + 1);
    }
    if (lastEnd === 0 || packedGapEnd(lastEnd) !== start) runStart = start;
    const after = packedGapEnd(end);
    const runGoesOn = after > end && after < size && isWordByte(input[after]!);
    if (
      end - runStart >= (digits > 0 ? 12 : 16) &&
      !runGoesOn &&
      mayPack(input.subarray(runStart, end), byteOr(end, 10))
    )
      emit(scanEvent.run, runStart, end);
    lastStart = start;
    lastEnd = end;
    lastFlags = flags;
    lastDigits = digits;
  }

  function pairs(start: number, end: number, width: number): void {
    if (!input.subarray(start, end).every(isHex)) return;
    if (width !== pairsWidth || start !== pairsEnd + 1) pairsStart = start;
    pairsWidth = width;
    pairsEnd = end;
    if (((end - pairsStart + 1) / (width + 1)) * width === shortestSpaced)
      emit(scanEvent.spaced, pairsStart, end);
  }

  function packedGapEnd(at: number): number {
    let end = at;
    while (end < size && end - at < 12 && isPackedJoint(input[end]!)) end++;
    return end;
  }

  function numberFrom(start: number): void {
    let digits = 0;
    let gap = 0;
    let letters = 0;
    let at = start;
    for (const limit = Math.min(size, start + 96); at < limit; at++) {
      const byte = input[at]!;
      if (isDigit(byte)) {
        gap = letters = 0;
        if (++digits === fewestDigits) {
          const isLed =
            lastDigits === 0 && start - lastEnd === 1 && input[lastEnd] === 32 && lastEnd - lastStart <= 4;
          emit(scanEvent.number, isLed ? lastStart : start, at);
          return;
        }
      } else if (isBetween(byte | 32, 97, 26) && byte < 128) {
        gap = 0;
        if (++letters > 8) break;
      } else if (byte >= 128 || numberGaps.has(byte)) {
        letters = 0;
        if (++gap > 6) break;
      } else break;
    }
    numbersTo = at < size ? at : start;
  }

  function chainFrom(start: number, end: number): void {
    let hash = seed;
    let pieces = 0;
    let isPiece = false;
    const limit = Math.min(size, start + 128);
    let at = start;
    for (; at < limit; at++) {
      const byte = input[at]!;
      const packed = byte < 128 ? 1 | (1 << 3) | ((byte | 32) << 8) : foldWide(at, size);
      const count = (packed >>> 3) & 7;
      if (isWordByte(byte) && (count > 0 || (packed & 64) !== 0)) {
        for (let index = 0; index < count; index++) hash = hashStep(hash, (packed >>> (8 + 8 * index)) & 255);
        if (count > 0) isPiece = true;
        at += (packed & 7) - 1;
        continue;
      }
      if (!isPiece) return;
      if (at - start >= 6 && hasBit(wholeBitsAt, hash)) break;
      if (!isJoint(byte) || ++pieces === 8) return;
      hash = hashStep(hash, byte);
      isPiece = false;
    }
    if (at < limit || limit < size || hasBit(wholeBitsAt, hash)) emit(scanEvent.chain, start, end);
  }
}
