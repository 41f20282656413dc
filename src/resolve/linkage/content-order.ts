// A choice among rows that neither their order nor the key of the run decides: by what they hold. In: features.
// Out: a number a row, from the columns that are not keyed, which stands in for chance.

import type { LinkageFeatures } from './features.ts';

/** 32 bits that rows of the same sound and birth date share. */
export function contentOf(features: LinkageFeatures): (row: number) => number {
  const { lastSound, firstSound, birth } = features;
  return (row) => {
    const sounds = (lastSound?.[row] ?? 0) | ((firstSound?.[row] ?? 0) << 16);
    return mixed(mixed(sounds) ^ (birth?.[row] ?? 0)) >>> 0;
  };
}

/** Up to `wanted` rows of different content, the same ones whatever the order of the rows. */
export function rowsByContent(features: LinkageFeatures, takesPart: Uint8Array, wanted: number): number[] {
  const content = contentOf(features);
  const taking = takesPart.reduce((sum, takes) => sum + (takes === 0 ? 0 : 1), 0);
  const below = Math.min(1, (wanted * 8) / Math.max(1, taking)) * 0x1_0000_0000;
  const rows = new Map<number, number>();
  for (let row = 0; row < features.count; row++) {
    if (takesPart[row] === 0) continue;
    const key = content(row);
    if (key >= below) continue;
    const known = rows.get(key);
    if (known === undefined || keyedContent(features, row) < keyedContent(features, known))
      rows.set(key, row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .slice(0, wanted)
    .map(([, row]) => row);
}

/** Decides among rows of one content. */
function keyedContent(features: LinkageFeatures, row: number): number {
  const { last, first, phone, address, postalCode, mailName } = features;
  const names = mixed((last?.[row] ?? 0) ^ mixed(first?.[row] ?? 0));
  const content = mixed(names ^ (phone?.[row] ?? 0) ^ mixed(address?.[row] ?? 0));
  return mixed(content ^ (postalCode?.[row] ?? 0) ^ mixed(mailName?.[row] ?? 0)) >>> 0;
}

function mixed(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
