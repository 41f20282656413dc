// A form as it was sent. In: a request. Out: its fields, or null where it is no form: another type, too many bytes, what
// is no UTF-8. Nothing of it is kept or logged.

import type { Context } from 'hono';

/** An address has 320 characters at most, each of 3 signs when encoded; the rest is room for other fields. */
const maxFormBytes = 8 * 1024;

export async function readForm(c: Context): Promise<URLSearchParams | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded(?:;|$)/iu.test(type)) return null;
  if (Number(c.req.header('content-length') ?? 0) > maxFormBytes) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.length;
    if (size > maxFormBytes) return null;
    pieces.push(piece);
  }
  const text = Buffer.concat(pieces).toString('latin1');
  return /^[\x20-\x7e]*$/u.test(text) && isUtf8(text) ? new URLSearchParams(text) : null;
}

/** `URLSearchParams` itself puts a sign of its own for what is none. */
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded.replaceAll(/%(?![0-9a-f]{2})/giu, '%25'));
    return true;
  } catch {
    return false;
  }
}

/** Trimmed, without what no field of ours may hold; empty where it was left out. */
export function field(form: URLSearchParams, name: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return (form.get(name) ?? '').replaceAll(/[\u0000-\u001f\u007f]/gu, '').trim();
}
