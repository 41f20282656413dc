// What a mail server answers, from its bytes. In: pieces as they arrive. Out: whole replies. A server that talks without
// end, or not in this protocol, is a fault: memory stays bounded whatever it sends.

export interface SmtpReply {
  /** 200 to 599. */
  code: number;
  /** Of RFC 3463, such as `5.1.1`; null where the reply has none. */
  status: string | null;
  /** One line without control characters, at most 500 characters. */
  text: string;
  /** Each line after its code. */
  lines: string[];
}

/** The server does not keep to the protocol: nothing it says from here on can be put to a command. */
export class ProtocolFault extends Error {}

/** RFC 5321, 4.5.3.1.5 allows 512; servers that write links into refusals take more. */
const maxLineBytes = 4096;
const maxLines = 100;
const maxText = 500;

export interface ReplyParser {
  /** Throws ProtocolFault. */
  push: (piece: Buffer) => SmtpReply[];
  /** A reply has begun and is not whole. */
  isInside: () => boolean;
}

export function createReplyParser(): ReplyParser {
  let rest = '';
  let lines: string[] = [];
  let code = 0;
  return {
    push(piece) {
      const replies: SmtpReply[] = [];
      let from = 0;
      for (;;) {
        const end = piece.indexOf(10, from);
        if (rest.length + (end < 0 ? piece.length : end) - from > maxLineBytes)
          throw new ProtocolFault('a reply line without end');
        const part = piece.toString('latin1', from, end < 0 ? piece.length : end);
        if (end < 0) {
          rest += part;
          return replies;
        }
        const line = rest + part;
        rest = '';
        from = end + 1;
        const isLast = takeLine(line.endsWith('\r') ? line.slice(0, -1) : line);
        if (isLast) replies.push(wholeReply());
      }
    },
    isInside: () => rest !== '' || lines.length > 0,
  };

  function takeLine(line: string): boolean {
    const lineCode = Number(line.slice(0, 3));
    const sign = line.charAt(3);
    if (!/^[2-5]\d\d$/u.test(line.slice(0, 3)) || !['', ' ', '-'].includes(sign))
      throw new ProtocolFault('an answer that is none');
    if (lines.length > 0 && lineCode !== code) throw new ProtocolFault('one reply with two codes');
    if (lines.length === maxLines) throw new ProtocolFault('a reply of too many lines');
    code = lineCode;
    lines.push(line.slice(4));
    return sign !== '-';
  }

  function wholeReply(): SmtpReply {
    const said = lines;
    lines = [];
    const status = /^[245]\.\d{1,3}\.\d{1,3}(?= |$)/u.exec(said[0]!)?.[0] ?? null;
    return {
      code,
      status,
      text: said.length === 1 ? oneLine(said[0]!) : oneLine(said.join(' ')),
      lines: said,
    };
  }
}

function oneLine(text: string): string {
  const cut = text.length > maxText ? text.slice(0, maxText) : text;
  return Buffer.from(cut, 'latin1')
    .toString('utf8')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\ufffd]+/gu, ' ')
    .trim();
}
