// Opens LDIF (RFC 2849), the export of a directory: entries and changes to entries.
// In: a stream. Out: one record an entry, a column an attribute, under the names the directory has for them.
// Values that are URLs are kept as such and never followed; long binary ones are told by their size.

import { isUtf8 } from 'node:buffer';
import type { OpenStream, RecordValue, UnpackSink } from '../unpack/unpack-sink.ts';
import { type FoldedLine, foldedLines } from './folded-lines.ts';
import { createGrowingTable, type GrowingTable } from './growing-table.ts';
import { lineText } from './line-text.ts';

/** Identifiers of a directory are some ten bytes; certificates and photographs are longer and say nothing. */
const maxBinaryBytes = 1024;

/** Said of every entry by structure, not by content. */
const joinedNames = new Set(['objectclass']);

/** Lines of a change that name the attribute that follows, and what ldapsearch says of its search. */
const directives = new Set(['add', 'delete', 'replace', 'increment']);
const searchResults = new Set(['search', 'result', 'numresponses', 'numentries']);

interface Entry {
  offset: number;
  isOpen: boolean;
  isModify: boolean;
  name: RecordValue;
}

export const openLdif: OpenStream = async (stream, sink, { signal }) => {
  const table = createGrowingTable(sink, joinedNames);
  const entry: Entry = { offset: 0, isOpen: false, isModify: false, name: null };
  for await (const lines of foldedLines(stream)) {
    signal?.throwIfAborted();
    for (const line of lines) {
      if (!takeLine(line, entry, table, sink)) continue;
      await table.end(entry.offset);
      if (!entry.isOpen) continue;
      // the rest of an entry of many megabytes is a record of the same name
      entry.offset = line.offset;
      table.add('dn', entry.name);
    }
  }
  await table.end(entry.offset);
  await sink.drained();
};

/** True where the record that was begun is over. */
function takeLine(line: FoldedLine, entry: Entry, table: GrowingTable, sink: UnpackSink): boolean {
  const { bytes, offset } = line;
  if (bytes.length === 0) {
    entry.isOpen = false;
    return true;
  }
  if (line.leftOut > 0) sink.skipped(offset, line.leftOut, 'the end of a value longer than is kept');
  if (bytes[0] === 0x23) {
    if (bytes.includes('@')) sink.text(offset, lineText(bytes).slice(0, maxCommentChars));
    return false;
  }
  if (bytes.length === 1 && bytes[0] === 0x2d) return false;
  const colon = bytes.indexOf(':');
  const name = colon < 0 ? '' : bytes.toString('latin1', 0, colon).split(';', 1)[0]!.trim();
  if (!/^[\w.-]{1,200}$/u.test(name)) {
    sink.skipped(offset, bytes.length, 'a line that is no attribute', lineText(bytes));
    return false;
  }
  return takeAttribute(name, valueOf(bytes, colon + 1), offset, entry, table);
}

/** A comment with an address in it; longer ones are no comments. */
const maxCommentChars = 1 << 16;

function takeAttribute(
  name: string,
  value: RecordValue,
  offset: number,
  entry: Entry,
  table: GrowingTable,
): boolean {
  const key = name.toLowerCase();
  if (!entry.isOpen) {
    if (key === 'version') return false;
    Object.assign(entry, { offset, isOpen: true, isModify: false, name: key === 'dn' ? value : null });
  }
  if (entry.name === null && searchResults.has(key)) return false;
  if (key === 'changetype') entry.isModify = value === 'modify';
  if (entry.isModify && directives.has(key)) return false;
  return !table.add(name, value);
}

/** `: text`, `:: base64`, `:< url`. */
function valueOf(bytes: Buffer, from: number): RecordValue {
  const mark = bytes[from];
  let p = mark === 0x3a || mark === 0x3c ? from + 1 : from;
  while (bytes[p] === 0x20) p++;
  if (mark !== 0x3a) return lineText(bytes.subarray(p));
  const value = Buffer.from(bytes.toString('latin1', p), 'base64');
  if (isUtf8(value) && !value.includes(0)) return value.toString();
  return value.length > maxBinaryBytes ? `${value.length} bytes that are no text` : new Uint8Array(value);
}
