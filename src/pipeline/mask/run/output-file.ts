// One file of the output as it grows: hashed and counted, packed again where its source was. In: chunks in their order.
// Out: a file on the disk.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { createGzip, type Gzip } from 'node:zlib';

export interface WrittenFile {
  bytes: number;
  sha256: string;
}

export class OutputFile implements Disposable {
  #file: number | null;
  #gzip: Gzip | null = null;
  #bytes = 0;
  readonly #hash = createHash('sha256');

  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600);
  }

  /** From here on what is written is packed; no time is written, so that equal stays equal. */
  pack(): void {
    this.#gzip = createGzip();
    this.#gzip.on('data', (packed: Buffer) => this.#put(packed));
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#gzip === null) this.#put(bytes);
    else if (!this.#gzip.write(bytes)) await once(this.#gzip, 'drain');
  }

  async end(): Promise<WrittenFile> {
    if (this.#gzip !== null) {
      const ended = once(this.#gzip, 'end');
      this.#gzip.end();
      await ended;
    }
    fsyncSync(this.#file!);
    this[Symbol.dispose]();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  [Symbol.dispose](): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    // one call may write less than it is given
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file!, bytes, done);
  }
}
