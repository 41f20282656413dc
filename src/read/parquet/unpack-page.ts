// Unpacks one page. In: its packed bytes, the codec and the size it is said to have. Out: exactly as many
// bytes; a page that unpacks to more or less is damaged.

import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { CompressionCodec } from 'hyparquet/src/types.js';
import { compressors } from 'hyparquet-compressors';
import { damage } from './damage.ts';

export function unpackPage(packed: Uint8Array, codec: CompressionCodec, sizeBytes: number): Uint8Array {
  if (sizeBytes === 0) return new Uint8Array(0);
  let page: Uint8Array;
  try {
    page = unpack(packed, codec, sizeBytes);
  } catch {
    return damage('cannot be unpacked');
  }
  return page.length === sizeBytes ? page : damage('does not unpack to its size');
}

function unpack(packed: Uint8Array, codec: CompressionCodec, sizeBytes: number): Uint8Array {
  const limit = { maxOutputLength: sizeBytes };
  switch (codec) {
    case 'UNCOMPRESSED':
      return packed;
    case 'GZIP':
      return gunzipSync(packed, limit);
    case 'BROTLI':
      return brotliDecompressSync(packed, limit);
    case 'ZSTD':
      return zstdDecompressSync(packed, limit);
    default:
      return compressors[codec]?.(packed, sizeBytes) ?? damage('is packed in an unknown way');
  }
}
