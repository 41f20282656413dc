// What a PDF thread is asked and what it answers, by kind of request. Pages count from 1.

import type { FilePlace } from '../../base/index.ts';

export type PdfRequest =
  | { kind: 'open'; place: FilePlace; password: string }
  | { kind: 'page'; page: number }
  | { kind: 'render'; page: number }
  | { kind: 'attachment'; attachment: AttachmentPlace }
  | { kind: 'close' };

export interface PdfAnswers {
  open: OpenAnswer;
  /** null: the page cannot be had. */
  page: PdfPage | null;
  /** A grey picture (PGM) of the page for OCR; null: the page cannot be drawn. */
  render: Uint8Array | null;
  /** null: it cannot be unpacked. */
  attachment: Uint8Array | null;
  /** What the library holds by now: it never gives memory back. */
  close: { memoryBytes: number };
}

export type OpenAnswer =
  | { state: 'locked' | 'damaged' | 'unknown cipher' }
  | {
      state: 'open';
      pages: number;
      /** The list of objects was damaged or missing and has been made anew from what was found. */
      rebuilt: boolean;
      /** Title, author and the like, a line each. */
      about: string;
      attachments: Attachment[];
    };

export interface PdfPage {
  /** As it stands on the page, line by line. */
  text: string;
  /** What form fields, notes and links hold, a line each. */
  notes: string;
  /** There is a picture where text should be. */
  scanned: boolean;
  /** Text or notes that were left out as the page has too many. */
  cut: boolean;
  attachments: Attachment[];
}

export interface Attachment {
  name: string;
  sizeBytes: number;
  place: AttachmentPlace;
}

/** In the document's list, among the parts of an XFA form, or at a note on a page. */
export type AttachmentPlace =
  | { in: 'document'; index: number }
  | { in: 'form'; index: number }
  | { in: 'page'; page: number; index: number };
