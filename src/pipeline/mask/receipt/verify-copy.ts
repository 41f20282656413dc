// Whether a masked copy is the one that a receipt speaks of, and the receipt the one that was signed. In: the copy, its receipt,
// and whose signature is expected, where that is known. Out: the verdict. Needs no instance.

import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { type MaskReceipt, openReceipt, type ReceiptFile } from './mask-receipt.ts';

export interface CopyVerdict {
  ok: boolean;
  /** Null where it cannot be trusted. */
  receipt: MaskReceipt | null;
  holds: string[];
  problems: { place: string; what: string }[];
  remarks: string[];
}

export interface VerifyCopyOptions {
  /** Whose signature is expected. */
  publicKey?: string | undefined;
  /** That of whoever verifies, who may have made the copy. */
  own?: string | null;
}

/** A receipt that lists a million files is smaller. */
const maxReceiptBytes = 256 << 20;

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, MASK_RECEIPT. */
export async function verifyCopy(
  copy: string,
  receiptFile: string,
  { publicKey, own = null }: VerifyCopyOptions = {},
): Promise<CopyVerdict> {
  if (!statSync(copy, { throwIfNoEntry: false }))
    throw new TocsinError('INPUT_NOT_FOUND', `there is no ${copy}`);
  const receipt = openReceipt(receiptText(receiptFile), publicKey);
  if (typeof receipt === 'string')
    return {
      ok: false,
      receipt: null,
      holds: [],
      problems: [{ place: receiptFile, what: receipt }],
      remarks: [],
    };
  const problems = await compared(copy, receipt.output.files);
  const ok = problems.length === 0;
  return {
    ok,
    receipt,
    holds: ok ? whatHolds(receipt) : [],
    problems,
    remarks:
      publicKey === undefined && receipt.publicKey !== own
        ? ['whose key it is was not checked: give the one you expect with --public-key']
        : [],
  };
}

function whatHolds({ output, publicKey, key, made, survivors, coverage }: MaskReceipt): string[] {
  const { vendor, environment, date } = key.recipient;
  const whom = [vendor, environment].filter((part) => part !== null).join(', ') || key.name;
  const count = output.files.length;
  return [
    count === 1 ? 'the file is as it was masked' : `all ${count} files are as they were masked`,
    `masked on ${made.at.slice(0, 10)} for ${whom}, whose first copy is of ${date}, under the key ${key.id}`,
    survivors.found === null
      ? 'the receipt says that the output was not searched for real values'
      : `the receipt says that of ${searchedIn(survivors)} real values that were masked none is left in it`,
    `${counted(coverage.columns.kept, 'column')} kept, as the plan in the receipt says: what stands there is real`,
    `signed by ${publicKey.split('+')[0]}`,
  ];
}

function searchedIn({ real }: MaskReceipt['survivors']): string {
  return Object.values(real)
    .reduce((sum, count) => sum + count, 0)
    .toLocaleString('en');
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what} was` : `${count.toLocaleString('en')} ${what}s were`;
}

function receiptText(path: string): string {
  try {
    if (statSync(path).size <= maxReceiptBytes) return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new TocsinError('MASK_RECEIPT', `the receipt cannot be read: ${path}`, { cause });
  }
  throw new TocsinError('MASK_RECEIPT', `this is too long for a receipt: ${path}`);
}

async function compared(copy: string, files: readonly ReceiptFile[]): Promise<CopyVerdict['problems']> {
  const problems: CopyVerdict['problems'] = [];
  const expected = new Map(files.map((file) => [file.place, file]));
  const isFolder = lstatSync(copy).isDirectory();
  if (isFolder === expected.has(''))
    return [{ place: copy, what: `the receipt is of ${isFolder ? 'one file' : 'a folder'}` }];
  for (const place of isFolder ? placesIn(copy) : ['']) {
    const file = expected.get(place);
    const shown = place === '' ? basename(copy) : place;
    if (!file) problems.push({ place: shown, what: 'it is not in the receipt' });
    else if (!(await isSame(join(copy, place), file)))
      problems.push({ place: shown, what: 'it was changed after it was masked' });
    expected.delete(place);
  }
  for (const place of expected.keys()) problems.push({ place, what: 'it is missing' });
  return problems;
}

/** Whatever is no folder. */
function placesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .toSorted();
}

async function isSame(path: string, { bytes, sha256 }: ReceiptFile): Promise<boolean> {
  const stats = lstatSync(path);
  if (!stats.isFile() || stats.size !== bytes) return false;
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(piece as Buffer);
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
  return hash.digest('hex') === sha256;
}
