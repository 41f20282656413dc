// A value that is filled into a text in quoted-printable. In: a name or a reference. Out: lines of their own between two
// soft breaks, so that what stands around it need not be known, nor its line lengths.

const lineLength = 75;
const softBreak = '=\r\n';
const plain = /^[A-Za-z0-9!"'()+,\-/:;<>?_]{0,70}$/u;

/** Blanks are written as signs too: what relays change in blanks does not touch it. */
export function quotedPrintableValue(value: string): string {
  return `${softBreak}${plain.test(value) ? value : encoded(value)}${softBreak}`;
}

function encoded(value: string): string {
  let text = '';
  let length = 0;
  for (const byte of Buffer.from(value)) {
    const isPlain = byte > 32 && byte < 127 && byte !== 61;
    const sign = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (length + sign.length > lineLength) {
      text += softBreak;
      length = 0;
    }
    text += sign;
    length += sign.length;
  }
  return text;
}
