// Text in encodings of several bytes a character, as a stream. In: the name of an encoding. Out: a decoder with the
// face of `TextDecoder`, which knows all of them but UTF-32.

export interface StreamDecoder {
  /** Without `stream` the text ends here. A byte order mark at the beginning is left out. */
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

export function createDecoder(encoding: string): StreamDecoder {
  if (encoding === 'utf-32le') return createUtf32Decoder(true);
  if (encoding === 'utf-32be') return createUtf32Decoder(false);
  return new TextDecoder(encoding);
}

const replacement = 0xfffd;
const byteOrderMark = 0xfeff;

/** Characters made at a time: more than some 100,000 arguments overflow the stack. */
const atOnce = 8192;

function createUtf32Decoder(isLittle: boolean): StreamDecoder {
  let held: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  return {
    decode(more = new Uint8Array(0), { stream } = { stream: false }) {
      const bytes = held.length > 0 ? Buffer.concat([held, more]) : more;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const whole = bytes.length & ~3;
      const points: number[] = [];
      let text = '';
      for (let p = 0; p < whole; p += 4) {
        const point = view.getUint32(p, isLittle);
        if (!isFirst || point !== byteOrderMark) points.push(isCharacter(point) ? point : replacement);
        isFirst = false;
        if (points.length === atOnce) text += String.fromCodePoint(...points.splice(0));
      }
      // what is given may be used again by whoever gave it
      held = bytes.slice(whole);
      if (!stream && held.length > 0) {
        points.push(replacement);
        held = new Uint8Array(0);
      }
      return text + String.fromCodePoint(...points);
    },
  };
}

/** A Unicode scalar value: no surrogate, nothing past the last plane. */
function isCharacter(point: number): boolean {
  return point <= 0x10_ffff && (point < 0xd800 || point > 0xdfff);
}
