// The header of a message or of a part of one. In: the feed at its beginning. Out: its fields, unfolded, in
// their order, each as text. It takes what is written before the first blank line; a header without an end, or
// one that is longer than any, gives what it has, and the rest is told.

import { isUtf8 } from 'node:buffer';
import { maxLineBytes, type MailFeed } from './mail-feed.ts';

/** Ten thousand recipients are 500 kB; a header of more than this is none. */
const maxHeaderBytes = 4 << 20;

/** A real one has 20 to 200 fields. */
const maxFields = 10_000;

export interface HeaderField {
  /** In lower case. */
  name: string;
  value: string;
}

export interface MailHeader {
  fields: HeaderField[];
  /** Bytes that were passed over. */
  leftOut: number;
  /** A line that is no field and no blank one: the body has begun without a blank line. */
  bodyBegins: Buffer | null;
}

export async function readHeader<T>(feed: MailFeed<T>): Promise<MailHeader> {
  const header: MailHeader = { fields: [], leftOut: 0, bodyBegins: null };
  let parts: Buffer[] = [];
  let length = 0;
  let isLineGoingOn = false;
  const close = (): void => {
    const field = parts.length > 0 ? parseField(Buffer.concat(parts)) : null;
    if (field) header.fields.push(field);
    parts = [];
  };
  for (let line = await feed.line(); line !== null; line = await feed.line()) {
    const isStart = !isLineGoingOn;
    isLineGoingOn = line.length === maxLineBytes && line.at(-1) !== 0x0a;
    if (isStart && isBlank(line)) break;
    const isFolded = !isStart || line[0] === 0x20 || line[0] === 9;
    if (!isFolded) {
      if (!isField(line)) {
        header.bodyBegins = Buffer.from(line);
        break;
      }
      close();
    }
    length += line.length;
    if (length > maxHeaderBytes || header.fields.length >= maxFields) header.leftOut += line.length;
    else parts.push(line);
  }
  close();
  return header;
}

export function fieldOf(header: MailHeader, name: string): string | null {
  return header.fields.find((field) => field.name === name)?.value ?? null;
}

function isBlank(line: Buffer): boolean {
  return line[0] === 0x0a || (line[0] === 0x0d && (line[1] === 0x0a || line.length === 1));
}

/** A name of printable characters, and a colon. */
function isField(line: Buffer): boolean {
  for (let p = 0; p < line.length; p++) {
    const byte = line[p]!;
    if (byte === 0x3a) return p > 0;
    if (byte === 0x20 || byte === 9)
      return p > 0 && /^[ \t]{1,100}:/u.test(line.toString('latin1', p, p + 101));
    if (byte < 0x21 || byte > 0x7e) return false;
  }
  return false;
}

/** RFC 5322 2.2.3: folding goes, the space that begins the next line stays. */
export function parseField(bytes: Buffer): HeaderField | null {
  const colon = bytes.indexOf(0x3a);
  if (colon < 0) return null;
  const value = headerText(bytes.subarray(colon + 1))
    .replace(/[\r\n]{1,4}(?=[ \t]|$)|\0/gu, '')
    .trim();
  return { name: bytes.toString('latin1', 0, colon).trim().toLowerCase(), value };
}

const windows1252 = new TextDecoder('windows-1252');

/** Bytes beyond ASCII are UTF-8 where they can be (RFC 6532), else what old programs on Windows wrote. */
function headerText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : windows1252.decode(bytes);
}
