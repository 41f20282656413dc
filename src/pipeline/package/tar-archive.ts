// The payload of a package: a tar archive (POSIX ustar, sizes of 8 GiB and more in GNU's base-256) of a few files by
// name. In: files whose sizes are known, or the bytes of such an archive. Out: the archive in pieces, or its files one
// after the other. Reading takes regular files of plain names only: nothing in it can point outside.

import { TocsinError } from '../../base/index.ts';

export interface TarFile {
  name: string;
  bytes: number;
  content: Iterable<Uint8Array>;
}

const blockBytes = 512;

/** `at`: when the files were made. */
export function* writeTar(files: readonly TarFile[], at: Date): Generator<Uint8Array, void, undefined> {
  for (const { name, bytes, content } of files) {
    yield header(name, bytes, at);
    let written = 0;
    for (const piece of content) {
      written += piece.length;
      yield piece;
    }
    if (written !== bytes) throw new Error(`${name} has another size than was said`);
    yield Buffer.alloc(padding(bytes));
  }
  yield Buffer.alloc(2 * blockBytes);
}

function padding(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes;
}

const largestOctal = 0o77777777777;

function header(name: string, bytes: number, at: Date): Buffer {
  const block = Buffer.alloc(blockBytes);
  block.write(name, 0, 100, 'ascii');
  block.write('0000600\0', 100, 'ascii');
  block.write('0000000\0'.repeat(2), 108, 'ascii');
  if (bytes <= largestOctal) block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'ascii');
  else {
    block.writeBigUInt64BE(BigInt(bytes), 128);
    block[124] = 0x80;
  }
  block.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
    'ascii',
  );
  block.write('        0', 148, 'ascii');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return block;
}

/** Its own eight bytes count as blanks. */
function checksum(block: Uint8Array): number {
  let sum = 0;
  for (const [i, byte] of block.entries()) sum += i >= 148 && i < 156 ? 32 : byte;
  return sum;
}

export interface TarVisitor {
  /** A file begins. */
  onFile(name: string, bytes: number): void;
  onBytes(piece: Uint8Array): void;
}

/** Throws PACKAGE_REFUSED where the bytes are no such archive, or not whole. */
export async function readTar(pieces: AsyncIterable<Uint8Array>, visitor: TarVisitor): Promise<void> {
  let head = Buffer.alloc(0);
  let [left, pad] = [0, 0];
  let ended = false;
  for await (const piece of pieces) {
    let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    while (rest.length > 0) {
      if (left > 0) {
        const taken = rest.subarray(0, left);
        visitor.onBytes(taken);
        left -= taken.length;
        rest = rest.subarray(taken.length);
      } else if (pad > 0) {
        const count = Math.min(pad, rest.length);
        pad -= count;
        rest = rest.subarray(count);
      } else {
        const count = Math.min(blockBytes - head.length, rest.length);
        head = Buffer.concat([head, rest.subarray(0, count)]);
        rest = rest.subarray(count);
        if (head.length < blockBytes) continue;
        const file = parseHeader(head, ended);
        head = Buffer.alloc(0);
        if (file === null) ended = true;
        else {
          visitor.onFile(file.name, file.bytes);
          [left, pad] = [file.bytes, padding(file.bytes)];
        }
      }
    }
  }
  if (!ended || left > 0 || pad > 0 || head.length > 0) throw notOurs('it ends too early');
}

/** Null for a block of nothing, as they stand at the end. */
function parseHeader(block: Buffer, ended: boolean): { name: string; bytes: number } | null {
  if (block.every((byte) => byte === 0)) return null;
  const sum = Number.parseInt(block.toString('latin1', 148, 154), 8);
  const name = block.toString('latin1', 0, 100).replace(/\0+$/u, '');
  const isPlain = block[156] === 0x30 && /^[A-Za-z0-9][\w.-]{0,98}$/u.test(name);
  if (ended || sum !== checksum(block) || !isPlain)
    throw notOurs('what is inside is not as packages are made');
  const bytes =
    block[124] === 0x80
      ? Number(block.readBigUInt64BE(128))
      : Number.parseInt(block.toString('latin1', 124, 135), 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw notOurs('a size in it is no number');
  return { name, bytes };
}

function notOurs(why: string): TocsinError {
  return new TocsinError('PACKAGE_REFUSED', `this is no package: ${why}`);
}
