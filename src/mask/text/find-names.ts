// The names in a text, word by word. In: a span and the words read of it. Out: each word of a name, as a first or a last name. A last name that is
// real counts alone, where it has a capital; a first name beside another word of a name, after `Bonjour`, or alone on its
// line; in small letters both only if somebody of the source has that full name.

import type { RealValues } from '../survivors/real-values.ts';
import type { Finds } from './finds.ts';
import { isNameGap } from './name-gap.ts';
import { closingSigns, nameSigns, realName } from './name-signs.ts';
import { signatureLine } from './signature-line.ts';
import type { TextWords } from './text-scan.ts';

const leastLastName = 3;
/** Words of one name in small letters, at most. */
const widestWindow = 4;

/** `isFlat`: the text is written without capitals, or in nothing else: how a word is written says nothing. */
export type FindNames = (
  bytes: Uint8Array,
  start: number,
  end: number,
  isFlat: boolean,
  finds: Finds,
) => void;

/** `words`: what was read of the span before. */
export function createFindNames(real: RealValues, words: TextWords): FindNames {
  const { starts, ends, names: signs, isBig } = words;
  /** 1: a word of a name; 2: the same, known as a last one by where it stands; 3: as a first one. */
  let marks = new Uint8Array(256);

  let isFlat = false;

  return (bytes, start, end, isFlatText, finds) => {
    isFlat = isFlatText;
    const { count } = words;
    if (count === 0) return;
    if (marks.length < count) marks = new Uint8Array(2 * count);
    marks.fill(0, 0, count);
    for (let from = 0; from < count;) {
      let to = from + 1;
      while (to < count && (isNameGap(bytes, ends[to - 1]!, starts[to]!) || isSigned(bytes, to - 1, end)))
        to++;
      markGroup(bytes, start, end, from, to);
      from = to;
    }
    for (let index = 0; index < count; index++) {
      if (marks[index] !== 0)
        finds.add(starts[index]!, ends[index]!, isFirst(index) ? 'first-name' : 'last-name');
      else if ((signs[index]! & nameSigns.word) !== 0) finds.add(starts[index]!, ends[index]!, 'username');
    }
  };

  /** Words with nothing but blanks and the like between them. */
  function markGroup(bytes: Uint8Array, start: number, end: number, from: number, to: number): void {
    markLed(bytes, end, from, to);
    for (let index = from; index < to; index++) {
      if (!isShown(index)) continue;
      const isLast = (signs[index]! & nameSigns.last) !== 0;
      if (isLast && ends[index]! - starts[index]! >= leastLastName) marks[index] ||= 1;
      else if (isNamed(index)) {
        const isReal = (signs[index]! & nameSigns.first) !== 0;
        if (isAlone(bytes, starts[index]!, ends[index]!, start, end, isReal)) marks[index] ||= 3;
      }
    }
    // `Paul Quellmont`: beside another word of a name a first name is one
    for (let index = from; index < to; index++) {
      if (marks[index] !== 0 || !isNamed(index) || !isShown(index)) continue;
      if (isBeside(index - 1, from, to) || isBeside(index + 1, from, to)) marks[index] = 1;
    }
    for (let index = from; index < to; index++) if (marks[index] === 0) markWindow(bytes, index, to);
  }

  /** What follows a title, a greeting, a first name or `je m’appelle`. */
  function markLed(bytes: Uint8Array, end: number, from: number, to: number): void {
    for (let index = from; index + 1 < to; index++) {
      const sign = signs[index]!;
      const next = index + 1;
      if (!isShown(next) || isOther(next)) continue;
      if ((sign & nameSigns.title) !== 0 && !isTitle(next)) {
        const isWhole = next + 1 < to && isBlank(bytes, next) && isShown(next + 1) && !isOther(next + 1);
        // `Madame Solène Tchoumakova`, of whom no word is known
        if (isWhole && !isNamed(next) && (signs[next]! & nameSigns.last) === 0) marks[next] ||= 3;
        if (isWhole) marks[next + 1] ||= isNamed(next + 1) ? 1 : 2;
        marks[next] ||= isNamed(next) ? 1 : 2;
      } else if ((sign & closingSigns) === closingSigns && isSigned(bytes, index, end)) {
        for (let index = next; index < to && isShown(index) && !isOther(index); index++) {
          marks[index] ||= isNamed(index) || (signs[index]! & realName) !== 0 ? 1 : index === next ? 3 : 2;
          if (index + 1 < to && !isBlank(bytes, index)) break;
        }
      } else if ((sign & nameSigns.greeting) !== 0 && isNamed(next)) marks[next] ||= 1;
      else if ((sign & nameSigns.introduction) !== 0) {
        marks[next] ||= isNamed(next) ? 1 : 3;
        if (next + 1 < to && isShown(next + 1) && !isOther(next + 1)) marks[next + 1] ||= 1;
      } else if (isNamed(index) && isShown(index) && (sign & (nameSigns.title | nameSigns.greeting)) === 0) {
        // an unknown word after a first name is the last one
        if ((signs[next]! & (realName | nameSigns.given)) === 0 && !isTitle(next)) {
          marks[index] ||= 1;
          marks[next] ||= 2;
        }
      }
    }
    // `Hadj-Brahim`
    for (let next = from + 1; next < to; next++) {
      const gap = ends[next - 1]!;
      const isJoined = starts[next] === gap + 1 && bytes[gap] === hyphen;
      if (isJoined && marks[next - 1] !== 0 && marks[next] === 0 && isShown(next))
        marks[next] = marks[next - 1]!;
    }
  }

  /** The next word begins the line under the closing of a letter. */
  function isSigned(bytes: Uint8Array, index: number, end: number): boolean {
    const isClosing = (signs[index]! & closingSigns) === closingSigns;
    return isClosing && signatureLine(bytes, ends[index]!, end) === starts[index + 1]!;
  }

  /** Nothing but blanks, hyphens, apostrophes and particles until the next word. */
  function isBlank(bytes: Uint8Array, index: number): boolean {
    for (let at = ends[index]!; at < starts[index + 1]!; at++) {
      const byte = bytes[at]!;
      const isLetter = (byte | 32) >= 97 && (byte | 32) <= 122;
      if (byte !== 32 && byte !== hyphen && byte !== 39 && !isLetter) return false;
    }
    return true;
  }

  /** Small letters: the full name that begins here, if it is somebody's. */
  function markWindow(bytes: Uint8Array, from: number, to: number): void {
    if ((signs[from]! & realName) === 0) return;
    for (let last = Math.min(to, from + widestWindow) - 1; last > from; last--) {
      if ((signs[last]! & realName) === 0) continue;
      if (!real.has('fullName', bytes, starts[from]!, ends[last]!)) continue;
      for (let index = from; index <= last; index++) marks[index] ||= 1;
      return;
    }
  }

  function isShown(index: number): boolean {
    return isFlat ? (signs[index]! & nameSigns.other) === 0 : isBig[index]!;
  }

  /** A first name, real or common. */
  function isNamed(index: number): boolean {
    return (signs[index]! & (nameSigns.first | nameSigns.given)) !== 0 && !isOther(index);
  }

  function isOther(index: number): boolean {
    return (signs[index]! & nameSigns.other) !== 0 && (signs[index]! & realName) === 0;
  }

  function isTitle(index: number): boolean {
    return (signs[index]! & (nameSigns.title | nameSigns.greeting)) !== 0;
  }

  function isBeside(index: number, from: number, to: number): boolean {
    if (index < from || index >= to || !isShown(index)) return false;
    return marks[index] !== 0 || (isNamed(index) && (signs[index]! & nameSigns.first) !== 0);
  }

  function isFirst(index: number): boolean {
    if (marks[index] === 2) return false;
    if (marks[index] === 3) return true;
    const sign = signs[index]!;
    const mayBeFirst = (sign & (nameSigns.first | nameSigns.given)) !== 0;
    const mayBeLast = (sign & nameSigns.last) !== 0;
    if (mayBeFirst !== mayBeLast) return mayBeFirst;
    if (!mayBeFirst) return false;
    const [before, after] = [sortBeside(index - 1), sortBeside(index + 1)];
    if (before === nameSigns.first) return false;
    if (after === nameSigns.first && before === 0) return false;
    return after !== 0 || before === nameSigns.last;
  }

  /** What the word beside is beyond doubt, 3 for either, 0 where it is not of a name. */
  function sortBeside(index: number): number {
    if (index < 0 || index >= words.count || marks[index] === 0) return 0;
    if (marks[index] === 2) return nameSigns.last;
    return signs[index]! & realName || nameSigns.first;
  }
}

/** Nothing else stands on its line: a signature, a salutation. `mayBeAll`: it may be the whole text too. */
function isAlone(
  bytes: Uint8Array,
  from: number,
  to: number,
  start: number,
  end: number,
  mayBeAll: boolean,
): boolean {
  let before = from;
  while (before > start && (bytes[before - 1] === 32 || bytes[before - 1] === 9)) before--;
  if (before > start && !isLineEnd(bytes[before - 1]!)) return false;
  let after = to;
  while (after < end && (bytes[after] === 32 || bytes[after] === 44 || bytes[after] === 46)) after++;
  if (after < end && !isLineEnd(bytes[after]!)) return false;
  return mayBeAll || before > start || after < end;
}

/** A line break, or the sign of a tag on either side. */
function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 60 || byte === 62;
}

const hyphen = 45;
