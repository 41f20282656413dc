// One number for a full name, whether its parts stood in columns of their own or in one.
// In: the fingerprints of the normal forms of first and last name (see `fingerprint`). Out: 32 bits, 0 where either is
// missing. Two names of a few million agree by chance once in a thousand; beside a date of birth they hardly ever do.

export function nameHash(first: number, last: number): number {
  if (first === 0 || last === 0) return 0;
  return (Math.imul(first, 0x85ebca6b) ^ last) >>> 0 || 1;
}
