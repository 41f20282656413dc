// The 512 bytes before each member of a tar file: V7, ustar, GNU. In: a block. Out: what it says, or null
// where its checksum does not hold. Numbers are believed as numbers only: who reads on checks them.

export const blockBytes = 512;

export interface TarHeader {
  name: string;
  sizeBytes: number;
  /** One letter: "0" and "\0" a file, "5" a folder, "x" and "g" pax, "L" a long name … */
  type: string;
  /** GNU's old sparse files: more of the map follows in blocks of its own. */
  moreMap: boolean;
}

export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockBytes) return false;
  const stated = octal(block, 148, 8);
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < blockBytes; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : (block[i] ?? 0);
    unsigned += byte;
    // some old programs added bytes up as signed ones
    signed += byte > 127 ? byte - 256 : byte;
  }
  // eight blanks: the sum of a block of zeros, which is no header
  return stated > 256 && (stated === unsigned || stated === signed);
}

export function parseTarHeader(block: Uint8Array): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const type = String.fromCharCode(block[156] ?? 0);
  const ustar = Buffer.from(block.subarray(257, 263)).toString('latin1') === 'ustar\0';
  const prefix = ustar ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    sizeBytes: number(block, 124, 12),
    type,
    moreMap: type === 'S' && block[482] === 1,
  };
}

/** A name is what stands before the first zero: UTF-8, or else what every byte is as Latin-1. */
export function decodeName(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const name = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return Buffer.from(name).toString('latin1');
  }
}

function text(block: Uint8Array, from: number, length: number): string {
  return decodeName(block.subarray(from, from + length));
}

/** Octal digits; or, with the first bit set, a binary number, as GNU writes sizes from 8 GiB on. */
function number(block: Uint8Array, from: number, length: number): number {
  const first = block[from] ?? 0;
  if ((first & 0x80) === 0) return octal(block, from, length);
  let value = first & 0x7f;
  for (let i = 1; i < length; i++) value = value * 256 + (block[from + i] ?? 0);
  return value;
}

function octal(block: Uint8Array, from: number, length: number): number {
  const digits = /^[ \0]*([0-7]+)/u.exec(Buffer.from(block.subarray(from, from + length)).toString('latin1'));
  return digits === null ? 0 : Number.parseInt(digits[1] ?? '0', 8);
}
