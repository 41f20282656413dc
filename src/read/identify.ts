// What a file is, from its first bytes and never from its name.
// In: the head of a file or member. Out: what it is called, and how it is read: by a reader of bytes, or by an
// opener in the unpacking process. What nobody knows is text to be searched, or binary data.

import { archiveOf } from './archives/archive-signature.ts';
import { isBson } from './bson/is-bson.ts';
import type { CsvDialect } from './csv/csv-dialect.ts';
import { sniffCsv } from './csv/sniff-csv.ts';
import { isLdif } from './directory/is-ldif.ts';
import { isVcard } from './directory/is-vcard.ts';
import type { FieldTest } from './fixed/field-test.ts';
import type { FixedLayout } from './fixed/fixed-layout.ts';
import { mayHoldIdentifiers, sniffFixed } from './fixed/sniff-fixed.ts';
import { sniffJson } from './json/sniff-json.ts';
import { mailKindOf } from './mail/mail-kind.ts';
import { isHtml, isRtf, isXml } from './markup/markup-kind.ts';
import { imageKindOf } from './ocr/image-kind.ts';
import { officeKindOf } from './office/office-kind.ts';
import { isParquet } from './parquet/is-parquet.ts';
import { isPdf } from './pdf/is-pdf.ts';
import { isPgDump } from './pgdump/is-pg-dump.ts';
import type { ReaderPlan } from './reader-plan.ts';
import { createDecoder } from './recode.ts';
import { sniff } from './sniff.ts';
import { isSqlite } from './sqlite/is-sqlite.ts';
import type { OpenerName } from './unpack/openers.ts';
import { zipNames } from './zip-names.ts';

export interface Identified {
  /** For people to read: 'CSV', 'PDF', 'zip archive'. */
  format: string;
  /** How a reader of bytes reads it; for what is opened, of no meaning. */
  plan: ReaderPlan;
  /** Who opens it; null where a reader of bytes reads it. */
  open: OpenerName | null;
  /** What a decoder must make UTF-8 of before anything can be read; null for UTF-8 and single-byte sets. */
  recode: string | null;
  /** MySQL's name of the character set of the values. */
  charset: string;
}

export interface HeadFacts {
  /** There is nothing after the head. */
  isWhole: boolean;
  /** What tells, beside dates, where a value begins and ends in records of fixed width. */
  fieldTests?: readonly FieldTest[];
}

export function identify(head: Uint8Array, { isWhole, fieldTests = [] }: HeadFacts): Identified {
  return identifyBytes(head) ?? identifyText(head, isWhole, fieldTests);
}

/** Whether tests of values that `identify` was not given could tell more of a leaf. */
export function wantsFieldTests(head: Uint8Array, isWhole: boolean, known: Identified): boolean {
  if (known.open !== null || !['csv', 'fixed', 'document', 'text'].includes(known.plan.kind)) return false;
  return mayHoldIdentifiers(known.recode ? Buffer.from(textOf(head, known.recode)) : head, isWhole);
}

function identifyBytes(head: Uint8Array): Identified | null {
  const archive = archiveOf(head);
  if (archive === 'zip') {
    const office = officeKindOf(zipNames(head), mimetypeOf(head));
    return office ? opened(officeFormats[office], office) : opened('zip archive', 'zip');
  }
  if (archive) return opened(archiveFormats[archive], archive);
  if (isPdf(head)) return opened('PDF', 'pdf');
  if (isSqlite(head)) return opened('SQLite database', 'sqlite');
  if (isParquet(head)) return opened('Parquet', 'parquet');
  if (isPgDump(head)) return opened('pg_dump archive', 'pgdump');
  const image = imageKindOf(head);
  if (image) return opened(`${image.toUpperCase()} image`, 'image');
  const mail = mailKindOf(head);
  if (mail === 'msg') return opened('Outlook message', 'msg');
  if (mail === 'pst') return opened('Outlook mail store', 'pst');
  if (isBson(head)) return opened('BSON', 'bson');
  return null;
}

/** What the first entry of an OpenDocument file holds: stored as it is, without a name of its own to be unpacked. */
function mimetypeOf(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(30, 160)).toString('latin1');
  return text.startsWith('mimetype') ? text.slice('mimetype'.length) : null;
}

const archiveFormats = {
  gzip: 'gzip',
  bzip2: 'bzip2',
  xz: 'xz',
  zstd: 'zstd',
  tar: 'tar archive',
  '7z': '7z archive',
  rar: 'rar archive',
} as const;

const officeFormats = {
  xlsx: 'Excel workbook',
  docx: 'Word document',
  pptx: 'PowerPoint slides',
  ods: 'OpenDocument spreadsheet',
  odt: 'OpenDocument text',
  odp: 'OpenDocument slides',
} as const;

function opened(format: string, open: OpenerName): Identified {
  return { format, plan: { kind: 'records' }, open, recode: null, charset: 'utf8' };
}

/** Of a text so much is looked at for the forms that begin with what they are. */
const beginningLength = 64 << 10;

function identifyText(head: Uint8Array, isWhole: boolean, fieldTests: readonly FieldTest[]): Identified {
  const { recode, charset, format, dialect, backslashEscapes } = sniff(head);
  if (format === 'empty') return { format, plan: searched('the file is empty'), open: null, recode, charset };
  const text = textOf(head, recode);
  const beginning = text.slice(0, beginningLength);
  const opener = openerOf(beginning, head);
  if (opener) return { ...opened(...opener), charset };
  const bytes = recode ? Buffer.from(text) : head;
  const read = (name: string, how: ReaderPlan): Identified => ({
    format: name,
    plan: how,
    open: null,
    recode,
    charset,
  });
  if (format === 'binary') return read(format, searched('binary data of no kind that is known'));
  const json = sniffJson(bytes);
  if (json) return read(json.name, json);
  // values may hold SQL: a header that names columns is no statement
  const mayBeTable = !isSql(format) || !sqlBegins.test(beginning);
  const csv = mayBeTable ? sniffCsv(bytes, isWhole) : null;
  // without names for its columns, a table of cells is less likely than one that has more of them at fixed places
  const fixed = csv?.columns || !mayBeTable ? null : sniffFixed(bytes, isWhole, fieldTests);
  if (isSql(format) && !csv?.columns && !fixed?.columns)
    return read(format, { kind: 'sql', dialect, backslashEscapes });
  if (fixed && (!csv || isRather(fixed, csv, beginning))) return read(fixed.name, fixed);
  if (csv) return read(csv.name, csv);
  if (isWhole) return read('text', { kind: 'document' });
  return read('text', searched('a long text that is no table'));
}

/** Whether what seems to delimit cells rather stands inside of padded columns, as the comma of amounts does. */
function isRather(fixed: FixedLayout, csv: CsvDialect, beginning: string): boolean {
  if (fixed.isTrimmed || csv.restInLast || csv.width < 2) return false;
  const lines = beginning.split('\n');
  const isPadded = lines.filter((line) => line.includes('   ')).length > lines.length / 2;
  return isPadded && fixed.fields.length > csv.width * 1.5;
}

/** What scripts begin with: a comment, a command, a word of SQL. */
const sqlBegins =
  /^[\s\uFEFF]*(?:--|\/\*|#|\\|(?:rem|prompt|set|use|go|begin|start|create|drop|alter|insert|replace|copy|pragma|connect|lock|truncate|delete|delimiter|declare|if|exec|print|commit|merge|with|select|grant|update)\b)/iu;

function openerOf(beginning: string, head: Uint8Array): [format: string, open: OpenerName] | null {
  if (isRtf(beginning)) return ['RTF', 'rtf'];
  if (isVcard(beginning)) return ['vCard', 'vcard'];
  if (isLdif(beginning)) return ['LDIF', 'ldif'];
  const mail = mailKindOf(head);
  if (mail === 'eml') return ['mail', 'eml'];
  if (mail === 'mbox') return ['mailbox', 'mbox'];
  if (isHtml(beginning)) return ['HTML', 'html'];
  if (isXml(beginning)) return ['XML', 'xml'];
  return null;
}

function isSql(format: string): boolean {
  return !['text', 'binary', 'empty'].includes(format);
}

function searched(reason: string): ReaderPlan {
  return { kind: 'text', reason: `${reason}: searched for addresses only` };
}

function textOf(head: Uint8Array, recode: string | null): string {
  return createDecoder(recode ?? 'utf-8').decode(head);
}
