// Lines of a text in which long ones are folded: a line that begins with a blank goes on the one before.
// In: bytes in pieces of any size; UTF-16 by its byte order mark. Out: whole lines as bytes, since folds may cut a character,
// with the offset they begin at, some at a time. Holds one line.

export interface FoldedLine {
  offset: number;
  bytes: Buffer;
  /** Bytes of the line beyond `maxLineBytes`, left out. */
  leftOut: number;
}

/** A photograph in Base64 fits; past this a line is cut. */
export const maxLineBytes = 8 << 20;

const lineFeed = 10;
const carriageReturn = 13;

export async function* foldedLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<FoldedLine[]> {
  let parts: Buffer[] = [];
  let held = 0;
  let leftOut = 0;
  let lineAt = 0;
  let at = 0;
  /** Seen a line end, but not yet whether the next line goes on this one. */
  let isEnded = false;
  let isNew = true;

  const add = (part: Buffer): void => {
    const room = Math.max(0, maxLineBytes - held);
    const kept = part.length > room ? part.subarray(0, room) : part;
    leftOut += part.length - kept.length;
    held += kept.length;
    if (kept.length > 0) parts.push(kept);
  };
  const take = (): FoldedLine => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const line = { offset: lineAt, bytes: withoutReturn(bytes), leftOut };
    [parts, held, leftOut, isEnded] = [[], 0, 0, false];
    return line;
  };

  for await (const chunk of asUtf8(stream)) {
    const lines: FoldedLine[] = [];
    let p = 0;
    while (p < chunk.length) {
      if (isEnded) {
        const isFold = chunk[p] === 0x20 || chunk[p] === 9;
        if (isFold) {
          trimReturn(parts);
          isEnded = false;
          p++;
          continue;
        }
        lines.push(take());
        isNew = true;
      }
      if (isNew) lineAt = at + p;
      isNew = false;
      const end = chunk.indexOf(lineFeed, p);
      add(chunk.subarray(p, end < 0 ? chunk.length : end));
      p = end < 0 ? chunk.length : end + 1;
      isEnded = end >= 0;
    }
    at += chunk.length;
    // what is kept beyond this chunk must not keep all of it
    parts = parts.map((part) => (part.buffer === chunk.buffer ? Buffer.from(part) : part));
    if (lines.length > 0) yield lines;
  }
  if (!isNew) yield [take()];
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}

/** Takes the carriage return before a fold away; it may be the last byte of any piece. */
function trimReturn(parts: Buffer[]): void {
  const last = parts.at(-1);
  if (last?.at(-1) === carriageReturn) parts[parts.length - 1] = last.subarray(0, -1);
}

/** The bytes as they are, or made UTF-8 of where they begin with the mark of UTF-16; marks are left out. */
async function* asUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of stream) {
    let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (head) {
      bytes = Buffer.concat([head, bytes]);
      if (bytes.length < 3) {
        head = bytes;
        continue;
      }
      head = null;
      const mark = bytes.readUInt16BE(0);
      if (mark === 0xfffe || mark === 0xfeff)
        decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be');
      else if (mark === 0xefbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
  if (head) yield head;
}
