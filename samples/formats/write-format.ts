/**
 * Writes tables in a format: to a file, or as a folder of files. Each gets its name when it is whole.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Format, formats, type FormatName } from './formats.ts';
import type { MadeTable, Piece } from './made-table.ts';

/** `name`: what the database is called, where the format names it. */
export async function writeFormat(
  path: string,
  format: FormatName,
  tables: readonly MadeTable[],
  name: string,
): Promise<void> {
  const chosen: Format = formats[format];
  if (chosen.of === 'file') await whole(path, (partial) => chosen.write(partial, tables));
  else if (chosen.of === 'database')
    await whole(path, (partial) => put(partial, chosen.pieces(tables, name)));
  else {
    await mkdir(path, { recursive: true });
    for (const table of tables) {
      await whole(join(path, `${table.name}.${chosen.ending}`), (partial) =>
        put(partial, chosen.pieces(table)),
      );
    }
  }
}

async function whole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function put(path: string, pieces: Iterable<Piece> | AsyncIterable<Piece>): Promise<void> {
  await pipeline(Readable.from(gathered(pieces), { objectMode: false }), createWriteStream(path));
}

/** Pieces put together to some 64 kB, so that a row is not a write. */
async function* gathered(pieces: Iterable<Piece> | AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const buffer = Buffer.from(piece as string);
    held.push(buffer);
    bytes += buffer.length;
    if (bytes < 65_536) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
