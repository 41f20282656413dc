// References of letters that came back, as somebody scanned or typed them. In: a file of lines, each a reference or cells
// of which one is. Out: references with their lines and the reason beside them; lines that hold none, by their numbers. No
// line is kept or repeated anywhere: it may hold a name.

import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TocsinError } from '../../../base/index.ts';
import { parseReferenceCode } from '../../../register/index.ts';

export interface ReturnedReferences {
  /** By reference: the line where it stands first, and why the letter came back where that is said. */
  references: Map<string, { line: number; reason: string | null }>;
  /** Lines whose reference was there before. */
  repeated: number;
  /** Lines with digits that are no reference: a wrong or missing one. */
  damaged: number[];
}

/** Ten million references and more; it may be a single line, which is held in memory. */
const mostBytes = 256 * 2 ** 20;

/** A line longer than that is no list of references. */
const longestLine = 4096;

/** What a reason may be made of: a few words, no name, no address. */
const reasonWords = /^[\p{L}\d][\p{L}\d .,()/'’-]{0,59}$/u;

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE. */
export async function readReturned(path: string): Promise<ReturnedReferences> {
  const read: ReturnedReferences = { references: new Map(), repeated: 0, damaged: [] };
  let [number, reasonAt] = [0, -1];
  try {
    const { size } = statSync(path);
    if (size > mostBytes) throw new Error(`it has ${size} bytes, more than ${mostBytes}`);
    const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const cells = line
        .slice(0, longestLine)
        .replace('\ufeff', '')
        .split(/[,;\t]/u)
        .map((cell) => cell.trim().replaceAll(/^"|"$/gu, ''));
      const found = cells.map(parseReferenceCode).find((one) => one !== null);
      if (found === undefined) {
        // the names of the columns
        if (number === 1 && !/\d/u.test(line))
          reasonAt = cells.findIndex((cell) => /^(?:reason|motif|grund)$/iu.test(cell));
        else read.damaged.push(number);
      } else if (read.references.has(found)) read.repeated++;
      else {
        const said = cells[reasonAt] ?? '';
        read.references.set(found, { line: number, reason: reasonWords.test(said) ? said : null });
      }
    }
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new TocsinError(
      isMissing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE',
      isMissing ? `there is no such file: ${path}` : `the file cannot be read: ${path}`,
      { cause },
    );
  }
  return read;
}
