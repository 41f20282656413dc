// Entry of a thread that reads one PDF at a time with PDFium. In: `PdfRequest`. Out: the answer of that kind in a
// `ThreadReply`. It opens the one path it is given, for reading, and nothing else.

import { parentPort } from 'node:worker_threads';
import type { ThreadReply } from '../ocr/limited-thread.ts';
import { attachmentBytes, openDocument } from './pdf-document.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfAnswers, PdfRequest } from './pdf-messages.ts';
import { readPage } from './pdf-page.ts';
import { loadPdfium } from './pdfium.ts';
import type { Pdfium } from './pdfium.ts';
import { renderPage } from './render-page.ts';

const library = loadPdfium();
let document: PdfDocument | null = null;

parentPort!.on('message', (request: PdfRequest) => {
  void reply(request).then((message) => parentPort!.postMessage(message, buffersOf(message)));
});

async function reply(request: PdfRequest): Promise<ThreadReply> {
  try {
    const pdfium = await library;
    return pdfium ? { answer: answer(pdfium, request) } : { fault: 'absent' };
  } catch {
    return { fault: 'crashed' };
  }
}

function answer(pdfium: Pdfium, request: PdfRequest): PdfAnswers[PdfRequest['kind']] {
  switch (request.kind) {
    case 'open': {
      const opened = openDocument(pdfium, request.place, request.password);
      document = opened.document;
      return opened.answer;
    }
    case 'page':
      return readPage(document!, request.page);
    case 'render':
      return renderPage(document!, request.page);
    case 'attachment':
      return attachmentBytes(document!, request.attachment);
    case 'close':
      document?.close();
      document = null;
      return { memoryBytes: pdfium.memory.buffer.byteLength };
    default:
      return request satisfies never;
  }
}

/** Pictures and attachments are given away, not copied. */
function buffersOf(message: ThreadReply): ArrayBuffer[] {
  if (!('answer' in message) || !(message.answer instanceof Uint8Array)) return [];
  return [message.answer.buffer as ArrayBuffer];
}
