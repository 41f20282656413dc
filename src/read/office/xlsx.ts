// Opens XLSX: every sheet as a table, then what stands beside the cells (comments, drawings, headers of charts,
// the copies of data that pivot tables keep) as text, then what is embedded.
// The sheets stream; shared strings are held, as far as there is room for them.

import { createSheetTable } from '../markup/sheet-table.ts';
import { createSinkQueue, type SinkQueue } from '../markup/sink-queue.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createNumberFormats } from './number-formats.ts';
import { type OfficeParts, openOfficeParts } from './office-parts.ts';
import { isOoxmlMember, ooxmlTexts } from './ooxml-parts.ts';
import { parsePart } from './parse-part.ts';
import { type DocumentPart, readMembers, readTexts, toldWhenDamaged } from './read-document.ts';
import { createSharedStrings } from './shared-strings.ts';
import { createStringStore } from './string-store.ts';
import { type WorkbookSheets, workbookSheets } from './workbook-sheets.ts';
import { createXlsxSheet, type Workbook } from './xlsx-sheet.ts';

/** Cells may take so much from the shared strings in any case, and beyond in proportion to the file. */
const freeSharedChars = 1 << 28;
const sharedCharsPerByte = 250;

export const openXlsx: OpenFile = async (file, sink, options) => {
  const { signal } = options;
  const parts = await openOfficeParts(file);
  try {
    const queue = createSinkQueue(sink);
    const book = await workbookSheets(parts, queue, signal);
    if (book.sheets.length === 0) throw new UnreadableError(withoutSheets(parts));
    const sharedCharsLeft = Math.max(freeSharedChars, file.sizeBytes * sharedCharsPerByte);
    const rows = await readSheets(parts, book, queue, sharedCharsLeft, signal);
    await readTexts(parts, textsBeside(parts), sink, signal, rows);
    await readMembers(parts, isOoxmlMember, sink);
    if (parts.isCut)
      throw new UnreadableError('is damaged or has too many parts: the rest of them was not read');
  } finally {
    parts.close();
  }
};

function withoutSheets(parts: OfficeParts): string {
  return parts.names.some((name) => /^xl\/worksheets\/.*\.bin$/iu.test(name))
    ? 'is a binary workbook (xlsb): save it as xlsx and give it again'
    : 'is damaged: the sheets in it are missing';
}

/** Returns how many rows there were. */
async function readSheets(
  parts: OfficeParts,
  { sheets, counts1904 }: WorkbookSheets,
  queue: SinkQueue,
  sharedCharsLeft: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const strings = createStringStore();
  const { handler: styles, formats } = createNumberFormats();
  for (const [part, handler] of [
    ['xl/sharedStrings.xml', createSharedStrings(strings, queue)],
    ['xl/styles.xml', styles],
  ] as const) {
    if (parts.has(part))
      await toldWhenDamaged(part, 0, queue, () => parsePart(parts.read(part), handler, queue, signal));
  }
  const book: Workbook = { strings, formats, counts1904, sharedCharsLeft };
  let rows = 0;
  for (const { name, part } of sheets) {
    const sheet = createXlsxSheet(book, createSheetTable(queue, { name }), queue, rows);
    await toldWhenDamaged(part, rows, queue, () => parsePart(parts.read(part), sheet, queue, signal));
    rows += sheet.rows;
  }
  return rows;
}

/** Parts beside the sheets that hold words of people; `s` elements of pivot tables hold them in attributes. */
function textsBeside(parts: OfficeParts): DocumentPart[] {
  const folders =
    /^(?:xl\/(?:comments|threadedComments|persons|drawings|pivotCache|charts|externalLinks|tables|queryTables|connections|worksheets\/_rels)|docProps|customXml)/u;
  return ooxmlTexts(parts, folders);
}
