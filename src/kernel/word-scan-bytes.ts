// What the twin of the scan of words asks of a byte. In: a byte. Out: yes or no.

/** No name of capitals within is longer. */
export const longestHumps = 64;
/** Hexadecimal digits in groups that may hold a text. */
export const shortestSpaced = 16;

const codes = (text: string): Set<number> => new Set([...text].map((character) => character.charCodeAt(0)));
/** What may belong to a local part beside letters, digits and `. + - _`, or escape what follows. */
export const beforeLocal = codes('\\%&!#$*/=?^`{|}~');
export const numberGaps = codes(' -./()_[]');

export function isBetween(byte: number, first: number, count: number): boolean {
  return byte >= first && byte < first + count;
}

export function isHex(byte: number): boolean {
  return isDigit(byte) || isBetween(byte | 32, 97, 6);
}

export function isDigit(byte: number): boolean {
  return isBetween(byte, 48, 10);
}

export function isWordByte(byte: number): boolean {
  return byte >= 128 || isDigit(byte) || isBetween(byte | 32, 97, 26);
}

export function isSign(byte: number): boolean {
  return byte === 64 || byte === 92 || byte === 37 || byte === 38 || byte === 61 || byte === 0;
}

export function isLocal(byte: number): boolean {
  return byte < 128 && (isWordByte(byte) || byte === 46 || byte === 43 || byte === 45 || byte === 95);
}

export function isPackedJoint(byte: number): boolean {
  return byte === 43 || byte === 47 || byte === 45 || byte === 95;
}

export function isJoint(byte: number): boolean {
  return byte === 45 || byte === 46 || byte === 95 || byte === 58;
}

/** Whether a run may be base64, which mixes cases, or hex; a line that is neither may go on as one. */
export function mayPack(run: Uint8Array, next: number): boolean {
  if (next === 10 || next === 13 || next === 92) return true;
  const isMixed = run.some((byte) => isBetween(byte, 97, 26)) && run.some((byte) => isBetween(byte, 65, 26));
  const prefix = run[0] === 120 ? 1 : run[0] === 48 && (run[1]! | 32) === 120 ? 2 : 0;
  return isMixed || run.subarray(prefix).every(isHex);
}
