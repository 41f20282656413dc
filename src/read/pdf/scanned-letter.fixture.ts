// Makes a letter that was never scanned look as if it had been: the lines are set in Helvetica, drawn as a grey
// picture at 300 dots an inch, turned by half a degree, and the picture alone becomes the page of a PDF.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocument } from './pdf-document.ts';
import { picturePdf, textPdf } from './pdf-file.fixture.ts';
import { loadPdfium } from './pdfium.ts';
import { renderPage } from './render-page.ts';

export interface Picture {
  width: number;
  height: number;
  /** A byte each, 255 is white. */
  pixels: Uint8Array;
}

/** Up to 45 lines of some 80 characters of Windows-1252; empty lines are gaps. */
export async function scannedLetterPdf(lines: string[]): Promise<Uint8Array> {
  return picturePdf([await letterPicture(lines)]);
}

export async function letterPicture(lines: string[], turnDegrees = 0.5): Promise<Picture> {
  const [pdfium, folder] = await Promise.all([loadPdfium(), mkdtemp(join(tmpdir(), 'tocsin-letter-'))]);
  const path = join(folder, 'letter.pdf');
  const pdf = textPdf([lines], { turnDegrees });
  await writeFile(path, pdf);
  const { document } = openDocument(pdfium!, { path, seal: null }, '');
  const pgm = renderPage(document!, 1)!;
  document!.close();
  await rm(folder, { recursive: true });
  const [, width, height] = /^P5\n(\d+) (\d+)\n255\n/.exec(
    Buffer.from(pgm.subarray(0, 32)).toString('latin1'),
  )!;
  const pixels = pgm.subarray(pgm.length - Number(width) * Number(height));
  return { width: Number(width), height: Number(height), pixels };
}

/** Somebody made up: name, address, NIR (its key is right, its commune does not exist), telephone number of the range for fiction. */
export const letterLines = [
  'Agence des Écluses',
  '12 rue des Écluses',
  '75010 PARIS',
  '',
  '',
  'Madame Élodie Grandjean-Lefèvre',
  'Bâtiment C, appartement 14',
  '27 bis avenue de la République',
  '69007 LYON',
  '',
  '',
  'Objet : votre dossier n° 4471902',
  '',
  'Madame,',
  '',
  'Nous avons bien reçu votre déclaration du 2 février 2023. Votre numéro de',
  'sécurité sociale est le 2 84 05 69 900 456 10. Votre conseillère est joignable',
  'au 06 39 98 12 34 ou par courriel : conseil@agence.example.',
  '',
  'Veuillez agréer, Madame, nos salutations distinguées.',
];
