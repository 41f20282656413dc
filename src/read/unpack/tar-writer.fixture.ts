// Writes tar archives for tests: the plainest container there is.

export interface TarEntry {
  name: string;
  content: Uint8Array | string;
  /** The type flag: '0' a file, '2' a symbolic link. */
  type?: string;
}

export function tarOf(entries: TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, content, type = '0' }) => {
    const bytes = Buffer.from(content as string);
    return [header(name, bytes.length, type), bytes, Buffer.alloc(-bytes.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
