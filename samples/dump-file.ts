/**
 * The file a sample goes to: written as FILE.partial, renamed when complete, so a file under its
 * own name is always whole. A name ending in .gz is written as gzip.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sink } from './sql-writer.ts';

export interface DumpFile extends Sink {
  /** Ends the partial file, without renaming it. */
  end(): Promise<void>;
  /** Gives the complete file its name. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

export async function openDumpFile(path: string): Promise<DumpFile> {
  const partial = `${path}.partial`;
  const body = path.endsWith('.gz') ? await openGzip(partial) : await openPlain(partial);
  return {
    ...body,
    publish: () => rename(partial, path),
    async discard() {
      await body.end().catch(() => {});
      await rm(partial, { force: true });
    },
  };
}

async function openPlain(path: string): Promise<Pick<DumpFile, 'write' | 'end'>> {
  const handle = await open(path, 'w');
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length;) {
        at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
      }
    },
    end: () => handle.close(),
  };
}

async function openGzip(path: string): Promise<Pick<DumpFile, 'write' | 'end'>> {
  const file = createWriteStream(path);
  await once(file, 'open');
  const gzip = createGzip({ level: 6 });
  gzip.pipe(file);
  let failure: Error | undefined;
  file.on('error', (error) => {
    failure = error;
    gzip.destroy(error);
  });
  gzip.on('error', (error) => (failure ??= error));
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) reject(failure);
        else gzip.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    async end() {
      gzip.end();
      await finished(file);
    },
  };
}

/** A small text file, under its name only when complete. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.partial`, text);
  await rename(`${path}.partial`, path);
}

/** One JSON document a line, under its name only when complete. */
export async function writeLines(path: string, records: Iterable<unknown>): Promise<void> {
  await pipeline(lines(records), createWriteStream(`${path}.partial`));
  await rename(`${path}.partial`, path);
}

/** Lines gathered to some 64 kB, so that a million of them are not a million writes. */
function* lines(records: Iterable<unknown>): Generator<string> {
  let text = '';
  for (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length < 65536) continue;
    yield text;
    text = '';
  }
  yield text;
}
