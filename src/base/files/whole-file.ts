// A file written piece by piece that is there whole or not at all: written beside its place, on the disk before it is
// moved into it. In: pieces. What is not kept is removed; a process that is killed leaves at most a hidden `.partial`.

import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

export class WholeFile implements Disposable {
  #file: number | null;
  #beside: string;
  #folder: string;

  /** Throws what the file system says. `mode`: by default its owner's alone. */
  constructor(path: string, { mode = 0o600 }: { mode?: number } = {}) {
    this.#folder = dirname(path);
    this.#beside = join(this.#folder, `.${basename(path)}.${randomUUID()}.partial`);
    this.#file = openSync(this.#beside, 'wx', mode);
  }

  write(bytes: Uint8Array): void {
    // one call may write less than it is given
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file!, bytes, done);
  }

  /** On the disk, but not yet in its place: what is left to do then takes no time. Written to no more. */
  end(): void {
    if (this.#file === null) return;
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#file = null;
  }

  /** In the place of what was at `path`, which is in the same folder. */
  keepAs(path: string): void {
    this.end();
    renameSync(this.#beside, path);
    syncFolder(this.#folder);
  }

  /** False where something is there already. */
  keepOnce(path: string): boolean {
    this.end();
    try {
      linkSync(this.#beside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return false;
    } finally {
      rmSync(this.#beside, { force: true });
    }
    syncFolder(this.#folder);
    return true;
  }

  /** Removes what was not kept. */
  [Symbol.dispose](): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    rmSync(this.#beside, { force: true });
  }
}
