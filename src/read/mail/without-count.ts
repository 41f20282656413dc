// The message in an emlx file of Apple Mail: a line with its number of bytes comes before it, a property list after.
// In: a stream. Out: the message alone; any other stream as it is, less a byte order mark.

/** As many bytes as the line with the number may have, spaces included. */
const maxCountBytes = 32;

export async function* withoutCount(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  let left = Infinity;
  for await (const chunk of stream) {
    if (head === null) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
    } else {
      head = Buffer.concat([head, chunk]);
      if (head.length < maxCountBytes) continue;
      const begun = beginning(head);
      head = null;
      yield begun.bytes.subarray(0, begun.count);
      left = begun.count - begun.bytes.length;
    }
    if (left <= 0) return;
  }
  if (head === null) return;
  const { bytes, count } = beginning(head);
  yield bytes.subarray(0, count);
}

function beginning(head: Buffer): { bytes: Buffer; count: number } {
  const line = /^(\d{1,12})[ \t]{0,16}\r?\n/u.exec(head.toString('latin1', 0, maxCountBytes));
  if (line) return { bytes: head.subarray(line[0].length), count: Number(line[1]) };
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return { bytes: hasMark ? head.subarray(3) : head, count: Infinity };
}
