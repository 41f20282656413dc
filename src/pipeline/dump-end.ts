// The end of a dump: mysqldump, mariadb-dump and pg_dump close theirs with a line that says it is complete, so that
// one cut off between two statements can be told from a whole one. In: the last bytes. Out: whether the line is missing.

import type { FilePlace } from '../base/index.ts';
import { openFileSource } from '../read/index.ts';

/** The line and what may follow it fit well inside. */
export const tailBytes = 4096;

/** What the last line of a dump of each program is. */
const lastLines = new Map([
  ['mysqldump', /^-- Dump completed/mu],
  ['MariaDB dump', /^-- Dump completed/mu],
  ['pg_dump', /^-- PostgreSQL database (?:cluster )?dump complete/mu],
]);

/** True for a dump that began with its program's header and does not end with its last line. */
export function isUnfinished(format: string, tail: Uint8Array): boolean {
  const [program] = format.split(',');
  const lastLine = lastLines.get(program ?? '');
  return lastLine !== undefined && !lastLine.test(Buffer.from(tail).toString('latin1'));
}

/** The last bytes of a file; none where it cannot be read any more. */
export function tailOfFile({ path, seal }: FilePlace, bytes: number): Uint8Array {
  try {
    const tail = Buffer.alloc(Math.min(tailBytes, bytes));
    const file = openFileSource(path, seal);
    try {
      return tail.subarray(0, file.read(bytes - tail.length, tail, 0, tail.length));
    } finally {
      file.close();
    }
  } catch {
    return new Uint8Array(0);
  }
}
