// Whether a compound file is a mail of Outlook, from its first bytes: old Word and Excel files begin the same way.

import { isCompoundFile } from './compound-file.ts';

const entryBytes = 128;

export function isMessageFile(head: Uint8Array): boolean {
  if (!isCompoundFile(head)) return false;
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const sectorBytes = 1 << bytes.readUInt16LE(30);
  const directory = (bytes.readUInt32LE(48) + 1) * sectorBytes;
  if (directory + entryBytes * 2 > bytes.length) return messageNames.some((name) => bytes.includes(name));
  const first = bytes.subarray(directory, directory + Math.max(sectorBytes, 4 * entryBytes));
  return entryNames.some((name) => first.includes(name));
}

const entryNames = ['__substg1.0_', '__properties_version1.0', '__nameid_version1.0'].map((name) =>
  Buffer.from(name, 'utf16le'),
);

/** Where the directory is out of sight: names of its entries, and the class of the message. */
const messageNames = [...entryNames, Buffer.from('IPM.', 'utf16le'), Buffer.from('IPM.', 'latin1')];
