// What an export knows of the files it has written: a manifest in the form of `sha256sum`, and while it runs a journal
// beside it. In: the folder. Out: names with their hashes, in order; after a run that was killed, too. What that run was
// writing when it ended is taken away first: nobody knows which of it is there.

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  opendirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { WholeFile } from '../../base/files/index.ts';
import type { RangeSort } from './range-file.ts';

export interface KnownFile {
  name: string;
  /** 64 hexadecimal digits. */
  sha256: string;
}

export interface ExportPlace {
  out: string;
  /** Of the files, within `out`. */
  folder: string;
  sort: RangeSort['sort'];
}

export function manifestPath({ out, sort }: ExportPlace): string {
  return join(out, `manifest-${sort}.txt`);
}

function journalPath({ out, sort }: ExportPlace): string {
  return join(out, `.manifest-${sort}.journal`);
}

export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Lines of a journal: a file that is there, or the first and the last of those that are about to be written. */
const aboutTo = '? ';

/** Written as an export goes on. */
export class ExportJournal implements Disposable {
  #file: number;
  #place: ExportPlace;
  #lines: string[] = [];

  constructor(place: ExportPlace) {
    this.#place = place;
    this.#file = openSync(journalPath(place), 'w', 0o600);
  }

  /** On the disk before any file between the two is touched. */
  begin(first: string, last: string): void {
    this.#lines.push(`${aboutTo}${first} ${last}`);
    this.#write();
    fsyncSync(this.#file);
  }

  /** In the order of their names. */
  done({ name, sha256 }: KnownFile): void {
    this.#lines.push(manifestLine(this.#place, { name, sha256 }));
    if (this.#lines.length >= linesAtOnce) this.#write();
  }

  /** Becomes the manifest, where that is not the same already. */
  finish(isChanged: boolean): void {
    this.#write();
    fsyncSync(this.#file);
    if (isChanged || !existsSync(manifestPath(this.#place)))
      writeManifest(this.#place, knownLines(journalPath(this.#place), this.#place));
    rmSync(journalPath(this.#place), { force: true });
  }

  #write(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`);
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
    this.#lines = [];
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

const linesAtOnce = 1000;

/** Of the run before, finished or not. */
export function knownFiles(place: ExportPlace): Generator<KnownFile, void, undefined> {
  if (existsSync(journalPath(place))) settleKilled(place);
  return knownLines(manifestPath(place), place);
}

/** What the journal says goes before the manifest; where it ends within a batch, the files of that are taken away. */
function settleKilled(place: ExportPlace): void {
  let last = '';
  let open: [string, string] | null = null;
  for (const line of linesOf(journalPath(place))) {
    if (line.startsWith(aboutTo)) {
      const [first = '', to = ''] = line.slice(aboutTo.length).split(' ');
      open = [first, to];
      continue;
    }
    const file = parseLine(line, place);
    if (file === null) break;
    last = file.name;
    if (open !== null && last >= open[1]) open = null;
  }
  removeBetween(place, open);
  writeManifest(place, merged(place, last, open));
  rmSync(journalPath(place), { force: true });
}

function* merged(
  place: ExportPlace,
  last: string,
  open: [string, string] | null,
): Generator<KnownFile, void, undefined> {
  const isOpen = (name: string) => open !== null && name >= open[0] && name <= open[1];
  for (const file of knownLines(journalPath(place), place)) if (!isOpen(file.name)) yield file;
  for (const file of knownLines(manifestPath(place), place))
    if (file.name > last && !isOpen(file.name)) yield file;
}

/** Also what was written beside its place. */
function removeBetween({ out, folder }: ExportPlace, open: [string, string] | null): void {
  const path = join(out, folder);
  if (!existsSync(path)) return;
  using entries = opendirSync(path, { bufferSize: 1024 });
  for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
    const { name } = entry;
    if (name.endsWith(partialEnd) || (open !== null && name >= open[0] && name <= open[1]))
      rmSync(join(path, name), { force: true });
  }
}

export const partialEnd = '.partial';

function writeManifest(place: ExportPlace, files: Iterable<KnownFile>): void {
  using whole = new WholeFile(manifestPath(place), { mode: 0o644 });
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) whole.write(Buffer.from(`${lines.join('\n')}\n`));
    lines = [];
  };
  for (const file of files) {
    lines.push(manifestLine(place, file));
    if (lines.length >= linesAtOnce) flush();
  }
  flush();
  whole.keepAs(manifestPath(place));
}

/** As `sha256sum` writes and checks it. */
function manifestLine({ folder }: ExportPlace, { name, sha256 }: KnownFile): string {
  return `${sha256}  ${folder}/${name}`;
}

function* knownLines(path: string, place: ExportPlace): Generator<KnownFile, void, undefined> {
  if (!existsSync(path)) return;
  for (const line of linesOf(path)) {
    const file = line.startsWith(aboutTo) ? null : parseLine(line, place);
    if (file !== null) yield file;
  }
}

function parseLine(line: string, { folder }: ExportPlace): KnownFile | null {
  const [, sha256, path] = /^([\da-f]{64}) {2}(.+)$/u.exec(line) ?? [];
  const isOurs = path !== undefined && path.startsWith(`${folder}/`);
  return isOurs ? { name: path.slice(folder.length + 1), sha256: sha256! } : null;
}

/** Whole lines only: a journal may end within one. */
function* linesOf(path: string): Generator<string, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(1 << 16);
    let rest = '';
    for (;;) {
      const taken = readSync(file, piece, 0, piece.length, null);
      if (taken === 0) return;
      const lines = (rest + piece.toString('latin1', 0, taken)).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}
