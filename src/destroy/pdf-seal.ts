// A signature over every byte of a PDF file, behind its end, where viewers skip it as a comment; the file ends as a PDF
// has to. In: the bytes of a PDF and a signer. Out: the sealed file; or what is wrong with one and where. A hash of each
// piece of 4 KiB shows where a byte was changed.

import { hash } from 'node:crypto';
import { type NoteSigner, type NoteVerifier, openNote, signNote } from '../custody/index.ts';

const sealName = 'tocsin-pdf-seal/1';
const pieceBytes = 4096;
const begin = '\n% begin of the seal\n';
const end = '% end of the seal\n';

export function sealPdf(pdf: Buffer, signer: NoteSigner): Buffer {
  const note = signNote([sealName, String(pdf.length), ...pieceHashes(pdf), ''].join('\n'), signer);
  const comment = note.slice(0, -1).replaceAll(/^/gmu, '% ');
  return Buffer.concat([pdf, Buffer.from(`${begin}${comment}\n${end}${pdfEnd(pdf)}`)]);
}

export interface SealProblem {
  /** `byte 4096 to 8191`. */
  place: string;
  what: string;
}

/** The PDF without its seal, whether that holds or not; null where there is none. */
export function openPdfSeal(
  file: Buffer,
  verifier: NoteVerifier,
): { pdf: Buffer; problems: SealProblem[] } | null {
  const at = file.lastIndexOf(begin);
  if (at < 0) return null;
  const pdf = file.subarray(0, at);
  const rest = file.subarray(at).toString();
  const sealPlace = `byte ${at} to ${file.length - 1}`;
  const note = /^\n% begin of the seal\n((?:% .*\n|% \n)+)% end of the seal\n/u.exec(rest)?.[1];
  const opened = note === undefined ? null : openNote(note.replaceAll(/^% /gmu, ''), verifier);
  if (!opened?.isSigned)
    return {
      pdf,
      problems: [{ place: sealPlace, what: 'the seal of the file was changed, or is of another key' }],
    };
  const [name, size, ...hashes] = opened.text.slice(0, -1).split('\n');
  const problems: SealProblem[] = [];
  if (name !== sealName || Number(size) !== pdf.length)
    problems.push({ place: sealPlace, what: 'the file is longer or shorter than what was sealed' });
  for (const [i, found] of pieceHashes(pdf).entries())
    if (found !== hashes[i]) problems.push({ place: pieceText(i, pdf.length), what: 'it was changed' });
  if (rest !== `${begin}${note}${end}${pdfEnd(pdf)}`)
    problems.push({ place: sealPlace, what: 'what stands behind the seal was changed' });
  return { pdf, problems };
}

function pieceText(piece: number, length: number): string {
  return `byte ${piece * pieceBytes} to ${Math.min(length, (piece + 1) * pieceBytes) - 1}`;
}

function pieceHashes(pdf: Buffer): string[] {
  const hashes: string[] = [];
  for (let p = 0; p < pdf.length; p += pieceBytes)
    hashes.push(hash('sha256', pdf.subarray(p, p + pieceBytes), 'base64'));
  return hashes;
}

/** Where the table of objects begins, said once more: a reader looks for it in the last kilobyte. */
function pdfEnd(pdf: Buffer): string {
  const [, offset = '0'] = /startxref\n(\d+)\n%%EOF\n*$/u.exec(pdf.subarray(-64).toString('latin1')) ?? [];
  return `startxref\n${offset}\n%%EOF\n`;
}
