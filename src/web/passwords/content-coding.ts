// How an answer is packed on its way. In: what a client says it accepts. Out: a coding, and bytes packed in it. Digits of
// hashes repeat nothing: codes for single digits, without a search for what repeats, make them smallest and are four
// times as fast.

import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

export type ContentCoding = 'br' | 'gzip' | 'deflate';

/** In the order in which they are liked. */
const codings: readonly ContentCoding[] = ['br', 'gzip', 'deflate'];

const digitsOnly = { strategy: constants.Z_HUFFMAN_ONLY };
/** The lowest that looks at frequencies; above it this content only takes longer. */
const brotliQuality = 1;

/** Null: as it is. Source: RFC 9110, 12.5.3. */
export function codingFor(accepted: string | undefined): ContentCoding | null {
  if (accepted === undefined) return null;
  const wanted = usualChoices.get(accepted);
  return wanted === undefined ? chosen(accepted) : wanted;
}

/** What nearly all clients send. */
const usualChoices = new Map<string, ContentCoding | null>([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
  ['identity', null],
]);

/** A header that is longer says nothing that anybody needs. */
const maxHeader = 1000;

function chosen(accepted: string): ContentCoding | null {
  const weights = new Map<string, number>();
  for (const part of accepted.slice(0, maxHeader).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = codings.toSorted((a, b) => weightOf(b) - weightOf(a));
  return weightOf(best!) > 0 && weightOf(best!) >= (weights.get('identity') ?? 0) ? best! : null;
}

export function packed(bytes: Uint8Array, coding: ContentCoding): Buffer {
  if (coding === 'gzip') return gzipSync(bytes, digitsOnly);
  if (coding === 'deflate') return deflateSync(bytes, digitsOnly);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
