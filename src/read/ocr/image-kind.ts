// Which image format a file is, by its first bytes. In: at least 16 of them. Out: the format, or null.
// Takes no file name and does not look whether the rest keeps what the beginning promises.

export type ImageKind = 'png' | 'jpeg' | 'gif' | 'bmp' | 'tiff' | 'webp';

export function imageKindOf(head: Uint8Array): ImageKind | null {
  const at = (offset: number, text: string) =>
    [...text].every((character, i) => head[offset + i] === character.charCodeAt(0));
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'gif';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'webp';
  if (at(0, 'II*\0') || at(0, 'MM\0*')) return 'tiff';
  return isBmp(head) ? 'bmp' : null;
}

/** `BM` also begins words: the two reserved numbers are 0 and the header has one of the sizes it can have. */
function isBmp(head: Uint8Array): boolean {
  if (head[0] !== 0x42 || head[1] !== 0x4d || head.length < 18) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}
