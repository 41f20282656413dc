// Text out of bytes, most of it short and ASCII: made letter by letter there, as calling out of JavaScript takes longer.

const shortBytes = 32;

/** UTF-8; what is none becomes U+FFFD. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  if (to - from > shortBytes) return bytes.toString('utf8', from, to);
  let text = '';
  for (let p = from; p < to; p++) {
    const byte = bytes[p]!;
    if (byte >= 0x80) return bytes.toString('utf8', from, to);
    text += String.fromCharCode(byte);
  }
  return text;
}
