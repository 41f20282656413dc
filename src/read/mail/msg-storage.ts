// The properties of a mail, a recipient or an attachment in a compound file: short ones in one stream, others in a
// stream each. In: a storage. Out: values by their number, each read when it is asked for.

import type { CompoundEntry, CompoundFile } from './compound-file.ts';
import { filetime } from './filetime.ts';
import { decoderOf } from './mail-charset.ts';
import type { MapiProperties } from './mapi-item.ts';

export interface MsgStorage extends MapiProperties {
  /** Of texts that are not in Unicode. */
  codePage: string;
  stream(id: number): CompoundEntry | null;
  enclosed(id: number): CompoundEntry | null;
}

const propertyBytes = 16;
/** A few hundred properties are many. */
const maxPropertyStreamBytes = 1 << 20;
/** Bodies longer than this are cut: a body is a text. */
const maxValueBytes = 16 << 20;

const messageCodePage = 0x3ffd;

/** `codePage`: of the message that it is part of; null where it states its own. */
export function msgStorage(
  compound: CompoundFile,
  storage: CompoundEntry,
  headerBytes: number,
  codePage: string | null,
): MsgStorage {
  const streams = new Map<string, CompoundEntry>();
  for (const entry of storage.children)
    if (!streams.has(entry.name)) streams.set(entry.name.toUpperCase(), entry);
  const fixed = fixedOf(compound, streams.get('__PROPERTIES_VERSION1.0'), headerBytes);
  const entryOf = (id: number, type: string): CompoundEntry | null =>
    streams.get(`__SUBSTG1.0_${id.toString(16).padStart(4, '0').toUpperCase()}${type}`) ?? null;
  const number = (id: number): number | null => fixed.get(id)?.readInt32LE(0) ?? null;
  const stated = codePage ?? `cp${number(messageCodePage) ?? 1252}`;
  const textOf = (entry: CompoundEntry, isUnicode: boolean): string => {
    const bytes = compound.bytes(entry, maxValueBytes);
    const text = isUnicode ? bytes.toString('utf16le') : decoderOf(stated).decode(bytes);
    return text.replace(/\0{1,100}$/u, '');
  };
  const text = (id: number): string | null => {
    const unicode = entryOf(id, '001F');
    const entry = unicode ?? entryOf(id, '001E');
    return entry && !entry.isStorage ? textOf(entry, unicode !== null) : null;
  };
  return {
    codePage: stated,
    text,
    bytes(id) {
      const entry = entryOf(id, '0102');
      return entry && !entry.isStorage ? compound.bytes(entry, maxValueBytes) : null;
    },
    time: (id) => (fixed.has(id) ? filetime(fixed.get(id)!) : null),
    number,
    *range(first, last) {
      for (const name of streams.keys()) {
        const id = Number.parseInt(/^__SUBSTG1\.0_([\dA-F]{4})001[EF]$/u.exec(name)?.[1] ?? '', 16);
        if (id >= first && id <= last) yield [id, text(id) ?? ''];
      }
    },
    stream(id) {
      const entry = entryOf(id, '0102');
      return entry?.isStorage === false ? entry : null;
    },
    enclosed(id) {
      const entry = entryOf(id, '000D');
      return entry?.isStorage === true ? entry : null;
    },
  };
}

/** Values of eight bytes and less. */
function fixedOf(
  compound: CompoundFile,
  entry: CompoundEntry | undefined,
  headerBytes: number,
): Map<number, Buffer> {
  const values = new Map<number, Buffer>();
  if (!entry || entry.isStorage) return values;
  const bytes = compound.bytes(entry, maxPropertyStreamBytes);
  for (let p = headerBytes; p + propertyBytes <= bytes.length; p += propertyBytes)
    values.set(bytes.readUInt16LE(p + 2), bytes.subarray(p + 8, p + propertyBytes));
  return values;
}
