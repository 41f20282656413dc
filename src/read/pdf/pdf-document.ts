// A PDF file opened in PDFium. In: a path and a password. Out: what the document says of itself, its attachments
// with their bytes, and handles for its pages. Reads the file in blocks where PDFium asks; never holds it whole.

import { closeSync, openSync } from 'node:fs';
import type { FilePlace } from '../../base/index.ts';
import { type FileBytes, fileBytes } from '../../base/files/index.ts';
import { createBlockReader } from './block-reader.ts';
import { bytesFrom, stringFrom, uint32At, withCString, withMemory } from './c-values.ts';
import type { Attachment, AttachmentPlace, OpenAnswer } from './pdf-messages.ts';
import { readBlockPointer } from './pdfium.ts';
import type { Pdfium } from './pdfium.ts';
import { salvagePages } from './salvage-pages.ts';

/** Held three times while it is handed over: in PDFium's memory, in the thread and in the process. */
export const maxAttachmentBytes = 128 * 2 ** 20;

/** A mail archive as a PDF portfolio has a file per mail. */
const maxAttachments = 10_000;

const aboutTags = ['Title', 'Author', 'Subject', 'Keywords', 'Creator'];

export interface PdfDocument {
  pdfium: Pdfium;
  handle: number;
  form: number;
  close(): void;
}

export function openDocument(
  pdfium: Pdfium,
  { path, seal }: FilePlace,
  password: string,
): { answer: OpenAnswer; document: PdfDocument | null } {
  const file = openSync(path, 'r');
  const access = pdfium.malloc(12);
  const loaded = load(pdfium, access, fileBytes(file, seal), password);
  if (typeof loaded === 'string') {
    closeSync(file);
    pdfium.free(access);
    return { answer: { state: loaded }, document: null };
  }
  const { handle } = loaded;
  const info = pdfium.malloc(formInfoBytes);
  new Uint8Array(pdfium.memory.buffer, info, formInfoBytes).fill(0).set([1]); // version 1: nothing is called
  const form = pdfium.FPDFDOC_InitFormFillEnvironment(handle, info);
  const close = () => {
    pdfium.FPDFDOC_ExitFormFillEnvironment(form);
    pdfium.FPDF_CloseDocument(handle);
    pdfium.free(info);
    pdfium.free(access);
    closeSync(file);
  };
  return { answer: describe(pdfium, handle, loaded.salvaged), document: { pdfium, handle, form, close } };
}

type Loaded = { handle: number; salvaged: boolean };

/** As it is, or where no page is found that way, with an end that names the pages that are there. */
function load(
  pdfium: Pdfium,
  access: number,
  file: FileBytes,
  password: string,
): Loaded | 'locked' | 'damaged' | 'unknown cipher' {
  const { sizeBytes } = file;
  const loadWith = (behind: Uint8Array) => {
    pdfium.readBlock = createBlockReader(pdfium, file, behind);
    new Uint32Array(pdfium.memory.buffer, access, 3).set([sizeBytes + behind.length, readBlockPointer, 0]);
    return loadLocked(pdfium, access, password);
  };
  const handle = loadWith(new Uint8Array(0));
  if (handle !== 0 && pdfium.FPDF_GetPageCount(handle) > 0) return { handle, salvaged: false };
  if (handle !== 0) pdfium.FPDF_CloseDocument(handle);
  const failure = handle === 0 ? failures[pdfium.FPDF_GetLastError()] : undefined;
  if (failure) return failure;
  const behind = salvagePages(sizeBytes, (target, position) => file.read(position, target, 0, target.length));
  const salvaged = behind ? loadWith(behind) : 0;
  return salvaged === 0 ? 'damaged' : { handle: salvaged, salvaged: true };
}

/** More than the structure of any version has (fpdf_formfill.h, FPDF_FORMFILLINFO). */
const formInfoBytes = 512;

const failures: Record<number, 'locked' | 'unknown cipher'> = { 4: 'locked', 5: 'unknown cipher' };

/** Older ciphers take a password in Latin-1, newer ones in UTF-8. */
function loadLocked(pdfium: Pdfium, access: number, password: string): number {
  const loadAs = (encoding: 'utf8' | 'latin1') =>
    withCString(pdfium, Buffer.from(password, encoding), (pointer) =>
      pdfium.FPDF_LoadCustomDocument(access, pointer),
    );
  const handle = loadAs('utf8');
  return handle === 0 && /[\x80-\xff]/.test(password) ? loadAs('latin1') : handle;
}

function describe(pdfium: Pdfium, handle: number, salvaged: boolean): OpenAnswer {
  const about = aboutTags.map((tag) =>
    withCString(pdfium, Buffer.from(tag), (name) =>
      stringFrom(pdfium, 'utf16le', (pointer, length) =>
        pdfium.FPDF_GetMetaText(handle, name, pointer, length),
      ),
    ),
  );
  return {
    state: 'open',
    pages: pdfium.FPDF_GetPageCount(handle),
    rebuilt: salvaged || pdfium.FPDF_DocumentHasValidCrossReferenceTable(handle) === 0,
    about: about.filter((line) => line !== '').join('\n'),
    attachments: [...attachmentsIn(pdfium, handle), ...formPartsIn(pdfium, handle)],
  };
}

function attachmentsIn(pdfium: Pdfium, handle: number): Attachment[] {
  const count = Math.min(pdfium.FPDFDoc_GetAttachmentCount(handle), maxAttachments);
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    describeAttachment(pdfium, pdfium.FPDFDoc_GetAttachment(handle, index), { in: 'document', index }),
  );
}

export function describeAttachment(pdfium: Pdfium, attachment: number, place: AttachmentPlace): Attachment {
  const name = stringFrom(pdfium, 'utf16le', (pointer, length) =>
    pdfium.FPDFAttachment_GetName(attachment, pointer, length),
  );
  const sizeBytes = withMemory(pdfium, 4, (written) => {
    pdfium.FPDFAttachment_GetFile(attachment, 0, 0, written);
    return uint32At(pdfium, written);
  });
  return { name: name || `attachment ${place.index + 1}`, sizeBytes, place };
}

/** An XFA form keeps what was filled in as XML, in the part called `datasets`; the rest is its design. */
function formPartsIn(pdfium: Pdfium, handle: number): Attachment[] {
  const count = Math.min(pdfium.FPDF_GetXFAPacketCount(handle), maxAttachments);
  const parts: Attachment[] = [];
  for (let index = 0; index < count; index++) {
    const name = stringFrom(pdfium, 'latin1', (pointer, length) =>
      pdfium.FPDF_GetXFAPacketName(handle, index, pointer, length),
    );
    if (name !== 'datasets') continue;
    parts.push({ name: 'form data.xml', sizeBytes: 0, place: { in: 'form', index } });
  }
  return parts;
}

export function attachmentBytes({ pdfium, handle }: PdfDocument, place: AttachmentPlace): Uint8Array | null {
  switch (place.in) {
    case 'document':
      return fileOf(pdfium, pdfium.FPDFDoc_GetAttachment(handle, place.index));
    case 'form':
      return bytesFrom(pdfium, maxAttachmentBytes, (pointer, length, written) =>
        pdfium.FPDF_GetXFAPacketContent(handle, place.index, pointer, length, written),
      );
    case 'page': {
      const page = pdfium.FPDF_LoadPage(handle, place.page - 1);
      const note = pdfium.FPDFPage_GetAnnot(page, place.index);
      const bytes = fileOf(pdfium, pdfium.FPDFAnnot_GetFileAttachment(note));
      pdfium.FPDFPage_CloseAnnot(note);
      pdfium.FPDF_ClosePage(page);
      return bytes;
    }
    default:
      return place satisfies never;
  }
}

function fileOf(pdfium: Pdfium, attachment: number): Uint8Array | null {
  return bytesFrom(pdfium, maxAttachmentBytes, (pointer, length, written) =>
    pdfium.FPDFAttachment_GetFile(attachment, pointer, length, written),
  );
}
