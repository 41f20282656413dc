// A batch of letters onto the disk: one PDF, and beside it the list of what is on its pages. In: letters, a folder. Out:
// two files that are whole or not there, and their hashes. The same letters give the same files, unless they are sealed.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../../../base/files/index.ts';
import { createLetterFile, type LaidOutLetter, type LetterPerson, listLine } from '../../../notify/index.ts';
import { type AgeRecipient, sealToFile } from '../../../store/age/index.ts';

export interface BatchLetter {
  letter: LaidOutLetter;
  person: LetterPerson;
  country: string | null;
  variant: number;
}

export interface WrittenBatch {
  pages: number;
  sheets: number;
  /** Of both files. */
  bytes: number;
  sha256: string;
  listSha256: string;
}

/** Throws what the file system says; then no file is there that was not before. */
export async function writeBatch(
  letters: readonly BatchLetter[],
  { folder, name, recipients }: { folder: string; name: string; recipients: AgeRecipient[] },
): Promise<WrittenBatch> {
  const isSealed = recipients.length > 0;
  const pieces: Buffer[] = [];
  const file = createLetterFile((bytes) => void pieces.push(bytes), {
    title: name,
    language: letters[0]!.letter.language,
  });
  const lines = [listHead];
  let pages = 0;
  for (const { letter, person, country, variant } of letters) {
    const { first, last } = file.add(letter, person);
    const sheets = Math.ceil((last - first + 1) / 2);
    lines.push(
      letterLine({
        file: fileName(name, isSealed),
        first,
        last,
        reference: person.reference,
        country,
        sheets,
        variant,
      }),
    );
    pages = last;
  }
  file.end(createHash('sha256').update(lines.join('')).digest().subarray(0, 16));
  const pdf = await put(join(folder, fileName(name, isSealed)), pieces, recipients);
  const list = await put(join(folder, listName(name, isSealed)), [Buffer.from(lines.join(''))], recipients);
  return {
    pages,
    sheets: pages / 2,
    bytes: pdf.bytes + list.bytes,
    sha256: pdf.sha256,
    listSha256: list.sha256,
  };
}

export function fileName(name: string, isSealed: boolean): string {
  return `${name}.pdf${isSealed ? '.age' : ''}`;
}

export function listName(name: string, isSealed: boolean): string {
  return `${name}.csv${isSealed ? '.age' : ''}`;
}

/** All that may lie in its folder of a batch, whether sealed or not. */
export function filesOf(name: string): string[] {
  return [false, true].flatMap((isSealed) => [fileName(name, isSealed), listName(name, isSealed)]);
}

export const listHead = 'file,first_page,last_page,reference,country,sheets,variant\r\n';

export function letterLine(on: {
  file: string;
  first: number;
  last: number;
  reference: string;
  country: string | null;
  sheets: number;
  variant: number;
}): string {
  const { file, first, last, reference, country, sheets, variant } = on;
  return listLine([
    file,
    String(first),
    String(last),
    reference,
    country ?? '',
    String(sheets),
    String(variant),
  ]);
}

async function put(
  path: string,
  pieces: Buffer[],
  recipients: AgeRecipient[],
): Promise<{ bytes: number; sha256: string }> {
  if (recipients.length > 0) return await sealToFile(path, pieces, recipients);
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  writeWhole(path, pieces);
  return { bytes, sha256: hash.digest('hex') };
}
