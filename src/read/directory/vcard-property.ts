// One line of a vCard: its name, what is said of it, and its value as text. In: an unfolded line of version
// 2.1, 3.0 or 4.0. Out: its parts, with encodings and character sets undone but escapes still in place.

import { isUtf8 } from 'node:buffer';
import { lineText } from './line-text.ts';

export interface VcardProperty {
  /** In capitals, without a group. */
  name: string;
  value: string;
  /** Bytes of a picture, a sound or a key that the line held instead of text; 0 where it is text. */
  binaryBytes: number;
}

/** Null where the line is none; it has at most so many parameters that they cost nothing. */
export function parseVcardProperty(line: Buffer): VcardProperty | null {
  const colon = unquotedColon(line);
  if (colon < 0) return null;
  const [head = '', ...parameters] = lineText(line.subarray(0, colon)).split(';');
  const name = head
    .slice(head.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9-]{1,60}$/u.test(name)) return null;
  const value = line.subarray(colon + 1);
  const said = parameters.join(';').toUpperCase();
  if (isQuotedPrintable(said)) return textProperty(name, decodeQuotedPrintable(value), said);
  const embedded = /^data:[^,]{0,200};base64,/iu.exec(value.toString('latin1', 0, 300));
  if (embedded || /(?:^|;)(?:ENCODING=)?(?:B|BASE64)(?:;|$)/u.test(said))
    return base64Property(name, value.subarray(embedded?.[0].length ?? 0), said);
  return textProperty(name, value, said);
}

/** Whether the line goes on in the next: its last byte is the `=` of quoted-printable. */
export function goesOn(line: Buffer): boolean {
  if (line.at(-1) !== 0x3d) return false;
  const colon = unquotedColon(line);
  return colon >= 0 && isQuotedPrintable(line.toString('latin1', 0, colon).toUpperCase());
}

function isQuotedPrintable(said: string): boolean {
  return /(?:^|[;=])QUOTED-PRINTABLE(?:;|$)/u.test(said);
}

/** Heads are short; a colon beyond is of the value, whatever its quotes. */
const maxHeadBytes = 4096;

function unquotedColon(line: Buffer): number {
  let isQuoted = false;
  const end = Math.min(line.length, maxHeadBytes);
  for (let p = 0; p < end; p++) {
    if (line[p] === 0x22) isQuoted = !isQuoted;
    if (line[p] === 0x3a && !isQuoted) return p;
  }
  return line.subarray(0, end).indexOf(':');
}

function textProperty(name: string, bytes: Buffer, said: string): VcardProperty {
  const charset = /CHARSET="?([\w:.-]{1,40})/u.exec(said)?.[1];
  return { name, value: decode(bytes, charset), binaryBytes: 0 };
}

function decode(bytes: Buffer, charset: string | undefined): string {
  if (charset === undefined || isUtf8(bytes)) return lineText(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return lineText(bytes);
  }
}

/** Some programs write text in Base64 too. */
function base64Property(name: string, value: Buffer, said: string): VcardProperty {
  const bytes = Buffer.from(value.toString('latin1'), 'base64');
  const isText = isUtf8(bytes) && !bytes.includes(0);
  return isText ? textProperty(name, bytes, said) : { name, value: '', binaryBytes: bytes.length };
}

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let p = 0; p < bytes.length; p++) {
    const code = bytes[p] === 0x3d ? bytes.toString('latin1', p + 1, p + 3) : '';
    if (/^[\dA-F]{2}$/iu.test(code)) {
      decoded[length++] = Number.parseInt(code, 16);
      p += 2;
    } else {
      decoded[length++] = bytes[p]!;
    }
  }
  return decoded.subarray(0, length);
}

/** The parts between semicolons, their escapes undone. */
export function partsOf(value: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < value.length; i++) {
    const char = value[i]!;
    if (char === ';') {
      parts.push(part);
      part = '';
    } else if (char === '\\' && i + 1 < value.length) {
      const next = value[++i]!;
      part += next === 'n' || next === 'N' ? '\n' : /[\\,;:"]/u.test(next) ? next : char + next;
    } else {
      part += char;
    }
  }
  return [...parts, part];
}
