// Who opens what: by the name that `identify` gives, the opener, loaded when it is first needed.

import type { OpenFile, OpenStream } from './unpack-sink.ts';

export type Opener =
  | { needs: 'file'; load: () => Promise<OpenFile> }
  | { needs: 'stream'; load: () => Promise<OpenStream> };

const file = (load: () => Promise<OpenFile>): Opener => ({ needs: 'file', load });
const stream = (load: () => Promise<OpenStream>): Opener => ({ needs: 'stream', load });

export const openers = {
  gzip: stream(async () => (await import('../archives/open-gzip.ts')).openGzip),
  bzip2: stream(async () => (await import('../archives/open-bzip2.ts')).openBzip2),
  xz: stream(async () => (await import('../archives/open-xz.ts')).openXz),
  zstd: stream(async () => (await import('../archives/open-zstd.ts')).openZstd),
  tar: stream(async () => (await import('../archives/open-tar.ts')).openTar),
  zip: file(async () => (await import('../archives/open-zip.ts')).openZip),
  '7z': file(async () => (await import('../archives/open-seven-zip.ts')).openSevenZip),
  rar: file(async () => (await import('../archives/open-rar.ts')).openRar),
  sqlite: file(async () => (await import('../sqlite/open-sqlite.ts')).openSqlite),
  parquet: file(async () => (await import('../parquet/open-parquet.ts')).openParquet),
  ldif: stream(async () => (await import('../directory/ldif.ts')).openLdif),
  vcard: stream(async () => (await import('../directory/vcard.ts')).openVcard),
  xml: stream(async () => (await import('../xml/open-xml.ts')).openXml),
  xlsx: file(async () => (await import('../office/xlsx.ts')).openXlsx),
  ods: file(async () => (await import('../office/ods.ts')).openOds),
  docx: file(async () => (await import('../office/docx.ts')).openDocx),
  pptx: file(async () => (await import('../office/docx.ts')).openPptx),
  odp: file(async () => (await import('../office/odt.ts')).openOdp),
  odt: file(async () => (await import('../office/odt.ts')).openOdt),
  rtf: stream(async () => (await import('../markup/rtf.ts')).openRtf),
  html: stream(async () => (await import('../markup/html.ts')).openHtml),
  pdf: file(async () => (await import('../pdf/open-pdf.ts')).openPdf),
  image: file(async () => (await import('../ocr/open-image.ts')).openImage),
  bson: file(async () => (await import('../bson/open-bson.ts')).openBson),
  pgdump: file(async () => (await import('../pgdump/open-pg-dump.ts')).openPgDump),
  eml: stream(async () => (await import('../mail/eml.ts')).openEml),
  mbox: stream(async () => (await import('../mail/mbox.ts')).openMbox),
  msg: file(async () => (await import('../mail/msg.ts')).openMsg),
  pst: file(async () => (await import('../mail/pst.ts')).openPst),
} satisfies Record<string, Opener>;

export type OpenerName = keyof typeof openers;
