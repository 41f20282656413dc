// Files that are there whole or not at all, written in one go. In: a path and what the file holds. A process that is
// killed leaves at most a hidden `.partial` beside the place.

import { existsSync } from 'node:fs';
import { WholeFile } from './whole-file.ts';

/** Pieces are asked for one after the other, and none is kept. */
export type FileContent = string | Uint8Array | Iterable<Uint8Array>;

export interface WriteOptions {
  /** By default its owner's alone. */
  mode?: number;
}

/** In the place of what was there. Throws what the file system says, or the content; then nothing has changed. */
export function writeWhole(path: string, content: FileContent, options: WriteOptions = {}): void {
  using file = written(path, content, options);
  file.keepAs(path);
}

/** False where the file is there already: of two that write at once, the first has written. Throws as `writeWhole`. */
export function writeOnce(path: string, content: FileContent, options: WriteOptions = {}): boolean {
  if (existsSync(path)) return false;
  using file = written(path, content, options);
  return file.keepOnce(path);
}

function written(path: string, content: FileContent, options: WriteOptions): WholeFile {
  const file = new WholeFile(path, options);
  try {
    for (const piece of piecesOf(content)) file.write(piece);
    file.end();
    return file;
  } catch (error) {
    file[Symbol.dispose]();
    throw error;
  }
}

function piecesOf(content: FileContent): Iterable<Uint8Array> {
  if (typeof content === 'string') return [Buffer.from(content)];
  return content instanceof Uint8Array ? [content] : content;
}
