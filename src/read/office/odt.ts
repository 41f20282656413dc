// Opens ODT and ODP: their text and all that is embedded in them. A file that says it is a spreadsheet is read
// as one: names of parts do not tell.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { isOdfMember, mediaTypeOf, odfTexts, refuseLocked } from './odf-parts.ts';
import { openOfficeParts } from './office-parts.ts';
import { readMembers, readTexts } from './read-document.ts';

export const openOdt: OpenFile = openOdfDocument;
export const openOdp: OpenFile = openOdfDocument;

async function openOdfDocument(file: RandomAccess, sink: UnpackSink, options: UnpackOptions): Promise<void> {
  const parts = await openOfficeParts(file);
  try {
    await refuseLocked(parts);
    if (/spreadsheet/u.test(await mediaTypeOf(parts))) {
      const { openOds } = await import('./ods.ts');
      return await openOds(file, sink, options);
    }
    const texts = odfTexts(parts);
    if (!parts.has('content.xml')) throw new UnreadableError('is damaged: the document in it is missing');
    await readTexts(parts, texts, sink, options.signal);
    await readMembers(parts, isOdfMember, sink);
    if (parts.isCut)
      throw new UnreadableError('is damaged or has too many parts: the rest of them was not read');
  } finally {
    parts.close();
  }
}
