// Text in a header. In: a name or a date. Out: what may stand in a mail's header, ASCII, folded (RFC 5322, RFC 2047): no
// text ends the header it stands in.

const wholeLine = 76;
/** Of an encoded word, which may have 75 characters: 75 - `=?UTF-8?B?` - `?=`, in bytes before base64. */
const wordBytes = 45;

/** A name before an address: in quotes, or as encoded words. */
export function nameInHeader(name: string): string {
  // what looks like an encoded word is read as one by many, in quotes too
  if (/^[ -~]*$/u.test(name) && !name.includes('=?')) return `"${name.replaceAll(/["\\]/gu, '\\$&')}"`;
  return encodedWords(name);
}

/** `To: name <address>`, folded before the address where it is long. An address beyond ASCII stays as it is (RFC 6532). */
export function addressField(field: string, name: string | null, address: string): string {
  if (name === null) return `${field}: ${address}\r\n`;
  const shown = nameInHeader(name);
  const begin = `${field}: ${shown}`;
  const lastLine = begin.length - (begin.lastIndexOf('\n') + 1);
  return `${begin}${lastLine + address.length + 3 > wholeLine ? '\r\n' : ''} <${address}>\r\n`;
}

/** Words are cut between characters: each is decoded by itself. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const sign of text) {
    const length = Buffer.byteLength(sign);
    if (bytes + length > wordBytes) {
      words.push(word);
      [word, bytes] = ['', 0];
    }
    word += sign;
    bytes += length;
  }
  words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

const second = { of: -1, text: '' };

/** In UTC. Most mails are written in the same second as the one before. */
export function dateInHeader(at: number): string {
  const seconds = Math.floor(at / 1000);
  if (second.of !== seconds) {
    second.of = seconds;
    second.text = new Date(seconds * 1000).toUTCString().replace('GMT', '+0000');
  }
  return second.text;
}
