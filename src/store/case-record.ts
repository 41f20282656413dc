// What lies beside a case's vault: when it was opened, its key wrapped under the instance key, its name sealed under
// its own. In: a folder. Out: the record and the key. Without the wrapped key the vault is noise for ever.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { writeWhole } from '../base/files/index.ts';
import { keyBytes, TocsinError } from '../base/index.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

export interface CaseRecord {
  case: string;
  name: string | null;
  /** ISO 8601. */
  openedAt: string;
  folder: string;
  key: Buffer;
}

interface WrittenRecord {
  version: 1;
  case: string;
  openedAt: string;
  key: string;
  about: string;
}

const recordName = 'case.json';
const newNameName = 'name.sealed';

export function createRecord(
  folder: string,
  about: Pick<CaseRecord, 'case' | 'name' | 'openedAt'>,
  instanceKey: Uint8Array,
): CaseRecord {
  const key = randomBytes(keyBytes);
  const written: WrittenRecord = {
    version: 1,
    case: about.case,
    openedAt: about.openedAt,
    key: sealBytes(key, instanceKey, `case key ${about.case}`),
    about: sealBytes(Buffer.from(JSON.stringify({ name: about.name })), key, `case about ${about.case}`),
  };
  writeRecord(folder, written);
  return { ...about, folder, key };
}

export function readRecord(folder: string, instanceKey: Uint8Array): CaseRecord {
  const id = basename(folder);
  const { openedAt, key: wrapped, about } = parseRecord(folder, id);
  const key = openBytes(wrapped, instanceKey, `case key ${id}`);
  if (key === null)
    throw new TocsinError('CASE_KEY', `the key of this instance does not open the case ${id}`);
  const opened = openBytes(about, key, `case about ${id}`);
  if (opened === null) throw damaged(id);
  const { name } = JSON.parse(opened.toString()) as { name: string | null };
  return { case: id, name: newName(folder, id, key) ?? name, openedAt, folder, key };
}

/** In a file of its own: the record holds the wrapped key, of which no copy may be left behind by writing it again. */
export function keepName({ case: id, folder, key }: CaseRecord, name: string): void {
  writeWhole(join(folder, newNameName), sealBytes(Buffer.from(name), key, `case name ${id}`));
}

/** Null where the case has the name that it was opened with. */
function newName(folder: string, id: string, key: Uint8Array): string | null {
  const path = join(folder, newNameName);
  if (!existsSync(path)) return null;
  const name = openBytes(readText(path, id) ?? '', key, `case name ${id}`);
  if (name === null) throw damaged(id);
  return name.toString();
}

/** Throws CASE_UNREADABLE; one that is missing, damaged or of another instance is none to wait for. */
export function refuseUnreadable(folder: string): void {
  readText(recordPath(folder), basename(folder));
}

/** Seals the case's key under another instance key; nothing where it is sealed under that already. */
export function resealCaseKey(folder: string, instanceKey: Uint8Array, newKey: Uint8Array): void {
  const id = basename(folder);
  const written = parseRecord(folder, id);
  const purpose = `case key ${id}`;
  if (openBytes(written.key, newKey, purpose) !== null) return;
  const key = openBytes(written.key, instanceKey, purpose);
  if (key === null)
    throw new TocsinError('CASE_KEY', `the key of this instance does not open the case ${id}`);
  writeRecord(folder, { ...written, key: sealBytes(key, newKey, purpose) });
}

export function recordPath(folder: string): string {
  return join(folder, recordName);
}

/** False where it was overwritten, damaged or removed. Throws CASE_UNREADABLE: it may be whole. */
export function hasReadableRecord(folder: string): boolean {
  try {
    parseRecord(folder, basename(folder));
    return true;
  } catch (error) {
    if (error instanceof TocsinError && error.code === 'CASE_DAMAGED') return false;
    throw error;
  }
}

function writeRecord(folder: string, written: WrittenRecord): void {
  writeWhole(recordPath(folder), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
}

function parseRecord(folder: string, id: string): WrittenRecord {
  const text = readText(recordPath(folder), id);
  if (text === null) throw damaged(id);
  try {
    const record = JSON.parse(text) as Partial<WrittenRecord>;
    const { version, openedAt, key, about } = record;
    if (version === 1 && typeof openedAt === 'string' && typeof key === 'string' && typeof about === 'string')
      return { version, case: id, openedAt, key, about };
  } catch (cause) {
    throw damaged(id, cause);
  }
  throw damaged(id);
}

/** Null where there is none. */
function readText(path: string, id: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new TocsinError(
      'CASE_UNREADABLE',
      `the record of the case ${id} cannot be read (${code}): ${path}`,
      {
        cause,
      },
    );
  }
}

function damaged(id: string, cause?: unknown): TocsinError {
  return new TocsinError('CASE_DAMAGED', `the record of the case ${id} is damaged or missing`, { cause });
}
