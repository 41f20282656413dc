// UTF-16 made UTF-8 to be read, and UTF-16 again to be written: byte for byte as it was where nothing is replaced. In: a
// stream. Out: a stream; text that is not valid UTF-16 is an error, since it could not be written again.

type Wide = 'utf-16le' | 'utf-16be';

/** The byte order mark stays, as one of UTF-8. Throws TypeError where the text is not valid. */
export async function* toUtf8(stream: AsyncIterable<Uint8Array>, wide: Wide): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(wide, { fatal: true, ignoreBOM: true });
  for await (const piece of stream) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** Of whole characters. */
export function fromUtf8(bytes: Uint8Array, wide: Wide): Uint8Array {
  const text = Buffer.from(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
    'utf16le',
  );
  return wide === 'utf-16le' ? text : text.swap16();
}
