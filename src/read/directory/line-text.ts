// Text of a line's bytes: UTF-8 where it is valid, else Windows-1252, which whatever wrote it most likely meant.

import { isUtf8 } from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');

export function lineText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : windows1252.decode(bytes);
}
