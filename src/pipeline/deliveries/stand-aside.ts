// Which readings of the same bytes count, and which stand aside: in a case a file is known by its SHA-256, and its rows
// count once however often it was examined, under whatever path. In: what was read of which evidence by which delivery.
// Out: those that stand. The order of deliveries changes which of equal readings stands, never what it holds.

export interface Reading {
  /** Ascending in the order in which deliveries came. */
  at: number;
  /** What was read, and of each what is said of it: '' where it was read whole. */
  evidence: ReadonlyMap<string, string>;
}

/**
 * A reading stands aside where another holds all its files, read whole or with the same said of them: one of more files,
 * else the one that read more of them whole, else the newest.
 */
export function standingReadings<R extends Reading>(readings: readonly R[]): R[] {
  return readings.filter((reading) => !readings.some((other) => takesPlaceOf(other, reading)));
}

function takesPlaceOf(other: Reading, reading: Reading): boolean {
  if (other.at === reading.at || reading.evidence.size === 0) return false;
  for (const [file, trouble] of reading.evidence) {
    const others = other.evidence.get(file);
    if (others === undefined || (others !== '' && others !== trouble)) return false;
  }
  return (
    (other.evidence.size - reading.evidence.size ||
      wholeFiles(other) - wholeFiles(reading) ||
      other.at - reading.at) > 0
  );
}

function wholeFiles({ evidence }: Reading): number {
  return [...evidence.values()].filter((trouble) => trouble === '').length;
}
