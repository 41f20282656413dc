/*
 * E-mail addresses in text and in cells, from bytes. In: bytes, a span, the offset of an `@`. Out: spans of addresses
 * as they stand, each packed in one number (email-span.ts). Never allocates per address, never reads outside the span.
 * Rules: RFC 5321 and 5322 as far as they are unambiguous in text, the IANA list of domains, and Have I Been Pwned's
 * EmailAddressExtractor where it does not lose or mangle addresses.
 */

import { byteClass, localPart, space, textAt, trimEnd, trimStart } from './byte-class.ts';
import { domainEnd } from './email-domain.ts';
import { localStart, wholeLocalStart } from './email-local.ts';
import { encodedSign, signs } from './email-sign.ts';
import { emailSpan, isSpanCut, spanEnd, spanStart } from './email-span.ts';

/** Spans shorter than this are searched byte by byte: cheaper than making a view for the native search. */
const shortSpan = 512;
/** A cell longer than this is text that may mention an address, not an address. */
const maxCell = 400;

/** The address around the `@` at `at`, looking no further than `lo` and `hi`; -1 when there is none. */
export function emailAt(bytes: Uint8Array, at: number, lo: number, hi: number): number {
  return addressAround(bytes, at, at + 1, lo, hi);
}

function addressAround(bytes: Uint8Array, at: number, after: number, lo: number, hi: number): number {
  if (at <= lo || ((byteClass[bytes[at - 1]!]! & localPart) === 0 && bytes[at - 1]! < 0x80)) return -1;
  const end = domainEnd(bytes, after, hi);
  if (end < 0) return -1;
  const local = localStart(bytes, at, lo, end < hi ? bytes[end]! : 32);
  if (local < 0) return -1;
  const start = local >> 1;
  return emailSpan(start, end, (local & 1) === 1);
}

/** Every address in a text, `@` by `@`; then those whose `@` was written `%40` or `&#64;`. Spans never overlap. */
export function findEmails(
  bytes: Uint8Array,
  start: number,
  end: number,
  onEmail: (start: number, end: number, cut: boolean) => void,
): void {
  const report = (span: number): number => {
    onEmail(spanStart(span), spanEnd(span), isSpanCut(span));
    return spanEnd(span);
  };
  if (end - start >= shortSpan) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    for (const [sign, width] of signs) {
      let lo = start;
      for (let at = view.indexOf(sign); at >= 0; at = view.indexOf(sign, at + width)) {
        const span = addressAround(bytes, start + at, start + at + width, lo, end);
        if (span >= 0) lo = report(span);
      }
    }
    return;
  }
  for (let lo = start, at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== 64 && byte !== 37 && byte !== 38) continue;
    const width = byte === 64 ? 1 : encodedSign(bytes, at, end);
    const span = width === 0 ? -1 : addressAround(bytes, at, at + width, lo, end);
    if (span >= 0) lo = report(span);
  }
}

/**
 * The address a whole cell holds: `a@b.com`, `Name <a@b.com>`, `mailto:a@b.com?…`, quoted or padded; characters such
 * as `/` or `&` belong to it, since nothing else is in the cell. Of several addresses the first. -1 when the cell is
 * something else, such as a text with an address in it.
 */
export function emailValue(bytes: Uint8Array, start: number, end: number): number {
  let from = trimStart(bytes, start, end);
  let to = trimEnd(bytes, from, end);
  if (to - from > maxCell || to - from < 6) return -1;
  while (from < to && isQuote(bytes[from]!)) from++;
  while (to > from && isQuote(bytes[to - 1]!)) to--;
  if (textAt(bytes, from, to, 'mailto:')) from += 7;
  let at = from;
  while (at < to && bytes[at] !== 64) at++;
  if (at === to) at = from;
  const width = bytes[at] === 64 ? 1 : 0;
  if (width === 0) return encodedCell(bytes, from, to);
  const local = wholeLocalStart(bytes, from, at);
  if (local >= 0) {
    const stop = domainEnd(bytes, at + 1, to);
    if (stop >= 0 && isCellTail(bytes, stop, to)) return emailSpan(local, stop, false);
  }
  const span = emailAt(bytes, at, from, to);
  if (span < 0) return -1;
  const opening = spanStart(span) - 1;
  if (opening >= from && bytes[opening] === 60 && spanEnd(span) < to && bytes[spanEnd(span)] === 62)
    return span;
  return (spanEnd(span) - spanStart(span)) * 3 >= to - from ? span : -1;
}

/** Every address of a cell that is known to hold addresses: the one of `emailValue`, or all of a list. */
export function emailsInValue(
  bytes: Uint8Array,
  start: number,
  end: number,
  onEmail: (start: number, end: number, cut: boolean) => void,
): void {
  const span = emailValue(bytes, start, end);
  if (span < 0) {
    findEmails(bytes, start, end, onEmail);
    return;
  }
  onEmail(spanStart(span), spanEnd(span), isSpanCut(span));
  if (spanEnd(span) < end) findEmails(bytes, spanEnd(span), end, onEmail);
}

function encodedCell(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const width = encodedSign(bytes, at, to);
    if (width > 0) return addressAround(bytes, at, at + width, from, to);
  }
  return -1;
}

function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39 || byte === 96;
}

/** What may follow the address of a cell: nothing, a full stop or a separator, or the query of a mailto link. */
function isCellTail(bytes: Uint8Array, at: number, end: number): boolean {
  if (at < end && bytes[at] === 63) return true;
  for (let index = at; index < end; index++) {
    const byte = bytes[index]!;
    if (
      byte !== 46 &&
      byte !== 44 &&
      byte !== 59 &&
      byte !== 45 &&
      byte !== 62 &&
      (byteClass[byte]! & space) === 0
    )
      return false;
  }
  return true;
}
