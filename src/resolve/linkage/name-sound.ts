// How a name sounds, as 16 bits that survive most typing errors. In: the normal form of a name, in bytes (see recognise:
// lower case, no accents, one space between words). Out: its first sound, which consonants it has after that, and how
// many. Equal for spellings of one name, close for what a slip of the hand makes of it.
// Called once a row: allocates nothing. Not keyed, so that what is built on it is the same in every run.

/**
 * Sounds of letters after the French Soundex: b p, c k q, d t, l, m n, r, g j, s x z, f v w are one sound each. Vowels
 * (and y) are 0 and do not count; h is silent.
 */
const soundOfLetter = Uint8Array.from('01230970072455012683099808', Number);
/** At the beginning of a name letters that sound alike count as one, the others as themselves. */
const firstOfLetter = Uint8Array.from('abcdefghijclmnopcrstuvvsis', (letter) => letter.charCodeAt(0) & 31);

const letterA = 97;
const letterZ = 122;
/** Longest name that is looked at: no more than names have. */
const soundedBytes = 64;

/** Bits of the result: 5 of the first sound, 9 of consonants, 2 of how many. */
const firstShift = 11;
const consonantShift = 2;
const consonantMask = 0x1ff << consonantShift;
const countMask = 3;

/** 16 bits; 0 for a name without letters. */
export function soundOf(bytes: Uint8Array, start: number, end: number): number {
  const stop = withoutSilentEnd(bytes, start, Math.min(end, start + soundedBytes));
  let first = 0;
  let consonants = 0;
  let count = 0;
  let before = -1;
  for (let at = start; at < stop; at++) {
    const sound = soundAt(bytes, at, stop);
    if (sound < 0) continue;
    if (first === 0) first = firstSoundAt(bytes, at, stop);
    else if (sound > 0 && sound !== before) {
      consonants |= 1 << (sound - 1);
      count++;
    }
    before = sound;
  }
  if (first === 0) return 0;
  const many = end - start === 1 ? 0 : Math.min(3, Math.max(1, count));
  return (first << firstShift) | (consonants << consonantShift) | many;
}

/** The sound of one byte where it stands: 0 for vowels, -1 for spaces and what is silent. */
function soundAt(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte < letterA || byte > letterZ) return byte < 128 ? -1 : 1 + (byte % 9);
  const next = at + 1 < end ? bytes[at + 1]! : 0;
  if (byte === 112 && next === 104) return 9; // ph
  if (byte === 99 && next === 104) return 7; // ch
  if (byte === 99 && (next === 101 || next === 105 || next === 121)) return 8; // ce, ci, cy
  if (byte === 103 && next === 110) return 5; // gn
  return byte === 104 ? -1 : soundOfLetter[byte - letterA]!;
}

/** 1 to 31: letters as they are, `ph` as f; other scripts by their last bits. */
function firstSoundAt(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte < letterA || byte > letterZ) return byte & 31 || 31;
  if (byte === 112 && at + 1 < end && bytes[at + 1] === 104) return 6;
  return firstOfLetter[byte - letterA]!;
}

/** Where the name ends for the ear: `Dupond`, `Dupont` and `Duponts` do so at the same letter. */
function withoutSilentEnd(bytes: Uint8Array, start: number, end: number): number {
  let stop = end;
  while (stop - start > 3 && isSilentAtEnd(bytes[stop - 1]!)) stop--;
  return stop;
}

/** s t d x z p e */
function isSilentAtEnd(byte: number): boolean {
  return (
    byte === 115 ||
    byte === 116 ||
    byte === 100 ||
    byte === 120 ||
    byte === 122 ||
    byte === 112 ||
    byte === 101
  );
}

/** The first sound of a name by its sound, 1 to 31; 0 for none. */
export function firstSoundOf(sound: number): number {
  return sound >>> firstShift;
}

/** The name was nothing but its first letter. */
export function isInitial(sound: number): boolean {
  return sound !== 0 && (sound & countMask) === 0;
}

/**
 * What one typing error leaves of a name: measured on given names, five errors in six are close and one pair of
 * different names in 25 is.
 */
export function soundClose(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false;
  const consonants = (a & consonantMask) >>> consonantShift;
  const others = (b & consonantMask) >>> consonantShift;
  if (firstSoundOf(a) === firstSoundOf(b)) return bitsSet(consonants ^ others) <= 2;
  return consonants === others && bitsSet(consonants) >= 2;
}

function bitsSet(bits: number): number {
  let set = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) set++;
  return set;
}
