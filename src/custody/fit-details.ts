// Details of an entry, of a size that a line of the log takes. In: details. Out: the same, or with long texts and lists
// cut and the cut said: an entry that is due must be written, however much somebody gave. Whoever can still refuse what
// is too long does so before.

import { TocsinError } from '../base/index.ts';

/** Base64 and the clear part leave room for it in a line. */
const maxDetailsBytes = 512 << 10;

/** For whoever writes an event before its entry: room for what is added to the details, too. Throws USAGE. */
export function checkDetails(details: Record<string, unknown>): void {
  if (bytesOf(details) > maxDetailsBytes - spareBytes)
    throw new TocsinError('USAGE', 'what is given to be written down is too long for the custody log', {
      hint: 'say it in fewer words, or keep the long text as evidence: tocsin evidence add',
    });
}

const spareBytes = 32 << 10;

/** As they are where they fit. */
export function fitDetails(details: Record<string, unknown>): Record<string, unknown> {
  let fitted = details;
  for (let length = 16_384; bytesOf(fitted) > maxDetailsBytes && length > 0; length >>= 1)
    fitted = cut(details, length, Math.ceil(length / 16)) as Record<string, unknown>;
  return fitted;
}

function bytesOf(details: Record<string, unknown>): number {
  return Buffer.byteLength(JSON.stringify(details));
}

function cut(value: unknown, letters: number, items: number): unknown {
  if (typeof value === 'string')
    return value.length > letters
      ? `${value.slice(0, letters).toWellFormed()}… (${value.length} characters)`
      : value;
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, items)
        .map(([name, inner]) => [name, cut(inner, letters, items)]),
    );
  const kept = value.slice(0, items).map((inner) => cut(inner, letters, items));
  return value.length > items ? [...kept, `… (${value.length} in all)`] : kept;
}
