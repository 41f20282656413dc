// Tells what an item of Outlook holds, wherever its properties lie: in a .msg file or in a mail store.
// In: properties by their number ([MS-OXPROPS]). Out: who wrote to whom, the body as text; of contacts and
// appointments what they say, a line for each property.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { UnpackSink } from '../unpack/unpack-sink.ts';
import { openRtf } from '../markup/rtf.ts';
import { decompressRtf } from './decompress-rtf.ts';
import { createTextPieces } from './mail-charset.ts';
import { type MailAddress, tellMessage, tidyAddress } from './mail-tables.ts';
import { createMailText } from './mail-text.ts';
import { internetHeaderOf } from './internet-header.ts';
import { messageOf, recipientsOf } from './message-fields.ts';

export interface MapiProperties {
  text(id: number): string | null;
  bytes(id: number): Buffer | null;
  /** ISO 8601. */
  time(id: number): string | null;
  number(id: number): number | null;
  /** Texts and times of properties from `first` to `last`. */
  range(first: number, last: number): Iterable<[id: number, text: string]>;
}

const subject = 0x0037;
const messageClass = 0x001a;
const submitTime = 0x0039;
const deliveryTime = 0x0e06;
const creationTime = 0x3007;
const transportHeaders = 0x007d;
const body = 0x1000;
const compressedRtf = 0x1009;
const bodyHtml = 0x1013;
const internetCodePage = 0x3fde;

/** Name and address of who wrote it: for whom it was sent, then who sent it; SMTP addresses first. */
const senderNames = [0x0042, 0x0c1a];
const senderAddresses = [0x5d02, 0x5d01, 0x0065, 0x0c1f];
const recipientNames = [0x5ff6, 0x3001];
const recipientAddresses = [0x39fe, 0x3003, 0x5ff5];

/** What items that are no mail say, for people to read; times only where they say something of a person. */
const labels = new Map([
  [0x3a45, 'Title'],
  [0x3001, 'Name'],
  [0x3a06, 'First name'],
  [0x3a44, 'Middle name'],
  [0x3a11, 'Last name'],
  [0x3a4f, 'Nickname'],
  [0x3a17, 'Job title'],
  [0x3a16, 'Company'],
  [0x3a18, 'Department'],
  [0x3a42, 'Date of birth'],
  [0x3a1c, 'Mobile'],
  [0x3a08, 'Telephone (business)'],
  [0x3a1b, 'Telephone (business) 2'],
  [0x3a09, 'Telephone (home)'],
  [0x3a2f, 'Telephone (home) 2'],
  [0x3a1f, 'Telephone (other)'],
  [0x3a1a, 'Telephone'],
  [0x3a15, 'Address'],
  [0x3a5d, 'Street (home)'],
  [0x3a5b, 'Postal code (home)'],
  [0x3a59, 'City (home)'],
  [0x3a29, 'Street'],
  [0x3a2a, 'Postal code'],
  [0x3a27, 'City'],
  [0x3a26, 'Country'],
  [0x3a4d, 'Gender'],
  [0x3a48, 'Spouse'],
  [0x3a51, 'Web page'],
  [0x3a00, 'Account'],
]);

/** Properties that a program names itself: e-mail addresses of contacts, places of meetings. */
const firstNamed = 0x8000;
const lastNamed = 0xfffe;

export async function tellMapiItem(
  sink: UnpackSink,
  offset: number,
  item: MapiProperties,
  recipients: Iterable<MapiProperties>,
  nameOf: (written: string) => string,
): Promise<void> {
  const header = internetHeaderOf(item.text(transportHeaders));
  const written = messageOf(header);
  const from = tidyAddress(firstOf(item, senderNames), addressIn(item, senderAddresses)) ?? written.from;
  const isMail = /^(?:IPM\.Note|IPM\.Schedule|REPORT|IPM$)/iu.test(item.text(messageClass) ?? 'IPM');
  const message = {
    date: item.time(submitTime) ?? item.time(deliveryTime) ?? written.date ?? item.time(creationTime),
    from: from?.address ? from : (written.from ?? from),
    subject: subjectOf(item.text(subject)),
    ipAddress: written.ipAddress,
  };
  const others = [...addressesOf(recipients), ...recipientsOf(header, message.from)];
  // who wrote down an appointment wrote no mail, but belongs to it
  if (!isMail && message.from) others.unshift(message.from);
  const told = isMail ? message : { date: null, from: null, subject: null, ipAddress: null };
  await tellMessage(sink, offset, told, distinct(others));
  const text = createMailText(sink, nameOf);
  text.begin(offset, 'only');
  text.plain(offset, isMail ? '' : `${message.subject ?? ''}\n${linesOf(item)}`);
  await tellBody(sink, offset, item, text);
  text.end(offset);
  await sink.drained();
}

/** The plain text where there is one, as programs make it of the others. */
async function tellBody(
  sink: UnpackSink,
  offset: number,
  item: MapiProperties,
  text: ReturnType<typeof createMailText>,
): Promise<void> {
  const plain = item.text(body);
  if (plain !== null && plain.trim() !== '') return text.plain(offset, plain);
  const markup = item.text(bodyHtml) ?? decodeHtml(item.bytes(bodyHtml), item.number(internetCodePage));
  if (markup !== null) {
    const html = text.html();
    for (let from = 0; from < markup.length; from += pieceChars) {
      await html.write(offset, markup.slice(from, from + pieceChars));
      await sink.drained();
    }
    return html.end(offset);
  }
  const packed = item.bytes(compressedRtf);
  if (packed === null) return;
  const rtf = decompressRtf(packed);
  if (rtf.length > 0) await tellRtf(sink, offset, rtf, text);
}

/** Of a body that is understood at once. */
const pieceChars = 64 << 10;

async function tellRtf(
  sink: UnpackSink,
  offset: number,
  rtf: Buffer,
  text: ReturnType<typeof createMailText>,
): Promise<void> {
  const within: UnpackSink = {
    member: (member) => sink.member(member),
    unread: (path, sizeBytes, reason) => sink.unread(path, sizeBytes, reason),
    table: () => {},
    record: (_, values) => text.plain(offset, `${values.map(String).join('\t')}\n`),
    text: (_, piece) => text.plain(offset, piece),
    skipped: (_, bytes, reason, lost) => sink.skipped(offset, bytes, reason, lost),
    drained: () => sink.drained(),
  };
  try {
    await openRtf(inOnePiece(rtf), within, { passwords: [], ocr: { pagesLeft: 0, onPage: () => {} } });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    sink.skipped(offset, rtf.length, error.message);
  }
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function decodeHtml(bytes: Buffer | null, codePage: number | null): string | null {
  if (bytes === null) return null;
  const pieces = createTextPieces(codePage === null ? null : `cp${codePage}`);
  return pieces.decode(bytes) + pieces.end();
}

/** A prefix of it is marked by two signs in front, which say how long it is. */
function subjectOf(text: string | null): string | null {
  return text?.codePointAt(0) === 1 ? text.slice(2) : text;
}

function linesOf(item: MapiProperties): string {
  const lines: string[] = [];
  for (const [id, label] of labels) {
    const text = item.text(id) ?? item.time(id)?.slice(0, 10) ?? null;
    if (text !== null && text.trim() !== '') lines.push(`${label}: ${text}`);
  }
  for (const [, text] of item.range(firstNamed, lastNamed))
    if (/^[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}$/u.test(text)) lines.push(`E-mail: ${text}`);
  return [...new Set(lines), ''].join('\n');
}

function* addressesOf(recipients: Iterable<MapiProperties>): Generator<MailAddress> {
  for (const recipient of recipients) {
    const address = tidyAddress(firstOf(recipient, recipientNames), addressIn(recipient, recipientAddresses));
    if (address) yield address;
  }
}

/** The headers repeat what the recipients say. */
function* distinct(addresses: MailAddress[]): Generator<MailAddress> {
  const known = new Set<string>();
  for (const address of addresses) {
    const key = (address.address ?? `name ${address.name}`).toLowerCase();
    if (known.has(key)) continue;
    known.add(key);
    yield address;
  }
}

function firstOf(item: MapiProperties, ids: readonly number[]): string | null {
  for (const id of ids) {
    const text = item.text(id);
    if (text !== null && text.trim() !== '') return text;
  }
  return null;
}

function addressIn(item: MapiProperties, ids: readonly number[]): string | null {
  for (const id of ids) {
    const text = item.text(id);
    if (text?.includes('@') === true) return text;
  }
  return firstOf(item, ids);
}
