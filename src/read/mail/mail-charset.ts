// Text of mail in the character set that it states, a piece at a time. In: bytes, and a label that may be wrong or
// unknown. Out: text. Bytes that are well-formed UTF-8 are UTF-8 whatever they are said to be, as everywhere in
// read, but for sets of several bytes a character; what nobody knows is windows-1252.

import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

export interface TextPieces {
  decode(bytes: Buffer): string;
  end(): string;
}

/** Text is decided on a line at a time where there are lines; one longer than this is cut. */
const maxHeldBytes = 64 << 10;

export function createTextPieces(label: string | null): TextPieces {
  const decoder = decoderOf(label ?? '');
  if (decoder.encoding !== 'utf-8' && !isSingleByte(decoder.encoding)) {
    return {
      decode: (bytes) => decoder.decode(bytes, { stream: true }),
      end: () => decoder.decode(),
    };
  }
  const other = decoder.encoding === 'utf-8' ? decoderOf('windows-1252') : decoder;
  let held: Buffer = Buffer.alloc(0);
  const textOf = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : other.decode(bytes));
  return {
    decode(bytes) {
      const whole = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const line = whole.lastIndexOf(0x0a) + 1;
      const end = whole.length - line > maxHeldBytes ? characterEnd(whole) : line;
      held = whole.subarray(end);
      return textOf(whole.subarray(0, end));
    },
    end() {
      const last = held;
      held = Buffer.alloc(0);
      return textOf(last);
    },
  };
}

/** A decoder of the set that a label names, of windows-1252 where it names none that is known. */
export function decoderOf(label: string): TextDecoder {
  const tidy = label.trim().toLowerCase();
  for (const name of [
    tidy,
    tidy.replace(/^(?:x-|cs|cp-?(?=\d))/u, ''),
    tidy.replace(/^(?:cp|ms|x-cp|ibm)-?(?=125\d)/u, 'windows-'),
  ]) {
    try {
      return new TextDecoder(aliases.get(name) ?? name);
    } catch {
      // the next spelling
    }
  }
  return new TextDecoder('windows-1252');
}

/** Labels of mail programs that the Encoding Standard does not list. */
const aliases = new Map([
  ['', 'windows-1252'],
  ['932', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5'],
  ['50220', 'iso-2022-jp'],
  ['50221', 'iso-2022-jp'],
  ['51932', 'euc-jp'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['iso-8859-8-e', 'iso-8859-8'],
  ['utf-16', 'utf-16le'],
  ['unicode', 'utf-16le'],
]);

function isSingleByte(encoding: string): boolean {
  return /^(?:windows-\d+|iso-8859-\d+(?:-i)?|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/u.test(encoding);
}

/** Before the character that may not be whole. */
function characterEnd(bytes: Buffer): number {
  for (let back = 1; back <= 3; back++) if (bytes[bytes.length - back]! >= 0xc0) return bytes.length - back;
  return bytes.length;
}
