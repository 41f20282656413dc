// A page of a PDF: its text with its lines, what its fields, notes and links hold, and whether it is a scan.
// In: an open document and a page number. Out: strings only; nothing of the page stays in memory.

import { floatAt, stringFrom, withMemory, bytesAt } from './c-values.ts';
import { describeAttachment } from './pdf-document.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Attachment, PdfPage } from './pdf-messages.ts';
import type { Pdfium } from './pdfium.ts';

/** A printed page has 3,000 characters, a wall chart 100,000; a "page" of a long web page some million. */
const maxPageCharacters = 4_000_000;

/** Fields and notes on one page. A form has some hundred. */
const maxNotes = 10_000;

/** Objects looked at to tell a scan; the scans of some machines are strips of 16 lines. */
const maxObjects = 10_000;

/** Fewer visible characters are no text: a page number, a stamp. */
const hardlyAny = 16;

/** A page that is mostly picture may carry this much besides: a running title, the name of the scanning app. */
const littleText = 100;

/** Share of the page that pictures cover. A photographed card on a white page covers a tenth. */
const somePicture = 0.02;
const mostlyPicture = 0.5;

/** Letters drawn as shapes: a page of them has hundreds. */
const drawnLetters = 50;

/** Widgets are form fields, popups repeat the note they belong to (ISO 32000-1, 12.5.6). */
const subtypes = { link: 2, popup: 16, fileAttachment: 17, widget: 20 };
const objectTypes = { path: 2, image: 3, form: 5 };

export function readPage(document: PdfDocument, page: number): PdfPage | null {
  const { pdfium, handle } = document;
  const pageHandle = pdfium.FPDF_LoadPage(handle, page - 1);
  if (pageHandle === 0) return null;
  try {
    const { text, cut } = pageText(pdfium, pageHandle);
    const { lines, attachments, cut: cutNotes } = pageNotes(document, pageHandle, page);
    return {
      text,
      notes: lines.join('\n'),
      scanned: isScanned(pdfium, pageHandle, text),
      cut: cut || cutNotes,
      attachments,
    };
  } finally {
    pdfium.FPDF_ClosePage(pageHandle);
  }
}

function pageText(pdfium: Pdfium, page: number): { text: string; cut: boolean } {
  const textPage = pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return { text: '', cut: false };
  const all = Math.max(0, pdfium.FPDFText_CountChars(textPage));
  const count = Math.min(all, maxPageCharacters);
  const text = withMemory(pdfium, 2 * count + 2, (pointer) => {
    const units = Math.max(0, pdfium.FPDFText_GetText(textPage, 0, count, pointer));
    const bytes = bytesAt(pdfium, pointer, 2 * Math.min(units, count));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
  });
  pdfium.FPDFText_ClosePage(textPage);
  return { text: plainText(text), cut: all > count };
}

/** PDFium joins a word broken at the end of a line and leaves U+FFFE (once U+0002) where the hyphen was. */
function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\ufffe', '-')
    .replaceAll('\u0002', '-')
    .replaceAll('\0', '')
    .trim();
}

function pageNotes(
  { pdfium, handle, form }: PdfDocument,
  page: number,
  number: number,
): { lines: string[]; attachments: Attachment[]; cut: boolean } {
  const all = Math.max(0, pdfium.FPDFPage_GetAnnotCount(page));
  const lines = new Set<string>();
  const attachments: Attachment[] = [];
  for (let index = 0; index < Math.min(all, maxNotes); index++) {
    const note = pdfium.FPDFPage_GetAnnot(page, index);
    if (note === 0) continue;
    const subtype = pdfium.FPDFAnnot_GetSubtype(note);
    if (subtype === subtypes.widget) lines.add(fieldLine(pdfium, form, note));
    else if (subtype !== subtypes.popup) lines.add(noteLine(pdfium, handle, note));
    if (subtype === subtypes.fileAttachment) {
      const file = pdfium.FPDFAnnot_GetFileAttachment(note);
      if (file !== 0) attachments.push(describeAttachment(pdfium, file, { in: 'page', page: number, index }));
    }
    pdfium.FPDFPage_CloseAnnot(note);
  }
  lines.delete('');
  return { lines: [...lines], attachments, cut: all > maxNotes };
}

/** `Off` is a box that is not ticked. */
function fieldLine(pdfium: Pdfium, form: number, note: number): string {
  const value = stringFrom(pdfium, 'utf16le', (pointer, length) =>
    pdfium.FPDFAnnot_GetFormFieldValue(form, note, pointer, length),
  );
  if (value === '' || value === 'Off') return '';
  const name = stringFrom(pdfium, 'utf16le', (pointer, length) =>
    pdfium.FPDFAnnot_GetFormFieldName(form, note, pointer, length),
  );
  return name === '' ? value : `${name}: ${value}`;
}

function noteLine(pdfium: Pdfium, handle: number, note: number): string {
  const contents = entry(pdfium, note, 'Contents');
  const author = contents === '' ? '' : entry(pdfium, note, 'T');
  const said = author === '' ? contents : `${author}: ${contents}`;
  const link = pdfium.FPDFAnnot_GetLink(note);
  if (link === 0) return said;
  const action = pdfium.FPDFLink_GetAction(link);
  const address =
    action === 0
      ? ''
      : stringFrom(pdfium, 'latin1', (pointer, length) =>
          pdfium.FPDFAction_GetURIPath(handle, action, pointer, length),
        );
  return [said, address].filter((part) => part !== '').join(' ');
}

function entry(pdfium: Pdfium, note: number, key: string): string {
  return withMemory(pdfium, key.length + 1, (name) => {
    bytesAt(pdfium, name, key.length).set(Buffer.from(key));
    return stringFrom(pdfium, 'utf16le', (pointer, length) =>
      pdfium.FPDFAnnot_GetStringValue(note, name, pointer, length),
    );
  });
}

function isScanned(pdfium: Pdfium, page: number, text: string): boolean {
  const visible = text.replaceAll(/\s/g, '').length;
  if (visible >= littleText && !isGarbage(text)) return false;
  const { pictures, shapes } = coverage(pdfium, page);
  if (visible < hardlyAny || isGarbage(text)) return pictures >= somePicture || shapes >= drawnLetters;
  return pictures >= mostlyPicture;
}

/** Fonts without a table of their letters: private, unknown and control characters. */
function isGarbage(text: string): boolean {
  const strange = text.match(/[\p{Co}\ufffd]|(?![\n\t])\p{Cc}/gu)?.length ?? 0;
  return strange > text.length / 2;
}

function coverage(pdfium: Pdfium, page: number): { pictures: number; shapes: number } {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), maxObjects);
  const pageArea = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
  let area = 0;
  let shapes = 0;
  for (let i = 0; i < count; i++) {
    const object = pdfium.FPDFPage_GetObject(page, i);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === objectTypes.path) shapes += 1;
    if (type === objectTypes.image || (type === objectTypes.form && holdsPicture(pdfium, object, 0))) {
      area += areaOf(pdfium, object);
    }
  }
  return { pictures: pageArea > 0 ? area / pageArea : 0, shapes };
}

/** Forms within forms: three deep is what print drivers do. */
const maxFormDepth = 4;

function holdsPicture(pdfium: Pdfium, form: number, depth: number): boolean {
  const count = Math.min(pdfium.FPDFFormObj_CountObjects(form), maxObjects / 10);
  for (let i = 0; i < count; i++) {
    const object = pdfium.FPDFFormObj_GetObject(form, i);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === objectTypes.image) return true;
    if (type === objectTypes.form && depth < maxFormDepth && holdsPicture(pdfium, object, depth + 1))
      return true;
  }
  return false;
}

function areaOf(pdfium: Pdfium, object: number): number {
  return withMemory(pdfium, 16, (box) => {
    if (pdfium.FPDFPageObj_GetBounds(object, box, box + 4, box + 8, box + 12) === 0) return 0;
    const width = floatAt(pdfium, box + 8) - floatAt(pdfium, box);
    const height = floatAt(pdfium, box + 12) - floatAt(pdfium, box + 4);
    return Math.max(0, width) * Math.max(0, height);
  });
}
