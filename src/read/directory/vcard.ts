// Opens a file of vCards (2.1; RFC 2426, RFC 6350), the contacts of a telephone or a mail program.
// In: a stream. Out: one record a card, in columns named as people call them. Pictures are told by their size
// and not kept; a card inside a card is a record of its own; nothing that a card points to is fetched.

import type { OpenStream, UnpackSink } from '../unpack/unpack-sink.ts';
import { type FoldedLine, foldedLines, maxLineBytes } from './folded-lines.ts';
import { createGrowingTable, type GrowingTable } from './growing-table.ts';
import { lineText } from './line-text.ts';
import { goesOn, parseVcardProperty, partsOf, type VcardProperty } from './vcard-property.ts';

/** Properties that are one value each, and the columns they go to; others keep their own name. */
const columnOf = new Map(
  Object.entries({
    FN: 'full name',
    EMAIL: 'email',
    TEL: 'phone',
    TITLE: 'job title',
    BDAY: 'birth date',
    NOTE: 'note',
    URL: 'url',
    NICKNAME: 'nickname',
  }),
);

const nameParts = ['last name', 'first name', 'middle name', 'name prefix', 'name suffix'];
const addressParts = ['post box', 'address line', 'street', 'city', 'region', 'postal code', 'country'];

const softBreak = 0x3d;

/** Say nothing of a person. */
const ofTheFile = new Set(['VERSION', 'PRODID', 'REV', 'SORT-STRING', 'PROFILE', 'SOURCE']);

interface Card {
  offset: number;
  /** Cards begun and not ended: of those inside each other only the innermost is written to. */
  depth: number;
}

export const openVcard: OpenStream = async (stream, sink, { signal }) => {
  const table = createGrowingTable(sink);
  const card: Card = { offset: 0, depth: 0 };
  for await (const lines of softLines(stream)) {
    signal?.throwIfAborted();
    for (const line of lines) {
      if (!takeLine(line, card, table, sink)) continue;
      await table.end(card.offset);
      card.offset = line.offset;
    }
  }
  await table.end(card.offset);
  if (card.depth > 0) sink.skipped(card.offset, 0, 'the last card has no end');
  await sink.drained();
};

/** Lines whole: quoted-printable goes on in the next one, without the `=` that says so. */
async function* softLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<FoldedLine[]> {
  let begun: FoldedLine | null = null;
  let parts: Buffer[] = [];
  let held = 0;
  for await (const lines of foldedLines(stream)) {
    const whole: FoldedLine[] = [];
    for (const line of lines) {
      if (!begun && !goesOn(line.bytes)) {
        whole.push(line);
        continue;
      }
      begun ??= { ...line, leftOut: 0 };
      const isLast = line.bytes.at(-1) !== softBreak;
      const part = isLast ? line.bytes : line.bytes.subarray(0, -1);
      if (held + part.length <= maxLineBytes) parts.push(part);
      else begun.leftOut += part.length;
      held += part.length;
      begun.leftOut += line.leftOut;
      if (!isLast) continue;
      whole.push({ ...begun, bytes: Buffer.concat(parts) });
      [begun, parts, held] = [null, [], 0];
    }
    yield whole;
  }
  if (begun) yield [{ ...begun, bytes: Buffer.concat(parts) }];
}

/** True where a record is over. */
function takeLine(line: FoldedLine, card: Card, table: GrowingTable, sink: UnpackSink): boolean {
  const { bytes, offset, leftOut } = line;
  if (leftOut > 0) sink.skipped(offset, leftOut, 'the end of a value longer than is kept');
  if (bytes.every((byte) => byte === 0x20 || byte === 9)) return false;
  const property = parseVcardProperty(bytes);
  const isMark = property?.value.trim().toUpperCase() === 'VCARD';
  if (isMark && property.name === 'BEGIN') {
    if (card.depth++ > 0) return true;
    card.offset = offset;
    return false;
  }
  if (isMark && property.name === 'END') {
    card.depth = Math.max(0, card.depth - 1);
    return true;
  }
  if (!property || card.depth === 0) {
    const reason = card.depth === 0 ? 'a line outside any card' : 'a line that is no property';
    sink.skipped(offset, bytes.length, reason, lineText(bytes));
    return false;
  }
  return takeProperty(property, table);
}

function takeProperty({ name, value, binaryBytes }: VcardProperty, table: GrowingTable): boolean {
  if (binaryBytes > 0) return !table.add(name.toLowerCase(), `${binaryBytes} bytes that are no text`);
  if (ofTheFile.has(name)) return false;
  const parts = partsOf(value).map((part) => part.trim());
  if (name === 'N') return addParts(table, nameParts, parts);
  if (name === 'ADR') return addParts(table, addressParts, parts);
  const text = parts.filter((part) => part !== '').join(name === 'ORG' ? ', ' : '; ');
  if (text === '') return false;
  if (name === 'ORG') return !table.add('organisation', text);
  return !table.add(columnOf.get(name) ?? name.toLowerCase(), text.replace(/^(?:mailto|tel):/iu, ''));
}

function addParts(table: GrowingTable, columns: string[], parts: string[]): boolean {
  let isFull = false;
  for (const [i, column] of columns.entries())
    if (parts[i] !== undefined && parts[i] !== '') isFull = !table.add(column, parts[i]) || isFull;
  return isFull;
}
