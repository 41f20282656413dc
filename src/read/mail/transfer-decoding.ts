// The bytes that a part stands for (RFC 2045 6): base64, quoted-printable and, before MIME, uuencode.
// In: pieces of a body, cut anywhere. Out: the bytes of each piece, the same for any cutting. What cannot be
// decoded is left as it is, or passed over where it stands for nothing; nothing is ever refused.

export interface TransferDecoding {
  decode(piece: Buffer): Buffer;
  end(): Buffer;
}

const nothing: Buffer = Buffer.alloc(0);
const LF = 0x0a;

/** `encoding`: as the header states it; null where none is known of that name. */
export function createTransferDecoding(encoding: string): TransferDecoding | null {
  switch (
    encoding
      .replace(/\(.*|;.*/su, '')
      .trim()
      .toLowerCase()
  ) {
    case 'base64':
      return createBase64();
    case 'quoted-printable':
      return createQuotedPrintable();
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
    case 'uue':
      return createUuencode();
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return { decode: (piece) => piece, end: () => nothing };
    default:
      return null;
  }
}

const skip = 0xff;
const pad = 0xfe;
const base64Values = new Uint8Array(256).fill(skip);
for (const [value, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  base64Values[sign.charCodeAt(0)] = value;
base64Values[0x3d] = pad;

/** Padding in the middle begins anew: parts encoded apart are often put together. */
function createBase64(): TransferDecoding {
  let bits = 0;
  let count = 0;
  return {
    decode(piece) {
      const decoded = Buffer.allocUnsafe(((piece.length * 3) >> 2) + 3);
      let to = 0;
      for (let p = 0; p < piece.length; p++) {
        const value = base64Values[piece[p]!]!;
        if (value < 64) {
          bits = ((bits << 6) | value) & 0xffffff;
          if (++count < 4) continue;
          decoded[to++] = bits >> 16;
          decoded[to++] = bits >> 8;
          decoded[to++] = bits;
          count = 0;
        } else if (value === pad) {
          if (count === 3) decoded[to++] = bits >> 10;
          if (count === 3) decoded[to++] = bits >> 2;
          if (count === 2) decoded[to++] = bits >> 4;
          count = 0;
        }
      }
      return decoded.subarray(0, to);
    },
    end() {
      if (count === 3) return Buffer.of(bits >> 10, bits >> 2);
      return count === 2 ? Buffer.of(bits >> 4) : nothing;
    },
  };
}

const hexValues = new Uint8Array(256).fill(skip);
for (const [value, sign] of [...'0123456789abcdef'].entries()) {
  hexValues[sign.charCodeAt(0)] = value;
  hexValues[sign.toUpperCase().charCodeAt(0)] = value;
}

/** What may be held back: `=`, and what it may be followed by. */
const maxEscapeBytes = 3;

function createQuotedPrintable(): TransferDecoding {
  let held: Buffer = nothing;
  const decode = (bytes: Buffer, isLast: boolean): Buffer => {
    if (bytes.indexOf(0x3d) < 0) return bytes;
    const decoded = Buffer.allocUnsafe(bytes.length);
    let to = 0;
    for (let p = 0; p < bytes.length;) {
      const byte = bytes[p]!;
      if (byte !== 0x3d) {
        decoded[to++] = byte;
        p++;
        continue;
      }
      if (!isLast && p + maxEscapeBytes > bytes.length) {
        held = Buffer.from(bytes.subarray(p));
        break;
      }
      const high = hexValues[bytes[p + 1] ?? 0]!;
      const low = hexValues[bytes[p + 2] ?? 0]!;
      if (high !== skip && low !== skip) {
        decoded[to++] = (high << 4) | low;
        p += 3;
      } else if (bytes[p + 1] === LF || p + 1 === bytes.length) p += 2;
      else if (bytes[p + 1] === 0x0d) p += bytes[p + 2] === LF ? 3 : 2;
      else {
        decoded[to++] = byte;
        p++;
      }
    }
    return decoded.subarray(0, to);
  };
  return {
    decode(piece) {
      const whole = held.length === 0 ? piece : Buffer.concat([held, piece]);
      held = nothing;
      return decode(whole, false);
    },
    end() {
      const last = held;
      held = nothing;
      return decode(last, true);
    },
  };
}

/** 45 bytes a line; one that is longer is no line of it. */
const maxUuLineBytes = 200;

function createUuencode(): TransferDecoding {
  let held: Buffer = nothing;
  return {
    decode(piece) {
      const whole = held.length === 0 ? piece : Buffer.concat([held, piece]);
      const end = whole.lastIndexOf(LF) + 1;
      held = whole.length - end > maxUuLineBytes ? nothing : Buffer.from(whole.subarray(end));
      return decodeLines(whole.subarray(0, end));
    },
    end() {
      const last = held;
      held = nothing;
      return decodeLines(last);
    },
  };
}

function decodeLines(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LF, from);
    const to = end < 0 ? bytes.length : end;
    const line = bytes.subarray(from, to);
    if (!/^(?:begin|end)\b/u.test(line.toString('latin1', 0, 6))) parts.push(uuLine(line));
    from = to + 1;
  }
  return Buffer.concat(parts);
}

/** The first sign of a line says how many bytes it holds. */
export function uuLine(line: Buffer): Buffer {
  const length = line.length === 0 ? 0 : (line[0]! - 0x20) & 0x3f;
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let group = 0; group * 3 < length; group++) {
    let bits = 0;
    for (let i = 0; i < 4; i++) bits = (bits << 6) | (((line[1 + group * 4 + i] ?? 0x20) - 0x20) & 0x3f);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, length);
}
