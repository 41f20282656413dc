// How many pixels an image says it has, read from its header before anything unpacks it: a few bytes can
// ask for gigabytes. In: the file's bytes. Out: width and height, or null where the header is damaged.

import type { ImageKind } from './image-kind.ts';
import { tiffPages } from './tiff-pages.ts';

export interface ImageSize {
  width: number;
  height: number;
}

export function imageSizeOf(kind: ImageKind, bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readers[kind](view, bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const readers: Record<ImageKind, (view: DataView, bytes: Uint8Array) => ImageSize | null> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: bmpSize,
  jpeg: jpegSize,
  webp: webpSize,
  tiff: (_view, bytes) => tiffPages(bytes)[0] ?? null,
};

/** Height is negative where the rows run downwards; the oldest header has 16-bit numbers. */
function bmpSize(view: DataView): ImageSize {
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  }
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** Walks the segments to the frame header (C0–CF but for DHT, JPG and DAC; ITU-T T.81 B.1.1.3). */
function jpegSize(view: DataView): ImageSize | null {
  let offset = 2;
  for (;;) {
    if (view.getUint8(offset) !== 0xff) return null;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1; // fill byte
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      offset += 2; // markers without a length
    } else if (marker === 0xd9 || marker === 0xda) {
      return null;
    } else {
      const length = view.getUint16(offset + 2);
      if (length < 2) return null;
      offset += 2 + length;
    }
  }
}

/** Three forms (RFC 9649): lossy, lossless and extended. */
function webpSize(view: DataView): ImageSize | null {
  switch (view.getUint32(12)) {
    case 0x56503820: // `VP8 `
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // `VP8L`: 14 bits each, less one
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // `VP8X`: 24 bits each, less one
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
}
