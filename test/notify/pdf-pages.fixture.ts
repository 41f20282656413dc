/*
 * A PDF as whoever prints it sees it: PDFium draws its pages and gives its text, ZXing reads its bar codes. Places are in
 * millimetres from the upper left.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

export interface DrawnPage {
  text: string;
  /** Its structure as a screen reader goes through it: tags, each with as many spaces before it as it is deep. */
  tags: string[];
  widthMm: number;
  heightMm: number;
  /** What encloses all ink within a part of the page; null where there is none. */
  ink(part?: Partial<Box>): Box | null;
  /** As PNG would show it: grey, one byte a pixel. */
  pixels: { data: Uint8Array; width: number; height: number };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const mmPerInch = 25.4;
const pointsPerInch = 72;

export async function drawPages(pdf: Uint8Array, { dpi = 200, most = Infinity } = {}): Promise<DrawnPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const pages: DrawnPage[] = [];
    for (const page of document.pages()) {
      if (pages.length >= most) break;
      // drawing closes it
      const text = page.getText();
      const tags = tagsOf(page as unknown as TaggedPage);
      const { data, width, height } = await page.render({
        scale: dpi / pointsPerInch,
        render: async ({ data: drawn }) => drawn,
      });
      const grey = greyOf(data, width * height);
      const mm = mmPerInch / dpi;
      pages.push({
        text,
        tags,
        widthMm: width * mm,
        heightMm: height * mm,
        pixels: { data: grey, width, height },
        ink: (part = {}) => inkOf(grey, { width, height, mm }, part),
      });
    }
    return pages;
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** What the library has of PDFium itself. */
interface TaggedPage {
  pageIdx: number;
  module: {
    wasmExports: { malloc(bytes: number): number; free(at: number): void };
    HEAPU8: Uint8Array;
    _FPDF_StructTree_GetForPage(page: number): number;
    _FPDF_StructTree_Close(tree: number): void;
    _FPDF_StructTree_CountChildren(tree: number): number;
    _FPDF_StructTree_GetChildAtIndex(tree: number, i: number): number;
    _FPDF_StructElement_CountChildren(element: number): number;
    _FPDF_StructElement_GetChildAtIndex(element: number, i: number): number;
    _FPDF_StructElement_GetType(element: number, into: number, bytes: number): number;
  };
}

const tagBytes = 64;

function tagsOf({ module, pageIdx }: TaggedPage): string[] {
  const tree = module._FPDF_StructTree_GetForPage(pageIdx);
  if (tree === 0) return [];
  const into = module.wasmExports.malloc(tagBytes);
  const tags: string[] = [];
  const walk = (element: number, depth: number) => {
    // a stretch of the page itself
    if (element === 0) return;
    const bytes = module._FPDF_StructElement_GetType(element, into, tagBytes);
    const type = Buffer.from(module.HEAPU8.slice(into, into + bytes - 2)).toString('utf16le');
    tags.push(`${' '.repeat(depth)}${type}`);
    for (let i = 0; i < module._FPDF_StructElement_CountChildren(element); i++)
      walk(module._FPDF_StructElement_GetChildAtIndex(element, i), depth + 1);
  };
  for (let i = 0; i < module._FPDF_StructTree_CountChildren(tree); i++)
    walk(module._FPDF_StructTree_GetChildAtIndex(tree, i), 0);
  module.wasmExports.free(into);
  module._FPDF_StructTree_Close(tree);
  return tags;
}

function greyOf(colours: Uint8Array, count: number): Uint8Array {
  const grey = new Uint8Array(count);
  for (let i = 0; i < count; i++) grey[i] = colours[i * 4 + 1]!;
  return grey;
}

/** Lighter than that is the soft edge of a letter. */
const darkest = 200;

function inkOf(
  grey: Uint8Array,
  { width, height, mm }: { width: number; height: number; mm: number },
  { left = 0, top = 0, right = Infinity, bottom = Infinity }: Partial<Box>,
): Box | null {
  const [x0, y0] = [Math.max(0, Math.floor(left / mm)), Math.max(0, Math.floor(top / mm))];
  const [x1, y1] = [Math.min(width, Math.ceil(right / mm)), Math.min(height, Math.ceil(bottom / mm))];
  let box: Box | null = null;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      if (grey[y * width + x]! >= darkest) continue;
      box ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.bottom = y + 1;
    }
  if (box === null) return null;
  return { left: box.left * mm, top: box.top * mm, right: box.right * mm, bottom: box.bottom * mm };
}

/** What the bar codes of a page say. */
export async function codesOn({ pixels: { data, width, height } }: DrawnPage): Promise<string[]> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
  const colours = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) colours.fill(data[i]!, i * 4, i * 4 + 3);
  const image = { data: colours, width, height, colorSpace: 'srgb' } as unknown as Parameters<
    typeof readBarcodes
  >[0];
  const found = await readBarcodes(image, { formats: ['Code128'] });
  return found.map(({ text }) => text);
}
