// Opens a mail, contact or appointment that Outlook saved as a file ([MS-OXMSG]). In: a compound file. Out: who
// wrote to whom, the body as text, attachments as members; mails attached to it are told with it.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createAttachmentNames, harmlessName } from './attachment-name.ts';
import { type CompoundEntry, type CompoundFile, openCompoundFile } from './compound-file.ts';
import { tellMapiItem } from './mapi-item.ts';
import { type MsgStorage, msgStorage } from './msg-storage.ts';

/** Mails attached to mails attached to mails; real ones have three levels. */
const maxDepth = 20;

const attachmentData = 0x3701;
const attachmentNames = [0x3707, 0x3704, 0x3001];
const attachmentType = 0x370e;

/** Of what comes before the properties, by what they are of ([MS-OXMSG] 2.4). */
const headerBytes = { message: 32, enclosed: 24, part: 8 };

export const openMsg: OpenFile = async (file: RandomAccess, sink, { signal }) => {
  const compound = openCompoundFile(file);
  if (!compound.root.children.some((entry) => /^__(?:substg1|properties_version1)\.0/u.test(entry.name)))
    throw new UnreadableError(
      'a compound file that is no mail: a program that can open it can save it as another kind',
    );
  await tellStorage(compound, compound.root, sink, { depth: 0, folder: '', ...(signal ? { signal } : {}) });
  if (compound.isDamaged) throw new UnreadableError('parts of the mail are lost: its sectors are broken');
};

interface Place {
  depth: number;
  folder: string;
  signal?: AbortSignal;
}

async function tellStorage(
  compound: CompoundFile,
  storage: CompoundEntry,
  sink: UnpackSink,
  place: Place,
): Promise<void> {
  const { depth, folder, signal } = place;
  const item = msgStorage(compound, storage, depth === 0 ? headerBytes.message : headerBytes.enclosed, null);
  const nameOf = createAttachmentNames(folder);
  const partOf = (entry: CompoundEntry): MsgStorage =>
    msgStorage(compound, entry, headerBytes.part, item.codePage);
  const parts = (begins: string): CompoundEntry[] =>
    storage.children.filter((entry) => entry.isStorage && entry.name.startsWith(begins));
  await tellMapiItem(sink, 0, item, parts('__recip_').map(partOf), (written) => nameOf(written, ''));
  for (const entry of parts('__attach_')) {
    signal?.throwIfAborted();
    const part = partOf(entry);
    const written = attachmentNames.map((id) => part.text(id)).find((text) => text !== null) ?? null;
    const path = nameOf(written, part.text(attachmentType)?.toLowerCase() ?? '');
    const enclosed = part.enclosed(attachmentData);
    if (enclosed && depth < maxDepth)
      await tellStorage(compound, enclosed, sink, {
        ...place,
        depth: depth + 1,
        folder: `${folder}${harmlessName(written ?? '') ?? 'mail'}/`,
      });
    else if (enclosed) sink.unread(path, null, `a mail inside ${maxDepth} others`);
    else await tellAttachment(compound, part.stream(attachmentData), path, sink);
  }
}

async function tellAttachment(
  compound: CompoundFile,
  data: CompoundEntry | null,
  path: string,
  sink: UnpackSink,
): Promise<void> {
  if (!data) return sink.unread(path, null, 'its bytes are not in the mail: it was attached as a link');
  await sink.member({
    path,
    sizeBytes: data.sizeBytes,
    async *stream() {
      yield* compound.stream(data);
    },
  });
}
