// Opens a mail store of Outlook (.pst, .ost). In: a file that can be read from anywhere. Out: every mail, contact and
// appointment in it, also those that no folder lists any more: who wrote to whom, the body as text, attachments as
// members under `folder/message 12/`. A mail that cannot be read is told, and the next one is read.

import type { OpenFile, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createAttachmentNames, harmlessName } from './attachment-name.ts';
import { tellMapiItem } from './mapi-item.ts';
import { propertiesOf, rowsOf } from './pst-heap.ts';
import { openPstStore, type PstNode, type PstStore } from './pst-store.ts';

/** Kinds of nodes, in the lower five bits of their number ([MS-PST] 2.2.2.1). */
const messageKind = 0x04;
const attachmentKind = 0x05;
const recipientTable = 0x692;

const displayName = 0x3001;
const attachmentData = 0x3701;
const attachmentNames = [0x3707, 0x3704, displayName];
const attachmentType = 0x370e;

/** Mails attached to mails attached to mails; real ones have three levels. */
const maxDepth = 20;
/** Names of folders that are kept; a store has some hundred. */
const maxFolders = 10_000;

export const openPst: OpenFile = async (file, sink, { signal }) => {
  const store = openPstStore(file);
  const folderOf = createFolderNames(store);
  let isDamaged = false;
  let number = 0;
  for (const node of store.nodes(() => (isDamaged = true))) {
    if (kindOf(node) !== messageKind) continue;
    signal?.throwIfAborted();
    number++;
    try {
      await tellNode(store, node, sink, {
        number,
        folder: `${folderOf(node.parent)}/message ${number}/`,
        depth: 0,
      });
    } catch (error) {
      if (!isDamage(error)) throw error;
      sink.skipped(number, 0, `message ${number} cannot be read: ${reasonOf(error)}`);
    }
    await sink.drained();
  }
  if (isDamaged)
    throw new UnreadableError(
      'parts of its index are lost: scanpst, which comes with Outlook, may repair it',
    );
};

interface Place {
  number: number;
  folder: string;
  depth: number;
}

async function tellNode(store: PstStore, node: PstNode, sink: UnpackSink, place: Place): Promise<void> {
  const inside = store.nodesInside(node);
  const item = propertiesOf(store, node, inside);
  const nameOf = createAttachmentNames(place.folder);
  const listed = inside.get(recipientTable);
  const recipients = listed ? rowsOf(store, listed, store.nodesInside(listed)) : [];
  await tellMapiItem(sink, place.number, item, recipients, (written) => nameOf(written, ''));
  for (const part of inside.values())
    if (kindOf(part) === attachmentKind) await tellAttachment(store, part, sink, place, nameOf);
}

async function tellAttachment(
  store: PstStore,
  node: PstNode,
  sink: UnpackSink,
  place: Place,
  nameOf: (written: string | null, type: string) => string,
): Promise<void> {
  const inside = store.nodesInside(node);
  const attachment = propertiesOf(store, node, inside);
  const written = attachmentNames.map((id) => attachment.text(id)).find((text) => text !== null) ?? null;
  const path = nameOf(written, attachment.text(attachmentType)?.toLowerCase() ?? '');
  const enclosed = attachment.objectOf(attachmentData);
  if (enclosed && kindOf(enclosed) === messageKind) {
    if (place.depth >= maxDepth) return sink.unread(path, null, `a mail inside ${maxDepth} others`);
    const folder = `${place.folder}${harmlessName(written ?? '') ?? 'mail'}/`;
    return tellNode(store, enclosed, sink, { ...place, folder, depth: place.depth + 1 });
  }
  const data = enclosed ?? attachment.nodeOf(attachmentData);
  const short = data ? null : attachment.bytes(attachmentData);
  if (!data && !short)
    return sink.unread(path, null, 'its bytes are not in the mail: it was attached as a link');
  await sink.member({
    path,
    sizeBytes: short?.length ?? null,
    async *stream() {
      if (short) yield short;
      else yield* store.blocks(data!);
    },
  });
}

function kindOf(node: PstNode): number {
  return node.id & 0x1f;
}

/** The name that the owner gave a folder; 'mail' where it has none that can be read. */
function createFolderNames(store: PstStore): (id: number) => string {
  const names = new Map<number, string>();
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = folderName(store, id) ?? 'mail';
    if (names.size < maxFolders) names.set(id, name);
    return name;
  };
}

function folderName(store: PstStore, id: number): string | null {
  const node = store.node(id);
  if (!node) return null;
  try {
    const written = propertiesOf(store, node, store.nodesInside(node)).text(displayName);
    return written === null ? null : harmlessName(written);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Numbers that lead out of a block are damage as well. */
function isDamage(error: unknown): boolean {
  return error instanceof UnreadableError || error instanceof RangeError;
}

function reasonOf(error: unknown): string {
  return error instanceof UnreadableError ? error.message : 'its properties are damaged';
}
