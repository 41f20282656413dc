// Reads one message (RFC 5322, MIME) part by part as it comes from the feed. Out: who wrote to whom, the bodies as
// text, everything else as members whose bytes are decoded while they are read. It holds no part, whatever its
// size. Where the message is not as it should be, what it has is read as text: nothing is refused.

import type { Member, UnpackSink } from '../unpack/unpack-sink.ts';
import { createAttachmentNames } from './attachment-name.ts';
import { type ContentType, parseContentType } from './content-type.ts';
import { createInlineFiles, type InlineFile } from './inline-files.ts';
import { createTextPieces } from './mail-charset.ts';
import type { MailFeed } from './mail-feed.ts';
import { fieldOf, type MailHeader, readHeader } from './mail-header.ts';
import { tellMessage } from './mail-tables.ts';
import { createMailText, type MailText } from './mail-text.ts';
import { messageOf, recipientsOf } from './message-fields.ts';
import type { Delimiter, OpenParts } from './open-parts.ts';
import { createTransferDecoding, type TransferDecoding } from './transfer-decoding.ts';

export interface MessageOptions {
  /** Put before the names of attachments: '' or 'message 12/'. */
  folder: string;
  signal?: AbortSignal;
}

interface Reading {
  feed: MailFeed<Delimiter>;
  parts: OpenParts;
  sink: UnpackSink;
  text: MailText;
  nameOf: (written: string | null, type: string) => string;
}

/** Parts that are text of the message itself; further text/… are files. */
const bodyTypes = new Set([
  '',
  'text',
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'message/delivery-status',
  'message/disposition-notification',
]);

/** Resolves at the end of the message: of the file, or before the next message of a mailbox. */
export async function readMessage(
  feed: MailFeed<Delimiter>,
  parts: OpenParts,
  sink: UnpackSink,
  { folder, signal }: MessageOptions,
): Promise<void> {
  const nameOf = createAttachmentNames(folder);
  const text = createMailText(sink, (written) => nameOf(written, ''));
  const reading: Reading = { feed, parts, sink, text, nameOf };
  const { offset } = feed;
  const header = await readHeader(feed);
  const message = messageOf(header);
  await tellMessage(sink, offset, message, recipientsOf(header, message.from));
  await readPart(reading, header);
  for (let next = feed.delimiter(); next !== null && next.kind !== 'message'; next = feed.delimiter()) {
    signal?.throwIfAborted();
    if (next.kind === 'close') {
      parts.closeTo(next.depth);
      await readBetween(reading);
    } else {
      parts.beginPart(next.depth);
      await readPart(reading, await readHeader(feed));
    }
    await sink.drained();
  }
  parts.closeTo(0);
  await sink.drained();
}

async function readPart(reading: Reading, header: MailHeader): Promise<void> {
  const { feed, parts, sink } = reading;
  if (header.leftOut > 0) sink.skipped(feed.offset, header.leftOut, 'the end of a header longer than any is');
  const type = parseContentType(fieldOf(header, 'content-type'));
  if (type.value === '' && parts.innermost?.kind === 'digest') type.value = 'message/rfc822';
  if (header.bodyBegins) {
    reading.text.aside(feed.offset, header.bodyBegins.toString('latin1'));
  }
  if (type.value.startsWith('multipart/')) {
    parts.open(type.parameters.get('boundary') ?? '', type.value.slice('multipart/'.length));
    return readBetween(reading);
  }
  const encoding = fieldOf(header, 'content-transfer-encoding') ?? '';
  const decoding = createTransferDecoding(encoding);
  if (decoding === null)
    sink.skipped(feed.offset, 0, 'a part in an encoding that is not known, read as it is');
  const disposition = parseContentType(fieldOf(header, 'content-disposition'));
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? null;
  const isFile = name !== null || disposition.value === 'attachment';
  if (!isFile && bodyTypes.has(type.value))
    return readText(reading, type.value, type.parameters.get('charset') ?? null, decoding);
  const path = reading.nameOf(name, type.value);
  const sealed = sealedBy(type, parts.innermost?.kind ?? '');
  if (sealed !== null) {
    const bytes = await pass(feed);
    return sink.unread(path, bytes, sealed);
  }
  const member: Member = {
    path,
    sizeBytes: null,
    stream: () => decoded(feed, decoding),
  };
  await sink.member(member);
  await pass(feed);
}

/** What stands before the first part and after the last: mostly a word to programs that know no parts. */
async function readBetween({ feed, sink, text }: Reading): Promise<void> {
  const pieces = createTextPieces(null);
  const take = (piece: string): void => {
    if (piece.trim() !== '') text.aside(feed.offset, piece);
  };
  for (let bytes = await feed.piece(); bytes !== null; bytes = await feed.piece()) {
    take(pieces.decode(bytes));
    await sink.drained();
  }
  take(pieces.end());
}

/** A body, as text; `null` of a charset where none is stated. */
async function readText(
  { feed, parts, sink, text, nameOf }: Reading,
  type: string,
  charset: string | null,
  decoding: TransferDecoding | null,
): Promise<void> {
  const pieces = createTextPieces(charset);
  const html = type === 'text/html' ? text.html() : null;
  const inline = createInlineFiles();
  let hasBegun = false;
  const hand = async (files: InlineFile[]): Promise<void> => {
    for (const { name, bytes } of files)
      await sink.member({ path: nameOf(name, ''), sizeBytes: bytes.length, stream: () => inOnePiece(bytes) });
  };
  const take = async (offset: number, piece: string): Promise<void> => {
    if (piece === '' || (!hasBegun && piece.trim() === '')) return;
    if (!hasBegun) text.begin(offset, parts.form);
    hasBegun = true;
    if (html) await html.write(offset, piece);
    else {
      const { text: said, files } = inline.take(piece);
      text.plain(offset, said);
      await hand(files);
    }
    await sink.drained();
  };
  let { offset } = feed;
  for await (const bytes of decoded(feed, decoding)) {
    await take(offset, pieces.decode(bytes));
    ({ offset } = feed);
  }
  await take(offset, pieces.end());
  await hand(inline.end());
  if (!hasBegun) return;
  if (html) await html.end(offset);
  text.end(offset);
  parts.markText();
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function* decoded(
  feed: MailFeed<Delimiter>,
  decoding: TransferDecoding | null,
): AsyncGenerator<Buffer> {
  for (let piece = await feed.piece(); piece !== null; piece = await feed.piece()) {
    const bytes = decoding === null ? piece : decoding.decode(piece);
    if (bytes.length > 0) yield bytes;
  }
  const last = decoding?.end();
  if (last && last.length > 0) yield last;
}

/** What was not wanted of a part; how many bytes there were. */
async function pass(feed: MailFeed<Delimiter>): Promise<number> {
  let passed = 0;
  for (let piece = await feed.piece(); piece !== null; piece = await feed.piece()) passed += piece.length;
  return passed;
}

/** Why a part cannot be read without a key that we do not have, and what would help; null where it can. */
function sealedBy({ value, parameters }: ContentType, parent: string): string | null {
  if (/^application\/(?:x-)?pkcs7-mime$/u.test(value)) {
    const kind = (parameters.get('smime-type') ?? '').toLowerCase();
    return kind === 'signed-data'
      ? 'a message inside an S/MIME signature: openssl cms -verify -noverify takes it out'
      : 'encrypted with S/MIME: the recipient can open it with his key and export it';
  }
  if (parent === 'encrypted' && value === 'application/octet-stream')
    return 'encrypted with PGP: the recipient can open it with his key and export it';
  return null;
}
