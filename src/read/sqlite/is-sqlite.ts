// Whether a file is an SQLite database, from its first bytes.

const magic = Buffer.from('SQLite format 3\0', 'latin1');

export function isSqlite(head: Uint8Array): boolean {
  return head.length >= magic.length && magic.equals(head.subarray(0, magic.length));
}
