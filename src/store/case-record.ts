// What lies beside a case's vault: when it was opened, its key wrapped under the instance key, its name sealed under
// its own. In: a folder. Out: the record and the key. Without the wrapped key the vault is noise for ever.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { TocsinError } from '../base/index.ts';
import { keyBytes, openBytes, sealBytes } from './sealed-bytes.ts';

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
  writeWhole(join(folder, recordName), `${JSON.stringify(written, null, 2)}\n`);
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
  return { case: id, name, openedAt, folder, key };
}

function parseRecord(folder: string, id: string): WrittenRecord {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordName), 'utf8')) as Partial<WrittenRecord>;
    const { version, openedAt, key, about } = record;
    if (version === 1 && typeof openedAt === 'string' && typeof key === 'string' && typeof about === 'string')
      return { version, case: id, openedAt, key, about };
  } catch (cause) {
    throw damaged(id, cause);
  }
  throw damaged(id);
}

function damaged(id: string, cause?: unknown): TocsinError {
  return new TocsinError('CASE_DAMAGED', `the record of the case ${id} is damaged or missing`, { cause });
}

function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.partial`;
  const file = openSync(beside, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
