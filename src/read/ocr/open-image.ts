// Opens a picture: its text by OCR. In: PNG, JPEG, TIFF with all its pages, GIF, WebP, BMP. Out: the lines that are
// likely text, a page each; what was left out is told. What EXIF says of a picture is not read here.

import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenFile, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { imageKindOf } from './image-kind.ts';
import { imageSizeOf } from './image-size.ts';
import type { ImageSize } from './image-size.ts';
import { readPicture } from './ocr-engine.ts';
import { putTiffPageFirst, tiffPages } from './tiff-pages.ts';
import type { TiffPage } from './tiff-pages.ts';

/** Unpacked, a pixel takes 4 bytes and some copies: about 500 MB. The cameras of telephones make 12–48 million. */
export const maxImagePixels = 50_000_000;

/** The file is held whole while it is unpacked; a fax archive of some thousand pages stays below. */
export const maxImageBytes = 128 * 2 ** 20;

/** Icons, lines and logos: a line of print at 100 dpi is 14 pixels high and a name 60 wide. */
const leastWidth = 200;
const leastHeight = 100;

const ocrLimit = 'the limit of scanned pages is reached, raise it with --ocr-pages';

export const openImage: OpenFile = async (file, sink, options) => {
  const kind = imageKindOf(await file.read(0, 32));
  if (!kind) throw new UnreadableError('is no image of a kind that is read');
  if (file.sizeBytes > maxImageBytes) {
    throw new UnreadableError(`is an image of more than ${maxImageBytes / 2 ** 20} MB: cut it into pages`);
  }
  const bytes = await wholeFile(file);
  if (kind === 'tiff') return openPages(bytes, sink, options);
  return openPage(bytes, imageSizeOf(kind, bytes), sink, options);
};

async function openPage(bytes: Uint8Array, size: ImageSize | null, sink: UnpackSink, options: UnpackOptions) {
  checkSize(size);
  if (!mayRead(options)) throw new UnreadableError(`is not read: ${ocrLimit}`);
  await readPage(bytes, 1, sink);
  options.ocr.onPage(1, 1);
}

async function openPages(bytes: Uint8Array, sink: UnpackSink, options: UnpackOptions): Promise<void> {
  const pages = tiffPages(bytes);
  if (pages.length === 0) checkSize(null);
  if (pages.length === 1) return openPage(bytes, pages[0]!, sink, options);
  for (const [i, page] of pages.entries()) {
    options.signal?.throwIfAborted();
    if (!mayRead(options)) {
      sink.skipped(i + 1, 0, `scanned pages ${i + 1}–${pages.length} not read: ${ocrLimit}`);
      return;
    }
    await readTiffPage(bytes, page, i + 1, sink);
    options.ocr.onPage(i + 1, pages.length);
    await sink.drained();
  }
}

/** One damaged page costs that page only. */
async function readTiffPage(bytes: Uint8Array, page: TiffPage, number: number, sink: UnpackSink) {
  try {
    checkSize(page);
    putTiffPageFirst(bytes, page);
    await readPage(bytes, number, sink);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    sink.skipped(number, 0, `page ${number} not read: ${error.message}`);
  }
}

function mayRead({ ocr }: UnpackOptions): boolean {
  if (ocr.pagesLeft <= 0) return false;
  ocr.pagesLeft -= 1;
  return true;
}

async function readPage(bytes: Uint8Array, number: number, sink: UnpackSink): Promise<void> {
  const { text, droppedLines } = await readPicture(bytes);
  if (text !== '') sink.text(number, text);
  if (droppedLines > 0) sink.skipped(number, 0, droppedReason(droppedLines));
}

export function droppedReason(lines: number): string {
  return `OCR: ${lines} ${lines === 1 ? 'line' : 'lines'} too uncertain to be text`;
}

function checkSize(size: ImageSize | null): void {
  if (!size || size.width === 0 || size.height === 0) {
    throw new UnreadableError('is a damaged image: its header gives no size');
  }
  if (size.width < leastWidth || size.height < leastHeight) {
    throw new UnreadableError(
      `is a small image (under ${leastWidth} × ${leastHeight} pixels): not searched for text`,
    );
  }
  if (size.width * size.height > maxImagePixels) {
    throw new UnreadableError(
      `is an image of more than ${maxImagePixels / 1e6} million pixels: make it smaller`,
    );
  }
}

/** At most `maxImageBytes`, in pieces of which none is large. */
async function wholeFile(file: RandomAccess): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.sizeBytes);
  let length = 0;
  while (length < bytes.length) {
    const piece = await file.read(length, Math.min(pieceBytes, bytes.length - length));
    if (piece.length === 0) break;
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}

const pieceBytes = 2 ** 20;
