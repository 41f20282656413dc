// Pastes: texts that somebody put on the web with addresses in them. In: a source, an id and the addresses. Out: what an
// address is in. The register keeps a keyed hash of each address and nothing of the text.

import { TocsinError } from '../../base/index.ts';
import {
  listPasteRows,
  pastesOfKey,
  type PasteRow,
  putPaste,
  type RegisterDatabase,
  removePaste,
} from '../../store/register/index.ts';
import { createPersonKeys } from '../person-key.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

/** Source: https://haveibeenpwned.com/API/v3#PasteModel. */
export const pasteSources = [
  'Pastebin',
  'Pastie',
  'Slexy',
  'Ghostbin',
  'QuickLeak',
  'JustPaste',
  'AdHocUrl',
  'PermanentOptOut',
  'OptOut',
] as const;

export interface Paste {
  Source: string;
  Id: string;
  Title: string | null;
  Date: string | null;
  EmailCount: number;
}

export interface NewPaste {
  source: string;
  id: string;
  title: string | null;
  /** A day or a moment. */
  date: string | null;
}

const maxLength = 2000;

/** `addresses`: in their normal form, each once. One of the same source and id is replaced. Throws USAGE. */
export async function addPaste(
  register: Register,
  { source, id, title, date }: NewPaste,
  addresses: Iterable<string>,
): Promise<Paste> {
  const known = sourceNamed(source);
  for (const text of [id, title ?? ''])
    if (text.length > maxLength || /\p{Cc}/u.test(text))
      throw new TocsinError('USAGE', `--id and --title are lines of ${maxLength} characters at most`);
  if (id.trim() === '') throw new TocsinError('USAGE', 'a paste needs an --id');
  const personKey = createPersonKeys(register.secrets('person-key'));
  const keys = Array.from(addresses, (address) => personKey('email', address));
  const row = { source: known, id: id.trim(), title, date: momentOf(date), emailCount: keys.length };
  await putPaste(register, row, keys);
  return asPaste(row);
}

function sourceNamed(source: string): string {
  const known = pasteSources.find((name) => name.toLowerCase() === source.trim().toLowerCase());
  if (known === undefined)
    throw new TocsinError('USAGE', '--source is not one of the sources of pastes', {
      hint: `write one of ${pasteSources.join(', ')}; AdHocUrl for any other address, which is then the --id`,
    });
  return known;
}

function momentOf(date: string | null): string | null {
  if (date === null) return null;
  const at = new Date(/^\d{4}-\d\d-\d\d$/u.test(date) ? `${date}T00:00:00Z` : date);
  if (!/^\d{4}-\d\d-\d\d/u.test(date) || Number.isNaN(at.getTime()))
    throw new TocsinError('USAGE', '--date is not a day or a moment', {
      hint: 'write it as 2026-06-01 or 2026-06-01T10:00:00Z',
    });
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** Whether there was one. */
export function dropPaste(register: Register, source: string, id: string): Promise<boolean> {
  return removePaste(register, sourceNamed(source), id.trim());
}

/** `key`: of an address. Newest first. */
export async function pastesOf({ rows }: Register, key: Buffer): Promise<Paste[]> {
  return (await pastesOfKey(rows, key)).map(asPaste);
}

export async function listPastes({ rows }: Register): Promise<Paste[]> {
  return (await listPasteRows(rows)).map(asPaste);
}

function asPaste({ source, id, title, date, emailCount }: PasteRow): Paste {
  return { Source: source, Id: id, Title: title, Date: date, EmailCount: emailCount };
}
