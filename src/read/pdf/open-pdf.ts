// Opens a PDF. In: the file, passwords, and how many scanned pages may still be read. Out, page by page: its text
// with its lines, what fields, notes and links hold, scanned pages by OCR; attachments as members. Damaged pages are
// told with their number and the rest is read; scripts in the file are never run.

import { droppedReason } from '../ocr/open-image.ts';
import { readPicture } from '../ocr/ocr-engine.ts';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenFile, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { createPageGaps } from './page-gaps.ts';
import type { Attachment } from './pdf-messages.ts';
import { startReader } from './pdf-reader.ts';
import type { PdfReader } from './pdf-reader.ts';

/** Time for the text of a document, OCR not counted: 100,000 pages take a quarter of an hour. */
const maxDocumentMs = 3_600_000;

/** What a sink takes at once. */
const textPieceLength = 500_000;

/** Names of attachments are shown; longer ones are cut. */
const maxNameLength = 255;

const ocrLimit = 'the limit of scanned pages is reached, raise it with --ocr-pages';

export const openPdf: OpenFile = async (file: RandomAccess, sink: UnpackSink, options: UnpackOptions) => {
  const reader = await startReader(file, options.passwords);
  const abort = () => void reader.abort();
  options.signal?.addEventListener('abort', abort);
  try {
    await readPages(reader, sink, options);
  } finally {
    options.signal?.removeEventListener('abort', abort);
    await reader.close();
  }
};

async function readPages(reader: PdfReader, sink: UnpackSink, options: UnpackOptions): Promise<void> {
  const { opened } = reader;
  const gaps = createPageGaps(sink);
  if (opened.rebuilt) sink.skipped(0, 0, 'is damaged: pages were searched for, some may be missing');
  writeText(sink, 0, opened.about);
  for (const attachment of opened.attachments) await handOver(reader, sink, attachment);

  let spentMs = 0;
  for (let page = 1; page <= opened.pages; page++) {
    const startedAt = performance.now();
    const found = await reader.ask({ kind: 'page', page });
    options.signal?.throwIfAborted();
    spentMs += performance.now() - startedAt;
    if (!found) {
      gaps.add(page, 'cannot be read: damaged');
      continue;
    }
    writeText(sink, page, found.text);
    writeText(sink, page, found.notes);
    if (found.cut) sink.skipped(page, 0, `page ${page} has more text than is read of one page`);
    if (found.scanned) {
      const reason = await readScan(reader, sink, options, page);
      if (reason) gaps.add(page, reason);
    }
    for (const attachment of found.attachments) await handOver(reader, sink, attachment);
    await sink.drained();
    if (spentMs > maxDocumentMs) {
      gaps.end();
      throw new UnreadableError(`takes too long: pages after ${page} are not read, split the file`);
    }
  }
  gaps.end();
}

/** Why the page was not read, or null. */
async function readScan(
  reader: PdfReader,
  sink: UnpackSink,
  options: UnpackOptions,
  page: number,
): Promise<string | null> {
  if (options.ocr.pagesLeft <= 0) return `scanned and not read: ${ocrLimit}`;
  const picture = await reader.ask({ kind: 'render', page });
  if (!picture) return 'scanned and cannot be drawn: damaged';
  options.ocr.pagesLeft -= 1;
  try {
    const { text, droppedLines } = await readPicture(picture);
    writeText(sink, page, text);
    if (droppedLines > 0) sink.skipped(page, 0, `page ${page}: ${droppedReason(droppedLines)}`);
    return null;
  } catch (error) {
    if (error instanceof UnreadableError) return `scanned and not read: ${error.message}`;
    throw error;
  } finally {
    options.ocr.onPage(page, reader.opened.pages);
  }
}

async function handOver(reader: PdfReader, sink: UnpackSink, attachment: Attachment): Promise<void> {
  const path = attachment.name.slice(0, maxNameLength);
  const bytes = await reader.ask({ kind: 'attachment', attachment: attachment.place });
  if (!bytes) {
    sink.unread(path, attachment.sizeBytes, 'the attachment is damaged or larger than 128 MB');
    return;
  }
  await sink.member({ path, sizeBytes: bytes.length, stream: () => piecesOf(bytes) });
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield await Promise.resolve(bytes.subarray(from, from + pieceBytes));
  }
}

const pieceBytes = 65_536;

/** Cut between lines where there are any. */
function writeText(sink: UnpackSink, page: number, text: string): void {
  for (let from = 0; from < text.length;) {
    const full = from + textPieceLength;
    const lineEnd = full >= text.length ? text.length : text.lastIndexOf('\n', full);
    const to = lineEnd > from ? lineEnd : full;
    sink.text(page, text.slice(from, to));
    from = to;
  }
}
