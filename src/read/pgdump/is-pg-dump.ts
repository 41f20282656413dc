// Whether a file is an archive of pg_dump (custom form, or the table of contents of the folder and tar forms).

const magic = Buffer.from('PGDMP');

export function isPgDump(head: Uint8Array): boolean {
  return magic.every((byte, i) => head[i] === byte);
}
