// Contacts of a directory's rows, in and out of their packed form. In: fields of a row in UTF-8. Out: pieces of at most
// `rowsAPiece` rows, compressed; they rest in the vault, which is encrypted whole.

import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A look-up unpacks some 100 KB. */
export const rowsAPiece = 1024;

/** Between the fields of a row, and after each row; neither is in a field. */
export const fieldEnd = 0x1f;
export const rowEnd = 0x1e;

/** What a row may say, in this order; lines of an address follow. */
export const contactFields = ['email', 'phone', 'name', 'language', 'key'] as const;

export interface ContactPiece {
  rows: number;
  bytes: Uint8Array;
}

export interface DirectoryContact {
  email: string | null;
  phone: string | null;
  /** As the directory writes it, first names first. */
  name: string | null;
  /** A code of BCP 47, mostly of two letters. */
  language: string | null;
  /** The controller's own number of the person. */
  key: string | null;
  /** Of the postal address, as it is written; none where the row has none. */
  lines: string[];
}

export function packContacts(bytes: Uint8Array): Buffer {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

/** Bytes that a piece unpacks to at most; what is larger was not written by us. */
const mostUnpacked = 256 << 20;

/** The contacts of a piece, by place in it; each is taken apart when it is asked for. */
export function unpackContacts(packed: Uint8Array): (place: number) => DirectoryContact {
  const bytes = zstdDecompressSync(packed, { maxOutputLength: mostUnpacked });
  const ends: number[] = [];
  for (let at = bytes.indexOf(rowEnd); at >= 0; at = bytes.indexOf(rowEnd, at + 1)) ends.push(at);
  return (place) => {
    const row = bytes.toString('utf8', place === 0 ? 0 : ends[place - 1]! + 1, ends[place]);
    const fields = row.split(String.fromCharCode(fieldEnd));
    const [email, phone, name, language, key] = fields.map((field) => (field === '' ? null : field));
    return {
      email: email ?? null,
      phone: phone ?? null,
      name: name ?? null,
      language: language ?? null,
      key: key ?? null,
      lines: fields.slice(contactFields.length).filter((line) => line !== ''),
    };
  };
}
