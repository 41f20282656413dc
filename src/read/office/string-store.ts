// The shared strings of a workbook, packed: bytes in blocks and where each begins, so that five million short
// strings take a hundred megabytes and not half a gigabyte.

/** Bytes of strings that are kept; a million rows with three names of their own each have about fifty. */
export const maxStoredBytes = 96 << 20;
export const maxStrings = 8_000_000;
/** Of a spreadsheet cell. */
export const maxStringChars = 32_767;

const blockBytes = 1 << 20;
const stringsPerBlock = 1 << 16;

export interface StringStore {
  count: number;
  /** False where there is no room. */
  add(text: string): boolean;
  get(index: number): string | null;
}

export function createStringStore(): StringStore {
  const blocks: Buffer[] = [];
  const starts: Float64Array[] = [];
  let used = 0;
  let stored = 0;
  const store: StringStore = {
    count: 0,
    add(text) {
      const bytes = Buffer.from(text, 'utf8');
      if (stored + bytes.length > maxStoredBytes || store.count >= maxStrings) return false;
      if (blocks.length === 0 || used + bytes.length > blockBytes) {
        blocks.push(Buffer.allocUnsafeSlow(blockBytes));
        used = 0;
      }
      bytes.copy(blocks.at(-1)!, used);
      const slot = store.count % stringsPerBlock;
      if (slot === 0) starts.push(new Float64Array(stringsPerBlock));
      // block, place and length in one number: 2^53 has room for all three
      starts.at(-1)![slot] = ((blocks.length - 1) * blockBytes + used) * lengths + bytes.length;
      used += bytes.length;
      stored += bytes.length;
      store.count++;
      return true;
    },
    get(index) {
      if (!Number.isInteger(index) || index < 0 || index >= store.count) return null;
      const packed = starts[Math.floor(index / stringsPerBlock)]![index % stringsPerBlock]!;
      const length = packed % lengths;
      const at = (packed - length) / lengths;
      const block = blocks[Math.floor(at / blockBytes)]!;
      return block.toString('utf8', at % blockBytes, (at % blockBytes) + length);
    },
  };
  return store;
}

/** More than the longest string has bytes: `maxStringChars` of at most three each. */
const lengths = 2 ** 17;
