// A database file that is encrypted whole, its log included; it writes no temporary file. In: a path and a key of 32
// bytes. Out: an open database. The file must be there already: who makes it chooses its rights.

import Database from 'better-sqlite3-multiple-ciphers';

export interface ConnectOptions {
  /** How long another process may write before it counts as busy. */
  busyTimeoutMs: number;
  cacheKilobytes: number;
}

export function connectEncrypted(
  path: string,
  key: Buffer,
  { busyTimeoutMs, cacheKilobytes }: ConnectOptions,
): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs });
  db.pragma(`cipher = 'aegis'`);
  // 256 bits as they are: a key derived from a phrase would take 30 ms each time
  db.key(Buffer.from(`raw:${key.toString('hex')}`));
  // sorters and temporary tables would be files of their own
  db.pragma('temp_store = MEMORY');
  db.pragma('journal_mode = WAL');
  db.pragma(`cache_size = -${cacheKilobytes}`);
  return db;
}
