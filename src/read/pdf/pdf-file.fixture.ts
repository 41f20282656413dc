// Writes small PDF files for tests: objects as they are given, pages of text, pages that are pictures, and both
// locked with a password (RC4, the oldest cipher, as it needs least: ISO 32000-1, 7.6.3).

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export type PdfObject = string | Buffer;

export interface PdfParts {
  /** Further entries of the catalogue, the page's dictionary, and the trailer. */
  catalogue?: string;
  page?: string;
  trailer?: string;
  /** Objects to follow; their numbers begin at `firstExtra`. */
  extra?: PdfObject[];
  /** Lines begin here, turned a little as on a scanner. */
  turnDegrees?: number;
}

/** The first three objects are the catalogue, the pages and the font. */
export const firstExtra = 4;

/** A file of these objects: the first is the catalogue, the list of objects at the end is right. */
export function writePdf(objects: PdfObject[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = pieces[0]!.length;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), latin1(object), Buffer.from('\nendobj\n')]));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
        `trailer <</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}

export function streamObject(dictionary: string, content: Uint8Array | string): Buffer {
  const bytes = typeof content === 'string' ? latin1(content) : content;
  const head = latin1(`<<${dictionary}/Length ${bytes.length}>>stream\n`);
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
}

/** Pages of lines in Helvetica, 11 points, A4. */
export function textPdf(pages: string[][], parts: PdfParts = {}): Buffer {
  return writePdf(textObjects(pages, parts), parts.trailer);
}

function textObjects(
  pages: string[][],
  { catalogue = '', page = '', extra = [], turnDegrees = 0 }: PdfParts,
) {
  const first = firstExtra + extra.length;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const turn = (turnDegrees * Math.PI) / 180;
  const matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn)].map((n) => n.toFixed(5));
  return [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...extra,
    ...pages.flatMap((lines, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + 2 * i + 1} 0 R` +
        `/Resources<</Font<</F 3 0 R>>>>${page}>>`,
      streamObject(
        '',
        `BT /F 11 Tf 16 TL ${matrix.join(' ')} 70 770 Tm ${lines.map((line) => `(${escaped(line)}) Tj T* `).join('')}ET`,
      ),
    ]),
  ];
}

/** A4 pages that are a grey picture each and nothing else. */
export function picturePdf(pictures: { width: number; height: number; pixels: Uint8Array }[]): Buffer {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pictures.length}/Kids[${pictures.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}]>>`,
    ...pictures.flatMap(({ width, height, pixels }, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + 3 * i} 0 R` +
        `/Resources<</XObject<</I ${5 + 3 * i} 0 R>>>>>>`,
      streamObject('', 'q 595 0 0 842 0 0 cm /I Do Q'),
      streamObject(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8` +
          '/ColorSpace/DeviceGray/Filter/FlateDecode',
        deflateSync(pixels, { level: 1 }),
      ),
    ]),
  ]);
}

/** One page of text under a password that is needed to open it. */
export function lockedPdf(lines: string[], password: string): Buffer {
  const id = Buffer.from('0123456789abcdef');
  const permissions = -4;
  const padded = padPassword(password);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissionBytes = Buffer.alloc(4);
  permissionBytes.writeInt32LE(permissions);
  const key = md5(padded, owner, permissionBytes, id).subarray(0, 5);
  const user = rc4(key, padding);
  const objects = textObjects([lines], {});
  const content = objects.at(-1) as Buffer;
  const from = content.indexOf('stream\n') + 'stream\n'.length;
  const to = content.lastIndexOf('\nendstream');
  const objectKey = md5(key, Buffer.of(objects.length, 0, 0, 0, 0)).subarray(0, 10);
  objects[objects.length - 1] = Buffer.concat([
    content.subarray(0, from),
    rc4(objectKey, content.subarray(from, to)),
    content.subarray(to),
  ]);
  return writePdf(
    objects,
    `/ID[${hex(id)}${hex(id)}]/Encrypt<</Filter/Standard/V 1/R 2/O ${hex(owner)}/U ${hex(user)}/P ${permissions}>>`,
  );
}

function hex(bytes: Buffer): string {
  return `<${bytes.toString('hex')}>`;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function padPassword(password: string): Buffer {
  return Buffer.concat([latin1(password), padding]).subarray(0, 32);
}

function md5(...pieces: Uint8Array[]): Buffer {
  return createHash('md5').update(Buffer.concat(pieces)).digest();
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  }) as Buffer;
}

function escaped(line: string): string {
  return line.replaceAll(/[\\()]/g, String.raw`\$&`);
}

function latin1(text: PdfObject): Buffer {
  return typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
}
