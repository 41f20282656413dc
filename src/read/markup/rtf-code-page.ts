// Which bytes are which characters in RTF: the document has a code page, and each font may have its own.

import { TextDecoder } from 'node:util';

const encodingsOfPages = new Map([
  [437, 'windows-1252'],
  [850, 'windows-1252'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1361, 'euc-kr'],
  [10_000, 'macintosh'],
  [65_001, 'utf-8'],
]);

/** `\fcharset` of the specification, as code pages. */
const pagesOfCharsets = new Map([
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** Fonts of one document whose code page is remembered. */
const maxFonts = 10_000;

export interface CodePages {
  defaultFont: number;
  setDefault(page: number): void;
  setFont(font: number, charset: number): void;
  decode(bytes: Uint8Array, font: number): string;
}

export function createCodePages(): CodePages {
  let defaultPage = 1252;
  const fonts = new Map<number, number>();
  const decoders = new Map<number, TextDecoder>();
  const decoderOf = (page: number): TextDecoder => {
    let decoder = decoders.get(page);
    if (decoder === undefined) decoders.set(page, (decoder = new TextDecoder(encodingOf(page))));
    return decoder;
  };
  return {
    defaultFont: 0,
    setDefault(page) {
      defaultPage = isKnown(page) ? page : 1252;
    },
    setFont(font, charset) {
      const page = pagesOfCharsets.get(charset);
      if (page !== undefined && fonts.size < maxFonts) fonts.set(font, page);
      else fonts.delete(font);
    },
    decode: (bytes, font) => decoderOf(fonts.get(font) ?? defaultPage).decode(bytes),
  };
}

function isKnown(page: number): boolean {
  return encodingsOfPages.has(page) || (page >= 1250 && page <= 1258);
}

function encodingOf(page: number): string {
  return encodingsOfPages.get(page) ?? `windows-${page}`;
}
