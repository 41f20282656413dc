// A message as it goes over the wire: a dot before every dot that begins a line, and the end of data (RFC 5321, 4.5.2).

const lineFeed = 10;
const dot = 46;
const endOfData = Buffer.from('.\r\n');
const lineThenEnd = Buffer.from('\r\n.\r\n');
const oneDot = Buffer.from('.');
const dotAfterLine = Buffer.from('\n.');

/** Pieces to be written one after another; the first is the message itself where nothing had to be done. */
export function dotStuffed(message: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const pieces: Uint8Array[] = bytes[0] === dot ? [oneDot] : [];
  let from = 0;
  // also after a line end that lacks its CR: no server may take what follows for the end
  for (let at = bytes.indexOf(dotAfterLine); at >= 0; at = bytes.indexOf(dotAfterLine, at + 1)) {
    pieces.push(bytes.subarray(from, at + 1), oneDot);
    from = at + 1;
  }
  pieces.push(bytes.subarray(from), bytes.at(-1) === lineFeed ? endOfData : lineThenEnd);
  return pieces;
}
