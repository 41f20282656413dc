// Opens ODS: every sheet as a table, comments and headers as text, embedded pictures and objects as members.

import { createSinkQueue } from '../markup/sink-queue.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { isOdfMember, odfTexts, refuseLocked } from './odf-parts.ts';
import { createOdsSheets } from './ods-sheets.ts';
import { openOfficeParts } from './office-parts.ts';
import { parsePart } from './parse-part.ts';
import { readMembers, readTexts, toldWhenDamaged } from './read-document.ts';

export const openOds: OpenFile = async (file, sink, options) => {
  const parts = await openOfficeParts(file);
  try {
    await refuseLocked(parts);
    if (!parts.has('content.xml')) throw new UnreadableError('is damaged: the sheets in it are missing');
    const queue = createSinkQueue(sink);
    const sheets = createOdsSheets(queue);
    const read = (): Promise<void> => parsePart(parts.read('content.xml'), sheets, queue, options.signal);
    await toldWhenDamaged('content.xml', 0, queue, read);
    const texts = odfTexts(parts).filter(({ name }) => name !== 'content.xml');
    await readTexts(parts, texts, sink, options.signal, sheets.rows);
    await readMembers(parts, isOdfMember, sink);
    if (parts.isCut)
      throw new UnreadableError('is damaged or has too many parts: the rest of them was not read');
  } finally {
    parts.close();
  }
};
