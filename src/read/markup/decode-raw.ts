// Raw text of a file, one character a byte, made the text it stands for: bytes first, then entities.
// Bytes that are well-formed UTF-8 are UTF-8 whatever the file declares, as everywhere in read; what is not
// is in the declared set. Only the five entities of XML, those of HTML and character references are known:
// an entity that a file defines itself stays as it is written.

import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** In an attribute HTML reads `&copy=` as it is written; in verbatim text nothing is a reference. */
export type DecodeRaw = (raw: string, as?: 'text' | 'attribute' | 'verbatim') => string;

/** `charset`: a label `TextDecoder` knows, of single-byte sets only. */
export function createDecodeRaw(charset: string, entities: 'xml' | 'html'): DecodeRaw {
  const decoder = new TextDecoder(charset);
  return (raw, as = 'text') => {
    const text = decodeBytes(raw, decoder);
    if (as === 'verbatim' || !text.includes('&')) return text;
    if (entities === 'html') return as === 'attribute' ? decodeHTMLAttribute(text) : decodeHTML(text);
    return text.replace(xmlReference, expandReference);
  };
}

function decodeBytes(raw: string, decoder: TextDecoder): string {
  if (!/[\u0080-\u00ff]/u.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : decoder.decode(bytes);
}

const xmlReference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/gu;
const namedReferences = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function expandReference(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return namedReferences.get(name) ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : written;
}
