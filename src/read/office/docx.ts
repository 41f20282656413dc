// Opens DOCX and PPTX: their text and all that is embedded in them.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openOfficeParts } from './office-parts.ts';
import { isOoxmlMember, ooxmlTexts } from './ooxml-parts.ts';
import { readMembers, readTexts } from './read-document.ts';

export const openDocx: OpenFile = openOoxmlDocument;
export const openPptx: OpenFile = openOoxmlDocument;

async function openOoxmlDocument(
  file: RandomAccess,
  sink: UnpackSink,
  options: UnpackOptions,
): Promise<void> {
  const parts = await openOfficeParts(file);
  try {
    const texts = ooxmlTexts(parts);
    if (texts.length === 0) throw new UnreadableError('is damaged: the document in it is missing');
    await readTexts(parts, texts, sink, options.signal);
    await readMembers(parts, isOoxmlMember, sink);
    if (parts.isCut)
      throw new UnreadableError('is damaged or has too many parts: the rest of them was not read');
  } finally {
    parts.close();
  }
}
