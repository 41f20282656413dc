// The pages of a TIFF file. In: its bytes. Out: where each page's directory lies, and its size; and the same
// bytes with another page put first, as those who unpack TIFF read the first one only.

/** A fax or a scanned file has hundreds of pages; more than this is a ring or nonsense. */
export const maxTiffPages = 10_000;

export interface TiffPage {
  directory: number;
  width: number;
  height: number;
}

export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: TiffPage[] = [];
  if (bytes.length < 8) return pages;
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  let directory = view.getUint32(4, little);
  while (directory !== 0 && !seen.has(directory) && pages.length < maxTiffPages) {
    seen.add(directory);
    if (directory + 2 > bytes.length) break;
    const end = directory + 2 + 12 * view.getUint16(directory, little);
    if (end > bytes.length) break;
    pages.push({ directory, ...sizeIn(view, directory + 2, end, little) });
    if (end + 4 > bytes.length) break;
    directory = view.getUint32(end, little);
  }
  return pages;
}

/** Changes the header in place: this page is now the first. */
export function putTiffPageFirst(bytes: Uint8Array, page: TiffPage): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(4, page.directory, bytes[0] === 0x49);
}

/** Tags 256 and 257, as 16-bit (type 3) or 32-bit numbers. */
function sizeIn(
  view: DataView,
  from: number,
  to: number,
  little: boolean,
): { width: number; height: number } {
  const size = { width: 0, height: 0 };
  for (let entry = from; entry < to; entry += 12) {
    const tag = view.getUint16(entry, little);
    if (tag !== 256 && tag !== 257) continue;
    const short = view.getUint16(entry + 2, little) === 3;
    const value = short ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    size[tag === 256 ? 'width' : 'height'] = value;
  }
  return size;
}
