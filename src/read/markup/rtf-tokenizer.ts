// The tokens of RTF: groups, control words, bytes written in hexadecimal, binary stretches and text.
// In: raw text in pieces of any size. Out: calls, the same for any cutting. It holds one control word at most.

export interface RtfHandler {
  openGroup(offset: number): void;
  closeGroup(offset: number): void;
  /** `\word` or `\wordN`; null where no number follows. Symbols such as `\*` and `\~` come as words of one sign. */
  control(word: string, number: number | null, offset: number): void;
  /** `\'xx`: one byte in the code page of its font. */
  byte(value: number, offset: number): void;
  text(raw: string, offset: number): void;
}

/** The longest control word of the format has 32 letters; its number, ten digits. */
const maxWordChars = 64;

export function createRtfTokenizer(handler: RtfHandler): { write(piece: string): void; end(): void } {
  let raw = '';
  let base = 0;
  let binaryLeft = 0;

  const parse = (isEnd: boolean): void => {
    let p = 0;
    while (p < raw.length) {
      if (binaryLeft > 0) {
        const skipped = Math.min(binaryLeft, raw.length - p);
        binaryLeft -= skipped;
        p += skipped;
        continue;
      }
      const sign = raw[p]!;
      if (sign === '{') handler.openGroup(base + p++);
      else if (sign === '}') handler.closeGroup(base + p++);
      else if (sign === '\\') {
        if (!isEnd && raw.length - p < maxWordChars) break;
        p = atControl(p);
      } else if (sign === '\r' || sign === '\n' || sign === '\0') p++;
      else {
        const end = plainEnd(raw, p);
        handler.text(raw.slice(p, end), base + p);
        p = end;
      }
    }
    base += p;
    raw = raw.slice(p);
  };

  const atControl = (p: number): number => {
    const offset = base + p;
    const hex = /^\\'([\da-fA-F]{2})/u.exec(raw.slice(p, p + 4));
    if (hex !== null) {
      handler.byte(Number.parseInt(hex[1]!, 16), offset);
      return p + 4;
    }
    const word = /^\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/u.exec(raw.slice(p, p + maxWordChars));
    if (word === null) {
      const symbol = raw[p + 1] ?? '';
      handler.control(symbol === '\n' || symbol === '\r' ? 'par' : symbol, null, offset);
      return p + 2;
    }
    const number = word[2] === undefined ? null : Number(word[2]);
    if (word[1] === 'bin') binaryLeft = Math.max(0, number ?? 0);
    handler.control(word[1]!, number, offset);
    return p + word[0].length;
  };

  return {
    write(piece) {
      raw += piece;
      parse(false);
    },
    end: () => parse(true),
  };
}

function plainEnd(raw: string, from: number): number {
  const special = /[{}\\\r\n\0]/gu;
  special.lastIndex = from;
  return special.exec(raw)?.index ?? raw.length;
}
