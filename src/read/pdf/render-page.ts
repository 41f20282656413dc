// Draws a page of a PDF for OCR. In: an open document and a page number. Out: a grey picture as PGM, about 300 dots
// an inch, never more pixels than the limit whatever size the page claims.

import { bytesAt, withMemory } from './c-values.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Print of 8 points stays readable for OCR at 300 and not at 150. */
const dotsPerInch = 300;
const pointsPerInch = 72;

/** An A3 page at 300 dpi; larger ones are drawn coarser. */
const maxPixels = 3508 * 4961;

/** A page is at most so many times longer than wide: a ribbon of one pixel has no text. */
const maxSide = 20_000;

const grey = 1;
const white = 0xffffffff;
const withNotes = 0x01;

export function renderPage({ pdfium, handle, form }: PdfDocument, page: number): Uint8Array | null {
  const pageHandle = pdfium.FPDF_LoadPage(handle, page - 1);
  if (pageHandle === 0) return null;
  try {
    const size = pixelsOf(pdfium.FPDF_GetPageWidthF(pageHandle), pdfium.FPDF_GetPageHeightF(pageHandle));
    if (!size) return null;
    const { width, height } = size;
    return withMemory(pdfium, width * height, (pixels) => {
      bytesAt(pdfium, pixels, width * height).fill(white & 0xff);
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, grey, pixels, width);
      if (bitmap === 0) return null;
      pdfium.FPDF_RenderPageBitmap(bitmap, pageHandle, 0, 0, width, height, 0, withNotes);
      pdfium.FPDF_FFLDraw(form, bitmap, pageHandle, 0, 0, width, height, 0, withNotes);
      pdfium.FPDFBitmap_Destroy(bitmap);
      return pgm(width, height, bytesAt(pdfium, pixels, width * height));
    });
  } finally {
    pdfium.FPDF_ClosePage(pageHandle);
  }
}

export function pixelsOf(
  widthPoints: number,
  heightPoints: number,
): { width: number; height: number } | null {
  if (!(widthPoints > 0 && heightPoints > 0) || !Number.isFinite(widthPoints * heightPoints)) return null;
  const scale = Math.min(
    dotsPerInch / pointsPerInch,
    Math.sqrt(maxPixels / (widthPoints * heightPoints)),
    maxSide / Math.max(widthPoints, heightPoints),
  );
  return {
    width: Math.max(1, Math.floor(widthPoints * scale)),
    height: Math.max(1, Math.floor(heightPoints * scale)),
  };
}

/** A copy: the view it is made of belongs to PDFium. */
function pgm(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const image = new Uint8Array(header.length + pixels.length);
  image.set(header);
  image.set(pixels, header.length);
  return image;
}
