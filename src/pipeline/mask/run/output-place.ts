// Where a run writes: beside its place, under a hidden name, and moved into it when all is proven. In: the place. Out:
// files in it. What is not kept is removed; what a killed run left is removed by the next one.

import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder, syncFolder } from '../../../base/files/index.ts';
import { TocsinError } from '../../../base/index.ts';
import { OutputFile } from './output-file.ts';

export class OutputPlace implements Disposable {
  readonly #place: string;
  readonly #beside: string;
  readonly #isFolder: boolean;
  readonly #folders = new Set<string>();
  #open: OutputFile | null = null;
  /** When a run that was killed had written what it left here, as milliseconds since 1970; null where none did. */
  readonly left: number | null;

  /** Throws OUTPUT_NOT_WRITABLE. `isForced`: what is at the place already gives way in the end. */
  constructor(place: string, { isFolder, isForced }: { isFolder: boolean; isForced: boolean }) {
    this.#place = resolve(place);
    this.#isFolder = isFolder;
    const folder = dirname(this.#place);
    const name = basename(this.#place);
    if (!isForced && isThere(this.#place))
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is something already: ${this.#place}`, {
        hint: 'name another place, or replace what is there with --force',
      });
    this.left = removeLeft(folder, name);
    this.#beside = join(folder, `.${name}.${process.pid}.masking`);
    try {
      if (isFolder) makeFolder(this.#beside, { mode: 0o700 });
      else makeFolder(folder);
    } catch (cause) {
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${this.#place}`, { cause });
    }
  }

  /** `place`: under the folder; '' where the output is a file. */
  open(place: string): OutputFile {
    const path = this.#isFolder ? join(this.#beside, place) : this.#beside;
    try {
      if (this.#isFolder) {
        makeFolder(dirname(path), { mode: 0o700 });
        for (let at = dirname(path); at.startsWith(this.#beside); at = dirname(at)) this.#folders.add(at);
      }
      this.#open = new OutputFile(path);
    } catch (cause) {
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${this.#place}`, { cause });
    }
    return this.#open;
  }

  /** All of it is on the disk and in its place. */
  keep(): void {
    for (const folder of this.#folders) syncFolder(folder);
    if (this.#isFolder || (isThere(this.#place) && lstatSync(this.#place).isDirectory()))
      rmSync(this.#place, { recursive: true, force: true });
    renameSync(this.#beside, this.#place);
    syncFolder(dirname(this.#place));
  }

  [Symbol.dispose](): void {
    this.#open?.[Symbol.dispose]();
    rmSync(this.#beside, { recursive: true, force: true });
  }
}

/** Partial output of runs that are no more; when it was written. */
function removeLeft(folder: string, name: string): number | null {
  if (!existsSync(folder)) return null;
  let written: number | null = null;
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`.${name}.`) || !entry.endsWith('.masking')) continue;
    const pid = Number(entry.slice(name.length + 2, -'.masking'.length));
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    const path = join(folder, entry);
    written = Math.max(written ?? 0, lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    rmSync(path, { recursive: true, force: true });
  }
  return written;
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
