/*
 * One file of every kind that is read, made up: what is in it, what it is called, and what it must hold.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type FormatName, formatNames } from '../../samples/formats/formats.ts';
import { zipFile } from '../../samples/formats/zip-file.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { packedOne, rar5 } from '../../src/read/archives/archives.fixture.ts';
import { mailTree, type MadeMail, writeCompoundFile } from '../../src/read/mail/compound-file.fixture.ts';
import { writePst } from '../../src/read/mail/pst-file.fixture.ts';
import { crop, writeBmp, writePng, writeTiff } from '../../src/read/ocr/picture-file.fixture.ts';
import { zipOf } from '../../src/read/office/office-file.fixture.ts';
import { textPdf } from '../../src/read/pdf/pdf-file.fixture.ts';
import { letterLines, letterPicture, scannedLetterPdf } from '../../src/read/pdf/scanned-letter.fixture.ts';
import { makeArchive } from '../../src/read/pgdump/archive.fixture.ts';

export interface MadeFile {
  bytes: Uint8Array;
  /** As the report must call it. */
  format: string;
  holds: 'rows' | 'documents';
}

export type MadeFiles = Record<string, MadeFile>;

const shopFormats: Record<FormatName, string> = {
  mysql: 'mysqldump',
  postgresql: 'pg_dump',
  'postgresql-insert': 'pg_dump',
  sqlserver: 'SQL Server script',
  oracle: 'Oracle script',
  db2: 'DB2 script',
  'sqlite-dump': 'SQLite dump',
  sqlite: 'SQLite database',
  csv: 'CSV',
  tsv: 'TSV',
  delimited: 'delimited text',
  'fixed-width': 'fixed-width text',
  ndjson: 'NDJSON',
  json: 'JSON',
  mongoexport: 'MongoDB export',
  bson: 'BSON',
  xml: 'XML',
  xlsx: 'Excel workbook',
  ods: 'OpenDocument spreadsheet',
  parquet: 'Parquet',
};

/** The same small shop in every format; of formats of one table the customers. */
export async function tableFiles(scratch: string): Promise<MadeFiles> {
  const files: MadeFiles = {};
  for (const format of formatNames) {
    const path = join(scratch, format);
    await generateShop(path, { seed: 4, people: 40, format });
    const isFolder = statSync(path).isDirectory();
    const name = isFolder ? readdirSync(path).find((file) => file.startsWith('customers'))! : '';
    const file = {
      bytes: readFileSync(join(path, name)),
      format: shopFormats[format],
      holds: 'rows',
    } as const;
    files[isFolder ? `${format}/${name}` : format] = file;
  }
  return {
    ...files,
    'directory.ldif': text('LDIF', 'rows', ldif),
    'contacts.vcf': text('vCard', 'rows', vcards),
    'fixed.dat': text('fixed-width text', 'rows', fixedWidth),
    'combo.txt': text('combo list', 'rows', combo),
    'list.txt': text('list', 'rows', emails.join('\n')),
    'people.pgdump': {
      bytes: makeArchive({ entries: pgEntries }),
      format: 'pg_dump, pg_dump archive',
      holds: 'rows',
    },
  };
}

function document(format: string, bytes: Uint8Array): MadeFile {
  return { bytes, format, holds: 'documents' };
}

function mail(format: string, bytes: Uint8Array): MadeFile {
  return { bytes, format, holds: 'rows' };
}

function packed(how: string, bytes: Uint8Array): MadeFile {
  return { bytes, format: `CSV, ${how}`, holds: 'rows' };
}

function text(format: string, holds: MadeFile['holds'], content: string): MadeFile {
  return { bytes: Buffer.from(content), format, holds };
}

const names =
  'Ada Bea Carl Dora Emil Fay Gus Hana Ivo Jane Kai Lena Milo Nora Otto Pia Quinn Rosa Sam Tess Udo Vera'.split(
    ' ',
  );
const emails = names.map((name, i) => `${name.toLowerCase()}.example${i}@example.com`);

const ldif = names
  .map(
    (name, i) =>
      `dn: cn=${name} Exemple,dc=example,dc=com\ncn: ${name} Exemple\nsn: Exemple\nmail: ${emails[i]!}\n`,
  )
  .join('\n');

const vcards = names
  .map(
    (name, i) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;${name};;;\r\nFN:${name} Doe\r\nEMAIL:${emails[i]!}\r\nEND:VCARD\r\n`,
  )
  .join('');

const fixedWidth = names
  .map(
    (name, i) =>
      `${String(i + 100).padStart(6, '0')} ${name.padEnd(12)}19${70 + i}-0${1 + (i % 9)}-1${i % 10} ${emails[i]!.padEnd(32)}\n`,
  )
  .join('');

const combo = emails.map((email, i) => `${email}:secret-${i}word`).join('\n');

const pgEntries = [
  { kind: 'ENCODING', definition: "SET client_encoding = 'UTF8';\n" },
  { kind: 'TABLE', definition: 'CREATE TABLE public.people (\n    id integer,\n    mail text\n);\n' },
  {
    kind: 'TABLE DATA',
    copy: 'COPY public.people (id, mail) FROM stdin;\n',
    data: `${emails.map((email, i) => `${i}\t${email}`).join('\n')}\n\\.\n\n\n`,
  },
];

/** Letters in every form that running text has; three of them are pictures. */
export async function documentFiles(): Promise<MadeFiles> {
  const lines = ['Zoë Müller', '3, rue du Four', '69002 LYON', '06 39 98 12 34', 'zoe.muller@example.fr'];
  const card = crop(await letterPicture(lines, 0), { width: 1200, height: 700 });
  const paragraphs = (tag: string) => lines.map((line) => `<${tag}>${line}</${tag}>`).join('');
  const openDocument = (kind: string) =>
    Buffer.concat([
      ...zipFile([
        { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, isStored: true },
        {
          name: 'content.xml',
          content: `<office:document-content><office:body><office:${kind}>${paragraphs('text:p')}</office:${kind}></office:body></office:document-content>`,
        },
      ]),
    ]);
  return {
    'scan.pdf': document('PDF', await scannedLetterPdf(letterLines)),
    'letter.pdf': document('PDF', textPdf([lines.map((line) => line.replace('ë', 'e').replace('ü', 'u'))])),
    'letter.docx': document(
      'Word document',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<w:document><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      }),
    ),
    'slides.pptx': document(
      'PowerPoint slides',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'ppt/slides/slide1.xml': `<p:sld>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</p:sld>`,
      }),
    ),
    'letter.odt': document('OpenDocument text', openDocument('text')),
    'slides.odp': document('OpenDocument slides', openDocument('presentation')),
    'letter.rtf': document(
      'RTF',
      Buffer.from(String.raw`{\rtf1\ansi Ada Test\par 1 rue des Lilas\par 75001 PARIS\par ada@example.org}`),
    ),
    'page.html': document('HTML', Buffer.from(`<!DOCTYPE html><html><body>${paragraphs('p')}</body></html>`)),
    'note.txt': document('text', Buffer.from(`Dear all,\n\nplease write to bea@example.net.\n\nCarl\n`)),
    'card.png': document('PNG image', writePng(card)),
    'card.tiff': document('TIFF image', writeTiff([card])),
    'card.bmp': document('BMP image', writeBmp(card)),
  };
}

const oneMail = (subject: string, ...more: string[]): string =>
  [
    'From: Ada Byron <ada@example.com>',
    'To: Bea <bea@example.org>',
    'Date: Tue, 8 Nov 2016 11:00:00 +0100',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    ...more,
    '',
  ].join('\r\n');

const withTable = [
  'Content-Type: multipart/mixed; boundary="cut"',
  '',
  '--cut',
  'Content-Type: text/plain',
  '',
  'Here is the list.',
  '--cut',
  'Content-Type: text/csv; name="staff.csv"',
  'Content-Disposition: attachment; filename="staff.csv"',
  '',
  ['name,email', ...names.map((name, i) => `${name},${emails[i]!}`)].join('\r\n'),
  '--cut--',
];

const outlook: MadeMail = {
  texts: {
    0x001a: 'IPM.Note',
    0x0037: 'The list',
    0x0c1a: 'Ada Byron',
    0x5d01: 'ada@example.com',
    0x1000: 'My number is 06 39 98 12 34.\r\n',
  },
  recipients: [{ texts: { 0x3001: 'Bea', 0x39fe: 'bea@example.org' } }],
};

export function mailFiles(): MadeFiles {
  const separator = 'From ada@example.com Tue Nov  8 11:00:00 2016\r\n';
  return {
    'sent.eml': mail('mail', Buffer.from(oneMail('the staff', ...withTable))),
    'inbox.mbox': mail(
      'mailbox',
      Buffer.from(['one', 'two'].map((name) => `${separator}${oneMail(name, '', 'Hello Bea')}\r\n`).join('')),
    ),
    'saved.msg': mail('Outlook message', writeCompoundFile(mailTree(outlook))),
    'store.pst': mail('Outlook mail store', writePst({ folders: [{ name: 'Inbox', mails: [outlook] }] })),
  };
}

/** The table that lies in the mail. */
export const attachment = { path: 'sent.eml/staff.csv', rows: names.length };

const table = Buffer.from(
  ['id,first_name,email', ...names.map((name, i) => `${i},${name},${emails[i]!}`)].join('\n'),
);

/** One table in everything that packs one file. */
export async function packedFiles(): Promise<MadeFiles> {
  return {
    'staff.csv.gz': packed('gzip', gzipSync(table)),
    'staff.csv.zst': packed('zstd', zstdCompressSync(table)),
    'staff.csv.bz2': packed('bzip2', await packedOne('a.bz2', ['-tbzip2'], { 'staff.csv': table })),
    'staff.csv.xz': packed('xz', await packedOne('a.xz', ['-txz'], { 'staff.csv': table })),
  };
}

export const rarFile = rar5({ 'staff.csv': table.toString() });
