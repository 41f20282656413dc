// What of the input can be masked: files as their first bytes show them. In: a path. Out: files in the order of their
// names; what cannot be rewritten byte for byte is refused by name and reason.

import { createReadStream, lstatSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { headBytes, identify, type Identified, unpackGzip } from '../../../read/index.ts';
import { fieldTests } from '../../field-tests.ts';
import { inClear, lookAtInput } from '../../found-input.ts';
import { tableNameOf } from '../plan/table-name.ts';
import type { MaskFile } from './mask-file.ts';
import { type Refusal, refusal } from './refusal.ts';

export interface FoundMaskFiles {
  isFolder: boolean;
  files: MaskFile[];
  refusals: Refusal[];
  /** Files that the plan leaves out. */
  dropped: number;
}

/** Throws INPUT_NOT_FOUND and INPUT_UNREADABLE. `isDropped`: files under a folder that the plan leaves out. */
export async function findMaskFiles(
  path: string,
  isDropped: (place: string) => boolean = () => false,
): Promise<FoundMaskFiles> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new TocsinError('INPUT_NOT_FOUND', `no such file or folder: ${path}`);
  const found: FoundMaskFiles = { isFolder: stats.isDirectory(), files: [], refusals: [], dropped: 0 };
  const places = found.isFolder ? placesIn(path, '') : [''];
  for (const place of places) {
    if (isDropped(place)) {
      found.dropped++;
      continue;
    }
    const at = join(path, place);
    const looked = await lookAtFile(at, place, found.isFolder ? lstatSync(at) : stats);
    if (typeof looked === 'string') found.refusals.push(refusal(at, looked));
    else found.files.push(looked);
  }
  if (places.length === 0) throw new TocsinError('NOTHING_READABLE', `no file in ${path}`);
  return found;
}

function placesIn(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = join(under, entry.name);
      return entry.isDirectory() ? placesIn(folder, place) : [place];
    });
}

/** The file, or why it is refused. */
async function lookAtFile(path: string, place: string, stats: Stats): Promise<MaskFile | string> {
  if (stats.isSymbolicLink()) return 'a link, which is not followed';
  if (!stats.isFile()) return 'not a regular file';
  try {
    let known: Identified = lookAtInput(path, inClear(path), stats.mtimeMs);
    const packing = known.open === 'gzip' ? 'gzip' : null;
    if (packing) known = await lookInside(path);
    const { format, plan, charset, recode } = known;
    const reason = reasonAgainst(known);
    if (reason) return reason;
    const tableName = tableNameOf(path);
    const wide = recode === 'utf-16le' || recode === 'utf-16be' ? recode : null;
    return {
      path,
      place,
      bytes: stats.size,
      modifiedMs: stats.mtimeMs,
      format,
      packing,
      recode: wide,
      plan,
      charset,
      tableName,
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (place === '') throw new TocsinError('INPUT_UNREADABLE', `cannot be read: ${path}`, { cause: error });
    return code ? `cannot be read (${code})` : message;
  }
}

/** What a packed file holds, by the first bytes of that. */
async function lookInside(path: string): Promise<Identified> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of unpackGzip(createReadStream(path))) {
    pieces.push(Uint8Array.from(piece));
    length += piece.length;
    if (length > headBytes) break;
  }
  const head = Buffer.concat(pieces).subarray(0, headBytes);
  return identify(head, { isWhole: length <= headBytes, fieldTests });
}

function reasonAgainst({ format, plan, open, recode }: Identified): string | null {
  if (open !== null) return `${format}: cannot be written again byte for byte, so it cannot be masked`;
  if (plan.kind === 'records' || format === 'binary') return 'binary data of no kind that is known';
  if (recode !== null && recode !== 'utf-16le' && recode !== 'utf-16be')
    return `its character set cannot be written again: ${recode}`;
  return null;
}
