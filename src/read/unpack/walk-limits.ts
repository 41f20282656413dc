// What an input may ask of whoever unpacks it. Beyond, the rest is left out and told.

/** Containers inside one another: real ones have three or four levels, a quine has no end. */
export const maxDepth = 12;

/** Files inside one input, each a line in the report. */
export const maxMembers = 2_000_000;

/** Below this an input may unpack to as many times its size as it likes: disks and patience bear it. */
const freeBytes = 16 * 2 ** 30;

/** Dumps pack 5 to 20 times, logs up to 100; a zip bomb thousands of times. */
const maxRatio = 250;

/** Bytes that an input of `packedBytes` may unpack to, all levels taken together. */
export function maxUnpackedBytes(packedBytes: number): number {
  return Math.max(freeBytes, packedBytes * maxRatio);
}
