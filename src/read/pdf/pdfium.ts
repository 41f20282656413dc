// Loads PDFium, compiled to WebAssembly: it has no files, no network, no JavaScript of the document, and its memory
// has a limit. Out: the functions of its C interface by their own names, or null where it is not installed.
// To be used in a thread only: hostile files make it run long or fail.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { limitMemory } from '../ocr/limit-memory.ts';

/** One A3 scan in colour at 600 dpi unpacks to 210 MB, and once more while it is scaled. */
export const pdfiumMemoryBytes = 640 * 2 ** 20;

/** What is used of it (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_attachment.h, fpdf_formfill.h). */
const functionNames = [
  'malloc',
  'free',
  'FPDF_InitLibrary',
  'FPDF_LoadCustomDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_DocumentHasValidCrossReferenceTable',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDF_GetXFAPacketCount',
  'FPDF_GetXFAPacketName',
  'FPDF_GetXFAPacketContent',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_RenderPageBitmap',
  'FPDF_FFLDraw',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_Destroy',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetText',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetFormFieldName',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFAnnot_GetLink',
  'FPDFLink_GetAction',
  'FPDFAction_GetURIPath',
  'FPDFAnnot_GetFileAttachment',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetFile',
  'FPDFDOC_InitFormFillEnvironment',
  'FPDFDOC_ExitFormFillEnvironment',
] as const;

type PdfiumFunctions = Record<(typeof functionNames)[number], (...args: number[]) => number>;

/** Numbers are 32-bit; what is called pointer elsewhere is an offset into `memory`. */
export interface Pdfium extends PdfiumFunctions {
  memory: WebAssembly.Memory;
  /** What PDFium calls to read a document: param, position, where to, length → 1, or 0 for a failure. */
  readBlock: (param: number, position: number, target: number, length: number) => number;
}

type LoadModule = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): Record<string, never>;
}) => Promise<unknown>;

export async function loadPdfium(): Promise<Pdfium | null> {
  const wasm = wasmPath();
  if (!wasm) return null;
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  let exports: WebAssembly.Instance['exports'] = {};
  await (PDFiumModule as unknown as LoadModule)({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), imports);
      exports = instance.exports;
      limitMemory(exports, pdfiumMemoryBytes);
      done(instance);
      return {};
    },
  });
  const pdfium = { readBlock: () => 0, memory: exports['memory'] } as unknown as Pdfium;
  for (const name of functionNames) pdfium[name] = exports[name] as PdfiumFunctions[typeof name];
  putReadBlock(exports['__indirect_function_table'] as unknown as FunctionTable, pdfium);
  pdfium.FPDF_InitLibrary();
  return pdfium;
}

function wasmPath(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  } catch {
    return null;
  }
}

/**
 * A function pointer is a place in the module's table, which cannot grow. Place 0 is free in every module, as it
 * stands for the null pointer: it takes the one function that PDFium has to call.
 */
export const readBlockPointer = 0;

interface FunctionTable {
  set(place: number, target: unknown): void;
}

function putReadBlock(table: FunctionTable, pdfium: Pdfium): void {
  const readBlock = (param: number, position: number, target: number, length: number) =>
    pdfium.readBlock(param, position >>> 0, target >>> 0, length >>> 0);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(passThrough), { e: { f: readBlock } });
  table.set(readBlockPointer, instance.exports['f']);
}

/** `(module (import "e" "f" (func (param i32 i32 i32 i32) (result i32))) (export "f" (func 0)))`: a table takes no
 * JavaScript function, but one that a module has imported. */
const passThrough = Buffer.from(
  ['0061736d01000000', '01090160047f7f7f7f017f', '020701016501660000', '07050101660000'].join(''),
  'hex',
);
