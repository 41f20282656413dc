// An image written into a page itself (`data:image/png;base64,…`), as a member: a scanned letter may be one.

import type { Member } from '../unpack/unpack-sink.ts';

const endings = new Map([
  ['png', 'png'],
  ['jpeg', 'jpg'],
  ['jpg', 'jpg'],
  ['gif', 'gif'],
  ['tiff', 'tif'],
  ['bmp', 'bmp'],
  ['webp', 'webp'],
]);

/** Smaller images are dots and lines. */
const smallestImage = 256;

export function imageInAddress(address: string, name: string): Member | null {
  if (!/^data:image\//iu.test(address)) return null;
  const [, kind, encoded] = /^data:image\/([\w.+-]{1,20})[\w;=.-]{0,100};base64,(.*)$/isu.exec(address) ?? [];
  const ending = endings.get(kind?.toLowerCase() ?? '');
  if (ending === undefined || encoded === undefined || encoded.length < smallestImage) return null;
  const bytes = Buffer.from(encoded, 'base64');
  return {
    path: `${name}.${ending}`,
    sizeBytes: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
}
