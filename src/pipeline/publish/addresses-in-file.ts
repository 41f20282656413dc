// The e-mail addresses in a text file. In: a path. Out: their normal forms, each once. The text is read in pieces; where it
// has no white space for longer than an address can be, a piece ends anywhere.

import { open } from 'node:fs/promises';
import { TocsinError } from '../../base/index.ts';
import { findEmails, normaliseEmail } from '../../recognise/index.ts';

const pieceBytes = 1 << 20;

/** White space is looked for so far back: no address is longer. */
const longestAddress = 1024;

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE. */
export async function addressesInFile(path: string): Promise<Set<string>> {
  const found = new Set<string>();
  try {
    await using file = await open(path);
    const buffer = Buffer.alloc(pieceBytes + longestAddress);
    let held = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, held, buffer.length - held, null);
      const end = held + bytesRead;
      const cut = bytesRead === 0 ? end : cutBefore(buffer, end);
      take(buffer, cut, found);
      if (bytesRead === 0) return found;
      buffer.copyWithin(0, cut, end);
      held = end - cut;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const isMissing = code === 'ENOENT';
    throw new TocsinError(
      isMissing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE',
      isMissing ? `there is no file ${path}` : `cannot read ${path} (${code})`,
      { cause },
    );
  }
}

const space = 0x20;

function cutBefore(bytes: Uint8Array, end: number): number {
  for (let at = end; at > Math.max(0, end - longestAddress); at--) if (bytes[at - 1]! <= space) return at;
  return end < longestAddress ? 0 : end;
}

function take(bytes: Buffer, end: number, found: Set<string>): void {
  findEmails(bytes, 0, end, (from, to) => {
    const normal = Buffer.alloc((to - from) * 2 + 4);
    found.add(normal.toString('utf8', 0, normaliseEmail(bytes, from, to, normal)));
  });
}
