// Values with parameters: Content-Type and Content-Disposition (RFC 2045, RFC 2231). In: a header value. Out: what
// comes first, in lower case, and the parameters; those in numbered parts joined, those in a character set decoded,
// encoded words too, which RFC 2047 forbids there and many programs write.

import { decodeWords } from 'postal-mime';
import { decoderOf } from './mail-charset.ts';

export interface ContentType {
  value: string;
  parameters: Map<string, string>;
}

/** Longer ones are no content type. */
const maxValueChars = 16 << 10;

/** Numbered parts of a parameter. */
const maxParts = 100;

const parameter =
  /;[\s;]{0,100}([^\s=;"]{1,100})\s{0,100}=\s{0,100}(?:"((?:[^"\\]|\\.){0,8000})"?|([^;\s]{0,8000}[^;]{0,400}))/gsu;

export function parseContentType(written: string | null): ContentType {
  const text = (written ?? '').slice(0, maxValueChars);
  const semicolon = text.indexOf(';');
  const value = (semicolon < 0 ? text : text.slice(0, semicolon))
    .replace(/\([^)]{0,200}\)/gu, '')
    .trim()
    .toLowerCase();
  const raw = new Map<string, string>();
  if (semicolon >= 0) {
    for (const [, name, quoted, bare] of text.slice(semicolon).matchAll(parameter)) {
      const key = name!.toLowerCase();
      if (!raw.has(key)) raw.set(key, quoted === undefined ? bare!.trim() : quoted.replace(/\\(.)/gsu, '$1'));
    }
  }
  const parameters = new Map<string, string>();
  for (const [key, text] of raw) {
    const name = key.replace(/\*.*$/su, '');
    if (!parameters.has(name))
      parameters.set(name, key === name ? wordsOf(text) : (joined(raw, name) ?? text));
  }
  return { value, parameters };
}

/** `name*0*=…; name*1=…`, or `name*=charset'language'%E9`. */
function joined(raw: Map<string, string>, name: string): string | null {
  const single = raw.get(`${name}*`);
  const parts: { text: string; isCoded: boolean }[] = [];
  if (single !== undefined) parts.push({ text: single, isCoded: true });
  else {
    for (let n = 0; n < maxParts; n++) {
      const coded = raw.get(`${name}*${n}*`);
      const text = coded ?? raw.get(`${name}*${n}`);
      if (text === undefined) break;
      parts.push({ text, isCoded: coded !== undefined });
    }
  }
  if (parts.length === 0) return null;
  const stated = parts[0]!.isCoded ? /^([^']{0,60})'[^']{0,60}'/u.exec(parts[0]!.text) : null;
  if (stated) parts[0]!.text = parts[0]!.text.slice(stated[0].length);
  const bytes = parts.map(({ text, isCoded }) => (isCoded ? percentBytes(text) : Buffer.from(text)));
  return decoderOf(stated?.[1] ?? '').decode(Buffer.concat(bytes));
}

function percentBytes(text: string): Buffer {
  const latin1 = Buffer.from(text).toString('latin1');
  const bytes = latin1.replace(/%([\da-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

function wordsOf(text: string): string {
  return text.includes('=?') ? decodeWords(text) : text;
}
