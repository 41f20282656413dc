// The readings that a case holds, oldest first.

import type Database from 'better-sqlite3-multiple-ciphers';
import type { KeptReading, PartialFile, ReadingInput } from './reading.ts';

export function listReadings(db: Database.Database): KeptReading[] {
  const readings = db
    .prepare('SELECT reading, at, people, fewest, most, skipped FROM reading ORDER BY reading')
    .all() as Omit<KeptReading, 'inputs' | 'partial'>[];
  const inputs = db.prepare('SELECT path, sha256, bytes FROM input WHERE reading = ? ORDER BY number');
  const partial = db.prepare('SELECT path, note FROM partial WHERE reading = ? ORDER BY number');
  return readings.map((entry) => ({
    ...entry,
    inputs: inputs.all(entry.reading) as ReadingInput[],
    partial: partial.all(entry.reading) as PartialFile[],
  }));
}
