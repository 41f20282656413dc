// Base64 as it is written: both alphabets, in lines or in one, with `=` at the end or without. In: a run. Out: its bytes;
// other bytes in the same writing. Never throws.

import type { ByteSink } from '../byte-sink.ts';
import { base64Value } from '../base64-alphabet.ts';

export interface Base64Writing {
  isUrl: boolean;
  isPadded: boolean;
  /** Characters of a line, 0 for one line; and what ends one. */
  width: number;
  lineEnd: string;
}

/** Adds the bytes of the run to `out`; what is no sign of an alphabet is passed over. */
export function readBase64(bytes: Uint8Array, start: number, end: number, out: ByteSink): Base64Writing {
  const writing: Base64Writing = { isUrl: false, isPadded: false, width: 0, lineEnd: '\n' };
  let bits = 0;
  let held = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const value = base64Value[byte]!;
    if (value < 0) {
      if (byte === 61) writing.isPadded = true;
      else if (writing.width === 0 && byte <= 32) {
        writing.width = at - start;
        if (byte === 13) writing.lineEnd = '\r\n';
      }
      continue;
    }
    if (byte === 45 || byte === 95) writing.isUrl = true;
    held = ((held << 6) | value) & 0xff_ff_ff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out.put((held >> bits) & 0xff);
  }
  // whole groups are neither padded nor not: such runs get what their length asks for
  if ((end - start) % 4 === 0 && !writing.isUrl) writing.isPadded = true;
  return writing;
}

export function writeBase64(
  bytes: Uint8Array,
  start: number,
  end: number,
  { isUrl, isPadded, width, lineEnd }: Base64Writing,
  out: ByteSink,
): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString(
    isUrl ? 'base64url' : 'base64',
  );
  const bare = text.replace(/=+$/, '');
  const written = isPadded ? bare.padEnd(Math.ceil(bare.length / 4) * 4, '=') : bare;
  if (width === 0) {
    out.write(written);
    return;
  }
  for (let at = 0; at < written.length; at += width) {
    if (at > 0) out.write(lineEnd);
    out.write(written.slice(at, at + width));
  }
}
