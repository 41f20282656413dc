// Reads a document part by part: text first, then what is embedded in it as members. Damage to one part is
// told and the others are read all the same.

import { createRunningText } from '../markup/running-text.ts';
import { createSinkQueue, type SinkQueue } from '../markup/sink-queue.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { UnpackSink } from '../unpack/unpack-sink.ts';
import { createDocumentText, type DocumentFamily } from './document-text.ts';
import type { OfficeParts } from './office-parts.ts';
import { parsePart } from './parse-part.ts';

export interface DocumentPart {
  name: string;
  family: DocumentFamily;
}

/** Hands over the text of `texts`, in this order; offsets begin at `base`. Returns where they end. */
export async function readTexts(
  parts: OfficeParts,
  texts: readonly DocumentPart[],
  sink: UnpackSink,
  signal: AbortSignal | undefined,
  base = 0,
): Promise<number> {
  const queue = createSinkQueue(sink);
  let at = base;
  for (const { name, family } of texts) {
    const text = createRunningText((offset, piece) => queue.text(offset, piece));
    const reader = createDocumentText(family, text, at);
    await toldWhenDamaged(name, at, queue, () => parsePart(counted(name), reader, queue, signal));
    text.flush();
    await queue.flush();
  }
  return at;

  async function* counted(name: string): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of parts.read(name)) {
        bytes += chunk.length;
        yield chunk;
      }
    } finally {
      at += bytes;
    }
  }
}

/** A part that cannot be read to its end is one line in the report. */
export async function toldWhenDamaged(
  name: string,
  offset: number,
  queue: SinkQueue,
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    queue.skipped(offset, 0, `${partName(name)} ${error.message}`);
    await queue.flush();
  }
}

/** Members by what their names begin with. */
export async function readMembers(
  parts: OfficeParts,
  isMember: (name: string) => boolean,
  sink: UnpackSink,
): Promise<void> {
  for (const name of parts.names.filter(isMember)) {
    if (parts.isLocked(name)) {
      sink.unread(name, parts.sizeOf(name), 'is locked with a password: unlock it and give it again');
    } else {
      await sink.member(parts.member(name));
    }
    await sink.drained();
  }
}

/** Names in a damaged or hostile file may be anything: those of the standards are shown. */
function partName(name: string): string {
  return /^[\w./ -]{1,100}$/u.test(name) ? name : 'a part';
}
