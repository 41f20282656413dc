/**
 * How mysqldump spells values: `escapeSql` for texts prepared once, `putEscaped` for bytes made per
 * row, `putDateTime` for a unix time as DATETIME in UTC.
 */
import type { ByteWriter } from './byte-writer.ts';
import { fragment, putByte, putPadded } from './byte-writer.ts';

const escapes: Record<string, string> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\u001a': '\\Z',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
};

/** As mysql_real_escape_string does; without the surrounding quotes. */
export function escapeSql(text: string): string {
  // oxlint-disable-next-line no-control-regex -- NUL and Ctrl-Z are what is being escaped
  return text.replace(/[\0\n\r\u001a'"\\]/g, (char) => escapes[char]!);
}

/** Escaped and in quotes, ready to be copied. */
export function quoted(text: string): Uint8Array {
  return fragment(`'${escapeSql(text)}'`);
}

/** Escaped without quotes, ready to be copied. */
export function escaped(text: string): Uint8Array {
  return fragment(escapeSql(text));
}

/** byte -> the letter after the backslash, 0 when the byte stands for itself */
const escapeLetters = Uint8Array.from({ length: 256 }, (_, byte) => {
  const text = escapes[String.fromCharCode(byte)];
  return text === undefined ? 0 : text.charCodeAt(1);
});

export function putEscaped(out: ByteWriter, bytes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const letter = escapeLetters[byte]!;
    if (letter !== 0) {
      putByte(out, 0x5c);
      putByte(out, letter);
    } else {
      putByte(out, byte);
    }
  }
}

/** Writes year-month-day of a day number since 1970-01-01 (Howard Hinnant's civil_from_days). */
export function putDate(out: ByteWriter, days: number): void {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  putPadded(out, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
  putByte(out, 0x2d);
  putPadded(out, month, 2);
  putByte(out, 0x2d);
  putPadded(out, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2);
}

/** `'2016-10-10 03:12:45'`, quotes included. */
export function putDateTime(out: ByteWriter, unixSeconds: number): void {
  const days = Math.floor(unixSeconds / 86400);
  const seconds = unixSeconds - days * 86400;
  putByte(out, 0x27);
  putDate(out, days);
  putByte(out, 0x20);
  putPadded(out, Math.floor(seconds / 3600), 2);
  putByte(out, 0x3a);
  putPadded(out, Math.floor(seconds / 60) % 60, 2);
  putByte(out, 0x3a);
  putPadded(out, seconds % 60, 2);
  putByte(out, 0x27);
}
