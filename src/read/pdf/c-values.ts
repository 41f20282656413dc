// Moves values over the border to PDFium: strings, bytes and numbers that its C interface writes to memory.
// Every length it states is checked against a limit before anything is reserved.

import type { Pdfium } from './pdfium.ts';

/** A name, title or form field longer than this is none. */
const maxStringBytes = 2 ** 20;

/** Memory for as long as `use` takes; filled with zeros. Throws where there is none left. */
export function withMemory<T>(pdfium: Pdfium, length: number, use: (pointer: number) => T): T {
  const pointer = pdfium.malloc(length);
  if (pointer === 0) throw new RangeError('memory limit');
  try {
    bytesAt(pdfium, pointer, length).fill(0);
    return use(pointer);
  } finally {
    pdfium.free(pointer);
  }
}

/** A view: only good until the memory grows. */
export function bytesAt(pdfium: Pdfium, pointer: number, length: number): Uint8Array {
  return new Uint8Array(pdfium.memory.buffer, pointer >>> 0, length);
}

export function uint32At(pdfium: Pdfium, pointer: number): number {
  return new DataView(pdfium.memory.buffer).getUint32(pointer >>> 0, true);
}

export function floatAt(pdfium: Pdfium, pointer: number): number {
  return new DataView(pdfium.memory.buffer).getFloat32(pointer >>> 0, true);
}

/** For functions that return how many bytes they have to say, and say it where there is room. */
export function stringFrom(
  pdfium: Pdfium,
  encoding: 'utf16le' | 'latin1',
  write: (pointer: number, length: number) => number,
): string {
  const length = write(0, 0) >>> 0;
  if (length === 0 || length > maxStringBytes) return '';
  return withMemory(pdfium, length, (pointer) => {
    write(pointer, length);
    const bytes = bytesAt(pdfium, pointer, length);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString(encoding);
    return text.replaceAll('\0', '').trim();
  });
}

/** `pointer` to `text` with a zero behind it. */
export function withCString<T>(pdfium: Pdfium, bytes: Uint8Array, use: (pointer: number) => T): T {
  return withMemory(pdfium, bytes.length + 1, (pointer) => {
    bytesAt(pdfium, pointer, bytes.length).set(bytes);
    return use(pointer);
  });
}

/** For functions that write up to `length` bytes and, through a pointer, how many there are; null for a failure. */
export function bytesFrom(
  pdfium: Pdfium,
  maxBytes: number,
  write: (pointer: number, length: number, written: number) => number,
): Uint8Array | null {
  return withMemory(pdfium, 4, (written) => {
    if (write(0, 0, written) === 0) return null;
    const length = uint32At(pdfium, written);
    if (length > maxBytes) return null;
    return withMemory(pdfium, Math.max(length, 1), (pointer) =>
      write(pointer, length, written) === 0 ? null : bytesAt(pdfium, pointer, length).slice(),
    );
  });
}
