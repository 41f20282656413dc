// One person's mail from the pieces of its variant. In: pieces, an order. Out: the whole message, signed where there is a
// key. A name is a value from a leak: it is cleaned, encoded for where it stands, and cannot begin a line or a header.

import { hash } from 'node:crypto';
import { parseMailAddress } from '../smtp/mail-address.ts';
import { nameInHtml, nameInText } from '../wording/render-mail.ts';
import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import type { MailOrder } from './composer-types.ts';
import type { SignedHeader, SignMail } from './dkim-signature.ts';
import { addressField, dateInHeader } from './header-text.ts';
import type { MailPiece, MailPieces, Slot } from './mail-pieces.ts';
import { quotedPrintableValue } from './quoted-printable.ts';
import { relaxedBody, relaxedHeader, relaxedLines } from './relaxed.ts';

/** Longer than any name that people write; what is longer is something else. */
const longestName = 120;

/** What a relay may neither add nor double (RFC 6376, 5.4.2). */
const neverAdded = ['from', 'to', 'subject', 'date', 'message-id', 'content-type'];

interface FilledBody {
  pieces: ReadyPiece[];
  /** The same as `pieces` where the body is its own relaxed form. */
  relaxed: ReadyPiece[];
}

type ReadyPiece = Uint8Array | Exclude<MailPiece, { is: 'fixed' }>;

interface ReadyMail {
  headers: string;
  signed: SignedHeader[];
  body: FilledBody;
}

/** A variant ready to be filled in, for those whose name is known and for the others. */
export interface ReadyVariant {
  named: ReadyMail;
  unnamed: ReadyMail;
}

export function readyMail({ headers, body }: MailPieces): ReadyMail {
  const relaxed = body.map(relaxedPiece);
  const isRelaxed = relaxed.every((piece, i) => piece === body[i] || textOf(piece) === textOf(body[i]!));
  const pieces = body.map(readyPiece);
  return {
    headers: headers.join(''),
    signed: headers.map((field) => ({ name: nameOf(field), relaxed: relaxedHeader(field) })),
    body: { pieces, relaxed: isRelaxed ? pieces : relaxed.map(readyPiece) },
  };
}

export interface FillMail {
  (writer: ByteWriter, variant: ReadyVariant, order: MailOrder): void;
}

export function createFillMail(sign: SignMail | null): FillMail {
  const body = createByteWriter(1 << 15);
  return (writer, variant, order) => {
    const name = nameOfOrder(order);
    const ready = name === null ? variant.unnamed : variant.named;
    const own = [
      addressField('To', name, parseMailAddress(order.to)?.address ?? ''),
      `Date: ${dateInHeader(order.at)}\r\n`,
      `Message-ID: ${order.messageId}\r\n`,
    ];
    body.clear();
    if (sign !== null) {
      fill(body, ready.body.relaxed, name, order.reference);
      const bodyHash = hash('sha256', body.since(0), 'base64');
      const signedOwn = own.map((field) => ({ name: nameOf(field), relaxed: relaxedHeader(field) }));
      writer.latin1(sign([...ready.signed, ...signedOwn], bodyHash, { at: order.at, never: neverAdded }));
    }
    writer.latin1(ready.headers);
    // only an address can be beyond ASCII, and then goes to servers that take it (RFC 6532)
    for (const field of own) writer.utf8(field);
    writer.latin1('\r\n');
    if (sign !== null && ready.body.relaxed === ready.body.pieces) writer.bytes(body.since(0));
    else fill(writer, ready.body.pieces, name, order.reference);
  };
}

function fill(
  writer: ByteWriter,
  pieces: readonly ReadyPiece[],
  name: string | null,
  reference: string,
): void {
  const valueOf = (slot: Slot, part: 'text' | 'html') => {
    if (slot === 'reference') return reference;
    if (name === null) return '';
    return part === 'html' ? nameInHtml(name) : nameInText(name);
  };
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) writer.bytes(piece);
    else if (piece.is === 'value') writer.latin1(quotedPrintableValue(valueOf(piece.slot, piece.part)));
    else {
      const { texts, slots, part } = piece;
      const text = texts
        .map((fixed, i) => (i < slots.length ? fixed + valueOf(slots[i]!, part) : fixed))
        .join('');
      writer.latin1(inLines(Buffer.from(text).toString('base64')));
    }
  }
}

/** Null where none is known, or what stands there is none. */
function nameOfOrder({ name }: MailOrder): string | null {
  if (name === null) return null;
  const cleaned = nameInText(name).replaceAll(/\s+/gu, ' ').trim();
  return cleaned === '' || cleaned.length > longestName ? null : cleaned;
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).toLowerCase();
}

function textOf(piece: MailPiece): string | null {
  return piece.is === 'fixed' ? piece.text : null;
}

/** Values and base64 are their own relaxed form, and stand on lines of their own. */
function relaxedPiece(piece: MailPiece, i: number, all: readonly MailPiece[]): MailPiece {
  if (piece.is !== 'fixed') return piece;
  return { is: 'fixed', text: i === all.length - 1 ? relaxedBody(piece.text) : relaxedLines(piece.text) };
}

function readyPiece(piece: MailPiece): ReadyPiece {
  return piece.is === 'fixed' ? Buffer.from(piece.text, 'latin1') : piece;
}

function inLines(base64: string): string {
  let text = '';
  for (let at = 0; at < base64.length; at += 76) text += `${base64.slice(at, at + 76)}\r\n`;
  return text;
}
